import type { Plain, PlainObject } from '../definition/plain.ts';
import { isObject, type Manifest, mapIn, mapsIn, walk } from './manifest.ts';

/** Another object that one names, of a kind that neither a pod nor a program reads. */
export interface ObjectLink {
  readonly kind: string;
  /** Null where the kind says enough. */
  readonly group: string | null;
  readonly name: string;
  readonly namespace: string;
  /** Of a Service: the number or the name of its port; null where it says none. */
  readonly port: Plain;
}

/** The objects that one is nothing without: what it routes to, scales, is issued by or belongs to. */
export function linksIn(manifest: Manifest, own: string): ObjectLink[] {
  if (manifest.kind === 'CustomResourceDefinition') return [];
  return [
    ...[...walk(manifest.object)].flatMap(([value, path]) => [
      ...typedReference(value, path, own),
      ...namedInPassing(value, path, own),
    ]),
    ...(byKind[`${manifest.group}/${manifest.kind}`]?.(manifest, own) ?? []),
    ...annotated(manifest, own),
  ];
}

const link = (
  kind: string,
  name: Plain | undefined,
  namespace: string,
  rest: Partial<ObjectLink> = {},
): ObjectLink[] =>
  typeof name === 'string' && name !== ''
    ? [{ kind, group: null, name, namespace, port: null, ...rest }]
    : [];

const toService = (value: Plain | undefined, own: string, usual: Plain = null): ObjectLink[] => {
  const { name, namespace = own, port = usual } = mapIn(value);
  const number = isObject(port) ? (port.number ?? port.name ?? null) : port;
  return link('Service', name, String(namespace), { port: number });
};

/** As `issuerRef: { kind, name }`: who writes a kind and a name beneath a key that ends in `Ref` means an object. */
function typedReference(value: Plain, path: readonly (string | number)[], own: string): ObjectLink[] {
  const key = path.findLast((part) => typeof part === 'string') ?? '';
  if (!isObject(value) || !/Refs?$/.test(String(key)) || typeof value.kind !== 'string') return [];
  const { kind, name, namespace = own, group, apiGroup, apiVersion } = value;
  const version =
    typeof apiVersion === 'string' && apiVersion.includes('/') ? apiVersion.replace(/\/.*/, '') : null;
  const of = [group, apiGroup, version].find((part) => typeof part === 'string') ?? null;
  return kind === 'Service' || kind === 'Secret' || kind === 'ConfigMap'
    ? []
    : link(kind, name, String(namespace), { group: of as string | null });
}

/** Classes that anything may name. */
function namedInPassing(value: Plain, path: readonly (string | number)[], own: string): ObjectLink[] {
  const key = path.at(-1);
  if (typeof value !== 'string' || path[0] !== 'spec') return [];
  if (key === 'priorityClassName') return link('PriorityClass', value, own);
  return key === 'storageClassName' ? link('StorageClass', value, own) : [];
}

const specOf = ({ object }: Manifest): PlainObject => mapIn(object.spec);

const webhooks = ({ object }: Manifest, own: string): ObjectLink[] =>
  mapsIn(object.webhooks).flatMap(({ clientConfig }) => toService(mapIn(clientConfig).service, own, 443));

const ofCluster = (manifest: Manifest, own: string): ObjectLink[] =>
  link('Cluster', mapIn(specOf(manifest).cluster).name, own, { group: 'postgresql.cnpg.io' });

const ofKafka = ({ object }: Manifest, own: string): ObjectLink[] =>
  link('Kafka', mapIn(mapIn(object.metadata).labels)['strimzi.io/cluster'], own, {
    group: 'kafka.strimzi.io',
  });

/** What is named otherwise, by `<group>/<Kind>`. */
const byKind: Readonly<Record<string, (manifest: Manifest, own: string) => ObjectLink[]>> = {
  'networking.k8s.io/Ingress': (manifest, own) => {
    const { ingressClassName, rules, defaultBackend } = specOf(manifest);
    const paths = mapsIn(rules).flatMap(({ http }) => mapsIn(mapIn(http).paths));
    return [
      ...link('IngressClass', ingressClassName, own),
      ...[{ backend: defaultBackend ?? null }, ...paths].flatMap(({ backend }) =>
        toService(mapIn(backend).service, own),
      ),
    ];
  },
  'gateway.networking.k8s.io/HTTPRoute': (manifest, own) => {
    const { rules, parentRefs } = specOf(manifest);
    return [
      ...mapsIn(rules).flatMap(({ backendRefs }) =>
        mapsIn(backendRefs).flatMap((backend) =>
          (backend.kind ?? 'Service') === 'Service' ? toService(backend, own) : [],
        ),
      ),
      ...mapsIn(parentRefs).flatMap(({ kind = 'Gateway', name, namespace = own }) =>
        link(String(kind), name, String(namespace)),
      ),
    ];
  },
  'admissionregistration.k8s.io/MutatingWebhookConfiguration': webhooks,
  'admissionregistration.k8s.io/ValidatingWebhookConfiguration': webhooks,
  'apiregistration.k8s.io/APIService': (manifest, own) => toService(specOf(manifest).service, own, 443),
  'apps/StatefulSet': (manifest, own) => link('Service', specOf(manifest).serviceName, own),
  'postgresql.cnpg.io/Database': ofCluster,
  'postgresql.cnpg.io/DatabaseRole': ofCluster,
  'postgresql.cnpg.io/ScheduledBackup': ofCluster,
  'postgresql.cnpg.io/Pooler': ofCluster,
  'kafka.strimzi.io/KafkaTopic': ofKafka,
  'kafka.strimzi.io/KafkaUser': ofKafka,
  'kafka.strimzi.io/KafkaNodePool': ofKafka,
  'configuration.konghq.com/KongConsumer': ({ object }, own) =>
    (Array.isArray(object.credentials) ? object.credentials : []).flatMap((name) =>
      link('Secret', name as Plain, own),
    ),
  'monitoring.coreos.com/Prometheus': (manifest, own) =>
    mapsIn(mapIn(specOf(manifest).alerting).alertmanagers).flatMap((found) => toService(found, own)),
};

/** What controllers look for in annotations, by the kind that they name. */
function annotated({ annotations }: Manifest, own: string): ObjectLink[] {
  const named: readonly [kind: string, key: string][] = [
    ['ClusterIssuer', 'cert-manager.io/cluster-issuer'],
    ['Issuer', 'cert-manager.io/issuer'],
    ['IngressClass', 'kubernetes.io/ingress.class'],
    ['KongPlugin', 'konghq.com/plugins'],
  ];
  const [namespace = own, certificate] = (annotations['cert-manager.io/inject-ca-from'] ?? '').split('/');
  return [
    ...named.flatMap(([kind, key]) =>
      (annotations[key] ?? '').split(',').flatMap((name) => link(kind, name.trim(), own)),
    ),
    ...link('Certificate', certificate, namespace),
  ];
}
