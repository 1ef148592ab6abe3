import type { PlainObject } from '../definition/plain.ts';
import { isObject, type Manifest } from './manifest.ts';

/** Kinds that pods refer to by name. */
export type NamedKind = 'Secret' | 'ConfigMap' | 'ServiceAccount' | 'PersistentVolumeClaim';

/** An object in the namespace of who refers to it or makes it. */
export interface NamedObject {
  readonly kind: NamedKind;
  readonly name: string;
}

const secret = (name: unknown): NamedObject[] => (typeof name === 'string' ? [{ kind: 'Secret', name }] : []);

const specOf = ({ object }: Manifest): PlainObject => (isObject(object.spec) ? object.spec : {});

/** What operators make of custom resources, and controllers of annotated objects; from their documentation. */
const makers: Readonly<Record<string, (manifest: Manifest) => NamedObject[]>> = {
  'external-secrets.io/ExternalSecret': (manifest) => {
    const { target } = specOf(manifest);
    return secret(isObject(target) && target.name !== undefined ? target.name : manifest.name);
  },
  'bitnami.com/SealedSecret': ({ name }) => secret(name),
  'cert-manager.io/Certificate': (manifest) => secret(specOf(manifest).secretName),
  'networking.k8s.io/Ingress': (manifest) => {
    const { tls } = specOf(manifest);
    const issued = Object.keys(manifest.annotations).some((key) => key.startsWith('cert-manager.io/'));
    const entries = issued && Array.isArray(tls) ? tls.filter(isObject) : [];
    return entries.flatMap(({ secretName }) => secret(secretName));
  },
  'kafka.strimzi.io/KafkaUser': ({ name }) => secret(name),
  'kafka.strimzi.io/Kafka': ({ name }) =>
    ['cluster-ca-cert', 'clients-ca-cert', 'cluster-ca', 'clients-ca'].flatMap((end) =>
      secret(`${name}-${end}`),
    ),
  'postgresql.cnpg.io/Cluster': ({ name }) => [
    ...['app', 'superuser', 'ca', 'server', 'replication'].flatMap((end) => secret(`${name}-${end}`)),
    { kind: 'ServiceAccount', name },
  ],
};

/** The objects that come to be with a manifest: itself, or what an operator makes of it. */
export function madeBy(manifest: Manifest): NamedObject[] {
  const { group, kind, name } = manifest;
  if (group === '' && isNamedKind(kind)) return [{ kind, name }];
  return makers[`${group}/${kind}`]?.(manifest) ?? [];
}

const isNamedKind = (kind: string): kind is NamedKind =>
  ['Secret', 'ConfigMap', 'ServiceAccount', 'PersistentVolumeClaim'].includes(kind);
