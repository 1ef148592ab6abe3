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
