import { bucketKey, type Cloud, opaque, provided, type SecretReference } from '#generator';

/**
 * Keys to an object store, for programs that cannot use an identity of the cloud. Every app declares its own, so
 * that each key can be given, narrowed and taken back alone.
 */
export const objectStoreSecrets = {
  'object-store': opaque({
    accessKey: bucketKey(
      20,
      'Access key id of a user of the own object store who may use the buckets of this app.',
    ),
    secretKey: bucketKey(40, 'Secret access key of that user.'),
  }),
  'storage-account': opaque({
    accountKey: provided('One of the two access keys of the Azure storage account.'),
  }),
};

type ReadSecret = (name: keyof typeof objectStoreSecrets) => SecretReference;

/**
 * How programs with Hadoop's clients reach the object store of a cloud: with the identity of their pod, but for Azure,
 * where those clients know accounts' keys only. Only the secret that is needed there is read, and so must exist.
 */
export function objectStoreOf(cloud: Cloud, secret: ReadSecret) {
  switch (cloud.kind) {
    case 'aws':
      return { aws: { region: cloud.region } };
    case 'azure':
      return { azure: { account: cloud.storageAccount, secret: secret('storage-account').name } };
    case 'gcp':
      return { gcp: {} };
    case 'local':
      return { s3: { ...cloud.objectStore, secret: secret('object-store').name } };
  }
}
