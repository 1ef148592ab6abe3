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
/** Google is left to each program: what one of them does with an identity, another needs a key for. */
type KnownAlike = Exclude<Cloud, { kind: 'gcp' }>;

/** How to reach the object store of a cloud. Only the secret that is needed there is read, and so must exist. */
export function objectStoreOf(cloud: KnownAlike, secret: ReadSecret) {
  switch (cloud.kind) {
    case 'aws':
      return { aws: { region: cloud.region } };
    case 'azure':
      return { azure: { account: cloud.storageAccount, secret: secret('storage-account').name } };
    case 'local':
      return { s3: { ...cloud.objectStore, secret: secret('object-store').name } };
  }
}
