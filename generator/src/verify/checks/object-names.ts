import {
  containerPort,
  dataKey,
  label,
  labelKey,
  labelValue,
  pathSegment,
  service,
  subdomain,
} from '../../definition/format/kubernetes-name.ts';
import { atMost, every, type TextFormat } from '../../definition/format/text-format.ts';
import type { Plain } from '../../definition/plain.ts';
import { containersOf, isObject, type Manifest, podSpecs, walk } from '../manifest.ts';
import { type Check, finding } from './check.ts';
import { isBuiltIn } from './scope.ts';

/**
 * Names that the API server would refuse, or that fit by themselves and not what is made of them. Schemas say only
 * that they are text. Sources: `pkg/apis/<group>/validation` in Kubernetes and the admission webhooks of operators.
 */
export const namesFit: Check = (rendered) =>
  rendered.manifests
    // Of a definition only the head was read, and a list has no name.
    .filter(({ kind }) => kind !== 'CustomResourceDefinition' && kind !== 'List')
    .flatMap((manifest) => {
      const faults = [
        ...ownNames(manifest),
        ...labelsAndAnnotations(manifest),
        ...selectors(manifest),
        ...podNames(manifest),
        ...portsOfService(manifest),
        ...dataKeys(manifest),
      ];
      const hint = 'Kubernetes would refuse it: change it in the chart, or in the values that it comes from';
      // One label stands in an object, its pods and its selector.
      return [...new Set(faults)].map((message) => finding('bad-name', rendered, manifest, message, hint));
    });

/** What another adds to a name, which must fit as well. */
const leavingRoom = (format: TextFormat, most: number, why: string): TextFormat =>
  every(format, (name) => {
    const fault = atMost(most)(name);
    return fault === null ? null : `${fault}: ${why}`;
  });

const replicaSets = leavingRoom(subdomain, 242, 'what it makes has that name and up to 11 more');

/** Names of most kinds, custom ones included, are subdomains. */
const formats: Readonly<Record<string, TextFormat>> = {
  '/Namespace': label,
  '/Service': service,
  'apps/DaemonSet': replicaSets,
  'apps/Deployment': replicaSets,
  'apps/StatefulSet': leavingRoom(
    label,
    52,
    'the label controller-revision-hash of its pods has that name and up to 11 more',
  ),
  'batch/CronJob': leavingRoom(subdomain, 52, 'its Jobs have that name and 11 more'),
  'batch/Job': leavingRoom(subdomain, 63, 'the label job-name of its pods has that name'),
  'certificates.k8s.io/CertificateSigningRequest': pathSegment,
  'networking.k8s.io/IPAddress': pathSegment,
  'rbac.authorization.k8s.io/ClusterRole': pathSegment,
  'rbac.authorization.k8s.io/ClusterRoleBinding': pathSegment,
  'rbac.authorization.k8s.io/Role': pathSegment,
  'rbac.authorization.k8s.io/RoleBinding': pathSegment,
  'flink.apache.org/FlinkDeployment': every(service, atMost(45)),
  'postgresql.cnpg.io/Cluster': every(label, atMost(50)),
  'sparkoperator.k8s.io/ScheduledSparkApplication': leavingRoom(
    label,
    43,
    'the labels of its runs have that name and 20 more',
  ),
};

/** A name that is missing or no text does not fit the schema of its kind, and is reported as that. */
function fault(what: string, name: Plain | undefined, format: TextFormat): string[] {
  const wrong = typeof name === 'string' ? format(name) : null;
  return wrong === null ? [] : [`has ${what} ${JSON.stringify(name)}, which ${wrong}`];
}

function ownNames({ group, kind, object: { metadata }, namespace }: Manifest): string[] {
  if (!isObject(metadata)) return [];
  return [
    ...fault('the name', metadata.name, formats[`${group}/${kind}`] ?? subdomain),
    ...fault('the namespace', namespace, label),
  ];
}

/** Those of the object, of what it makes by a template, and of pods wherever they are described. */
function labelsAndAnnotations({ group, object }: Manifest): string[] {
  return [...walk(object)].flatMap(([value, path]) => {
    if (!isObject(value) || !isObject(value.metadata)) return [];
    // What operators do with other templates is theirs.
    if (path.length > 0 && !isBuiltIn(group) && !describesPods(value.spec)) return [];
    const { labels, annotations } = value.metadata;
    return [
      ...labelFaults(labels),
      ...keysOf(annotations).flatMap((key) => fault('the annotation', key, labelKey)),
    ];
  });
}

const describesPods = (spec: Plain | undefined): boolean => isObject(spec) && Array.isArray(spec.containers);

const labelFaults = (labels: Plain | undefined): string[] =>
  Object.entries(isObject(labels) ? labels : {}).flatMap(([key, value]) => [
    ...fault('the label', key, labelKey),
    ...fault(`for the label ${key} the value`, value, labelValue),
  ]);

const keysOf = (value: Plain | undefined): string[] => (isObject(value) ? Object.keys(value) : []);

/** Labels by which a built-in kind chooses pods, other objects or nodes. */
function selectors({ group, kind, object }: Manifest): string[] {
  if (!isBuiltIn(group)) return [];
  const ofService =
    group === '' && kind === 'Service' && isObject(object.spec) ? object.spec.selector : undefined;
  return [ofService, ...valuesOf(object, 'matchLabels'), ...valuesOf(object, 'nodeSelector')].flatMap(
    labelFaults,
  );
}

/** What stands under a key, anywhere in an object. */
const valuesOf = (object: Plain, key: string): Plain[] =>
  [...walk(object)].flatMap(([value, path]) => (path.at(-1) === key ? [value] : []));

function podNames(manifest: Manifest): string[] {
  return podSpecs(manifest).flatMap((spec) => [
    ...itemsOf(spec.volumes).flatMap(({ name }) => fault('the volume', name, label)),
    ...containersOf(spec).flatMap(({ name, ports }) => [
      ...fault('the container', name, label),
      ...itemsOf(ports).flatMap((port) => fault('the container port', port.name, containerPort)),
    ]),
  ]);
}

function portsOfService({ group, kind, object: { spec } }: Manifest): string[] {
  if (group !== '' || kind !== 'Service' || !isObject(spec)) return [];
  return itemsOf(spec.ports).flatMap(({ name, targetPort }) => [
    ...fault('the port', name, label),
    ...fault('the target port', targetPort, containerPort),
  ]);
}

const itemsOf = (list: Plain | undefined) => (Array.isArray(list) ? list.filter(isObject) : []);

function dataKeys({ group, kind, object }: Manifest): string[] {
  if (group !== '' || (kind !== 'ConfigMap' && kind !== 'Secret')) return [];
  return [object.data, object.binaryData, object.stringData]
    .flatMap(keysOf)
    .flatMap((key) => fault('the key', key, dataKey));
}
