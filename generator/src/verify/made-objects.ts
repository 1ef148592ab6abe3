import type { PlainObject } from '../definition/plain.ts';
import { isObject, type Manifest, mapIn, mapsIn } from './manifest.ts';

/** Kinds that others refer to by name. */
export type NamedKind = 'Secret' | 'ConfigMap' | 'ServiceAccount' | 'PersistentVolumeClaim';

/** An object in the namespace of who refers to it or makes it. */
export interface NamedObject {
  readonly kind: NamedKind;
  readonly name: string;
}

/** An object that comes to be, with the keys that it will have; null where nobody can tell. */
export interface MadeObject extends NamedObject {
  readonly keys: readonly string[] | null;
}

const secret = (name: unknown, keys: readonly string[] | null): MadeObject[] =>
  typeof name === 'string' ? [{ kind: 'Secret', name, keys }] : [];

const specOf = ({ object }: Manifest): PlainObject => mapIn(object.spec);

const certificate = ['tls.crt', 'tls.key', 'ca.crt'];
const login = [
  ...['username', 'user', 'password', 'dbname', 'host', 'port', 'pgpass'],
  ...['uri', 'jdbc-uri', 'fqdn-uri', 'fqdn-jdbc-uri'],
];

/** What operators make of custom resources, and controllers of annotated objects; from their documentation. */
const makers: Readonly<Record<string, (manifest: Manifest) => MadeObject[]>> = {
  'external-secrets.io/ExternalSecret': (manifest) =>
    secret(mapIn(specOf(manifest).target).name ?? manifest.name, fetchedKeys(specOf(manifest))),
  'bitnami.com/SealedSecret': (manifest) =>
    secret(manifest.name, Object.keys(mapIn(specOf(manifest).encryptedData))),
  'cert-manager.io/Certificate': (manifest) =>
    secret(specOf(manifest).secretName, [...certificate, ...keystoresOf(specOf(manifest))]),
  'networking.k8s.io/Ingress': (manifest) => {
    const issued = Object.keys(manifest.annotations).some((key) => key.startsWith('cert-manager.io/'));
    return issued
      ? mapsIn(specOf(manifest).tls).flatMap(({ secretName }) => secret(secretName, certificate))
      : [];
  },
  'kafka.strimzi.io/KafkaUser': (manifest) =>
    secret(
      manifest.name,
      mapIn(specOf(manifest).authentication).type === 'scram-sha-512'
        ? ['password', 'sasl.jaas.config']
        : ['ca.crt', 'user.crt', 'user.key', 'user.p12', 'user.password'],
    ),
  'kafka.strimzi.io/Kafka': ({ name }) =>
    ['cluster-ca', 'clients-ca'].flatMap((ca) => [
      ...secret(`${name}-${ca}-cert`, ['ca.crt', 'ca.p12', 'ca.password']),
      ...secret(`${name}-${ca}`, ['ca.key']),
    ]),
  'postgresql.cnpg.io/Cluster': ({ name }) => [
    ...['app', 'superuser'].flatMap((end) => secret(`${name}-${end}`, login)),
    ...secret(`${name}-ca`, ['ca.crt', 'ca.key']),
    ...['server', 'replication'].flatMap((end) => secret(`${name}-${end}`, ['tls.crt', 'tls.key'])),
    { kind: 'ServiceAccount', name, keys: null },
  ],
};

/** The objects that come to be with a manifest: itself, or what an operator makes of it. */
export function madeBy(manifest: Manifest): MadeObject[] {
  const { group, kind, name, object } = manifest;
  if (group !== '' || !isNamedKind(kind)) return makers[`${group}/${kind}`]?.(manifest) ?? [];
  const keys = ['data', 'stringData', 'binaryData'].flatMap((part) => Object.keys(mapIn(object[part])));
  // What has nothing in it is filled by somebody.
  return [{ kind, name, keys: keys.length === 0 ? null : keys }];
}

const isNamedKind = (kind: string): kind is NamedKind =>
  ['Secret', 'ConfigMap', 'ServiceAccount', 'PersistentVolumeClaim'].includes(kind);

/** Keys that External Secrets puts into a Secret; null where the store decides. */
function fetchedKeys({ target, data, dataFrom }: PlainObject): string[] | null {
  const { template } = mapIn(target);
  if (isObject(template) && template.templateFrom !== undefined) return null;
  const composed = mapIn(mapIn(template).data);
  if (Object.keys(composed).length > 0 && mapIn(template).mergePolicy !== 'Merge')
    return Object.keys(composed);
  if (mapsIn(dataFrom).length > 0) return null;
  return [...Object.keys(composed), ...mapsIn(data).map(({ secretKey }) => String(secretKey))];
}

function keystoresOf({ keystores, additionalOutputFormats }: PlainObject): string[] {
  const formats = mapsIn(additionalOutputFormats).map(({ type }) => type);
  return [
    ...(isObject(mapIn(keystores).pkcs12) ? ['keystore.p12', 'truststore.p12'] : []),
    ...(isObject(mapIn(keystores).jks) ? ['keystore.jks', 'truststore.jks'] : []),
    ...(formats.includes('CombinedPEM') ? ['tls-combined.pem'] : []),
    ...(formats.includes('DER') ? ['key.der'] : []),
  ];
}
