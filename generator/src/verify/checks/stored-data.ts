import { isObject, type Manifest } from '../manifest.ts';
import { type Check, finding } from './check.ts';

/** Kinds whose operator stores data on volumes. */
const stateful = new Set([
  'druid.apache.org/Druid',
  'kafka.strimzi.io/Kafka',
  'kafka.strimzi.io/KafkaNodePool',
  'postgresql.cnpg.io/Cluster',
]);

/** An app with volumes must be protected from being deleted along with its Application. */
export const volumesAreKept: Check = (rendered) => {
  if (rendered.app.keepsData) return [];
  return rendered.manifests
    .filter(hasVolumes)
    .map((manifest) =>
      finding(
        'lost-volume',
        rendered,
        manifest,
        'stores data on a volume, which is deleted when the app is removed',
        'keepsData: true; or say in exceptions why the data is expendable',
      ),
    );
};

function hasVolumes({ group, kind, object }: Manifest): boolean {
  if (group === '' && kind === 'PersistentVolumeClaim') return true;
  if (stateful.has(`${group}/${kind}`)) return true;
  const claims = isObject(object.spec) ? object.spec.volumeClaimTemplates : undefined;
  return group === 'apps' && kind === 'StatefulSet' && Array.isArray(claims) && claims.length > 0;
}

/** Who keeps data must say how it comes back, even where that is "not at all". */
export const dataComesBack: Check = (rendered) => {
  const { keepsData, restore } = rendered.app;
  if (!keepsData || restore !== null) return [];
  return [
    finding(
      'no-runbook',
      rendered,
      null,
      'keeps data and does not say how it is brought back',
      'restore: what is kept of it beyond its volumes and the steps to bring it back; `keeps: "Nothing …"` is an answer',
    ),
  ];
};
