import type { Plain } from '../../definition/plain.ts';
import type { Cluster, PlacedObject } from '../cluster.ts';
import { type Manifest, mapIn } from '../manifest.ts';
import { labelsIn, selects } from '../selector.ts';
import { type Check, finding } from './check.ts';

const group = 'monitoring.coreos.com';

/** Who reads an object of the operator of Prometheus, and by which selectors of its specification. */
interface Reader {
  readonly kinds: readonly string[];
  readonly selector: string;
  readonly namespaces: string;
}

const scraping = (kind: string, selector: string): [string, Reader] => [
  kind,
  {
    kinds: ['Prometheus', 'PrometheusAgent'],
    selector: `${selector}Selector`,
    namespaces: `${selector}NamespaceSelector`,
  },
];

const readers: Readonly<Record<string, Reader>> = Object.fromEntries<Reader>([
  scraping('ServiceMonitor', 'serviceMonitor'),
  scraping('PodMonitor', 'podMonitor'),
  scraping('Probe', 'probe'),
  scraping('ScrapeConfig', 'scrapeConfig'),
  [
    'PrometheusRule',
    { kinds: ['Prometheus', 'ThanosRuler'], selector: 'ruleSelector', namespaces: 'ruleNamespaceSelector' },
  ],
  [
    'AlertmanagerConfig',
    {
      kinds: ['Alertmanager'],
      selector: 'alertmanagerConfigSelector',
      namespaces: 'alertmanagerConfigNamespaceSelector',
    },
  ],
]);

/** A monitor or a rule that no Prometheus of the environment selects is as good as none. */
export const monitorsAreSelected: Check = (rendered, { clusters }) => {
  const cluster = clusters.get(rendered.environment);
  if (cluster === undefined) return [];
  return rendered.manifests.flatMap((manifest) => {
    const reader = manifest.group === group ? readers[manifest.kind] : undefined;
    const all = reader === undefined ? [] : readersOf(reader, cluster);
    const namespace = manifest.namespace ?? rendered.app.namespace;
    if (
      reader === undefined ||
      all.length === 0 ||
      all.some((one) => reads(one, reader, manifest, namespace))
    )
      return [];
    const asked = all.map(({ manifest: { kind, name } }) => `${kind}/${name}`).join(', ');
    const what = `has not the labels or the namespace that ${asked} selects by ${reader.selector}`;
    const hint = `let ${reader.selector} and ${reader.namespaces} be {}, which select all`;
    return [finding('idle-monitor', rendered, manifest, what, hint)];
  });
};

/** None where somebody else brings them, whom nobody can ask here. */
const readersOf = ({ kinds }: Reader, { objects }: Cluster): PlacedObject[] =>
  objects.filter(({ manifest }) => manifest.group === group && kinds.includes(manifest.kind));

function reads(
  { manifest: { object }, namespace: own }: PlacedObject,
  { selector, namespaces }: Reader,
  manifest: Manifest,
  namespace: string,
): boolean {
  const spec = mapIn(object.spec);
  return (
    // Without a selector nothing is selected; with an empty one, everything.
    selects(spec[selector], labelsIn(manifest.object.metadata)) &&
    isWatched(spec[namespaces] ?? null, namespace, own)
  );
}

/** Without a selector of namespaces, only the own one is looked at. Of its labels, only the name is sure to be there. */
const isWatched = (selector: Plain, namespace: string, own: string): boolean =>
  selector === null ? namespace === own : selects(selector, { 'kubernetes.io/metadata.name': namespace });
