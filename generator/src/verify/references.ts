import type { Plain, PlainObject } from '../definition/plain.ts';
import { entryOf } from '../problem/entry-of.ts';
import type { NamedKind, NamedObject } from './made-objects.ts';
import { containersOf, isObject, type Manifest, mapIn, mapsIn, walk } from './manifest.ts';

/** What an object refers to by name: whatever it cannot do without. */
export interface ObjectReference extends NamedObject {
  readonly namespace: string;
  /** Keys that it reads there. */
  readonly keys: readonly string[];
}

/** Objects that bring what they name, or tell another system of it. */
const makers = [
  'ExternalSecret',
  'ClusterExternalSecret',
  'PushSecret',
  'Certificate',
  'CustomResourceDefinition',
];

/** Everything that an object refers to, in the namespace that it says or its own: in pods, and in custom resources. */
export function referencesIn(manifest: Manifest, own: string): ObjectReference[] {
  if (makers.includes(manifest.kind)) return keystorePasswords(manifest, own);
  return [...walk(manifest.object)].flatMap(([value, path]) => {
    const key = String(path.findLast((part) => typeof part === 'string') ?? '');
    if (typeof value === 'string' && isAccount(key, path)) return [refer('ServiceAccount', value, own)];
    if (!isObject(value) || value.optional === true) return [];
    const namespace = typeof value.namespace === 'string' ? value.namespace : own;
    return [
      ...(isPod(value) ? ofPod(value, own) : []),
      ...(value.kind === 'ServiceAccount' && path.includes('subjects')
        ? [refer('ServiceAccount', String(value.name), namespace)]
        : []),
      ...keyed(key, value, namespace),
      ...(isSecretName(key) && value.key === undefined && typeof value.name === 'string'
        ? [refer('Secret', value.name, namespace)]
        : []),
    ];
  });
}

const refer = (
  kind: NamedKind,
  name: string,
  namespace: string,
  keys: readonly string[] = [],
): ObjectReference => ({
  kind,
  name,
  namespace,
  keys,
});

/** An account that a workload or a custom resource runs under. */
const isAccount = (key: string, path: readonly unknown[]): boolean =>
  path[0] === 'spec' && ['serviceAccount', 'serviceAccountName'].includes(key);

/** As `passwordSecret: { name }`; the key of an account at an authority is made by whoever asks for it. */
const isSecretName = (key: string): boolean => /secret(ref)?$/i.test(key) && key !== 'privateKeySecretRef';

const isPod = (value: PlainObject): boolean =>
  ['containers', 'initContainers', 'volumes', 'imagePullSecrets'].some((key) => Array.isArray(value[key]));

/** `{ name, key }` is how one key of a Secret or a ConfigMap is named, whatever stands before it. */
function keyed(before: string, value: PlainObject, namespace: string): ObjectReference[] {
  const { name, key } = value;
  const others = Object.keys(value).filter(
    (part) => !['name', 'key', 'namespace', 'optional'].includes(part),
  );
  if (typeof name !== 'string' || typeof key !== 'string' || others.length > 0) return [];
  return [refer(/configmap/i.test(before) ? 'ConfigMap' : 'Secret', name, namespace, [key])];
}

/** Volumes, and groups of variables, of a pod; single variables are found wherever they stand. */
function ofPod(spec: PlainObject, own: string): ObjectReference[] {
  const containers = containersOf(spec);
  const volumes = mapsIn(spec.volumes);
  return [
    ...volumes.flatMap((volume) => ofVolume(volume, containers, own)),
    ...volumes.flatMap(({ persistentVolumeClaim }) => {
      const { claimName } = mapIn(persistentVolumeClaim);
      return typeof claimName === 'string' ? [refer('PersistentVolumeClaim', claimName, own)] : [];
    }),
    ...containers
      .flatMap(({ envFrom }) => mapsIn(envFrom))
      .flatMap(({ secretRef, configMapRef }) => [
        ...named('Secret', secretRef, own),
        ...named('ConfigMap', configMapRef, own),
      ]),
    ...mapsIn(spec.imagePullSecrets).flatMap((pull) => named('Secret', pull, own)),
  ];
}

function ofVolume(volume: PlainObject, containers: readonly PlainObject[], own: string): ObjectReference[] {
  const files = containers
    .flatMap(({ volumeMounts }) => mapsIn(volumeMounts))
    .filter(({ name, subPath }) => name === volume.name && typeof subPath === 'string')
    .map(({ subPath }) => String(subPath));
  return [
    ...named('Secret', volume.secret, own, files),
    ...named('ConfigMap', volume.configMap, own, files),
    ...mapsIn(mapIn(volume.projected).sources).flatMap(({ secret, configMap }) => [
      ...named('Secret', secret, own),
      ...named('ConfigMap', configMap, own),
    ]),
  ];
}

/** A source of files or variables: the keys are those of its `items`, and files that are mounted one by one. */
function named(
  kind: NamedKind,
  source: Plain | undefined,
  namespace: string,
  files: readonly string[] = [],
): ObjectReference[] {
  const { name, secretName = name, optional, items } = mapIn(source);
  if (typeof secretName !== 'string' || optional === true) return [];
  const renamed = Object.fromEntries(mapsIn(items).map(({ key, path }) => [String(path), String(key)]));
  const single = Array.isArray(items) ? [] : files.map((file) => file.replace(/\/.*$/, ''));
  return [refer(kind, secretName, namespace, [...new Set([...Object.values(renamed), ...single])])];
}

/** A certificate is made, and the password of its keystore is read. */
function keystorePasswords({ kind, object }: Manifest, own: string): ObjectReference[] {
  if (kind !== 'Certificate') return [];
  return Object.values(mapIn(mapIn(object.spec).keystores)).flatMap((store) =>
    keyed('', mapIn(entryOf(mapIn(store), 'passwordSecretRef')), own),
  );
}
