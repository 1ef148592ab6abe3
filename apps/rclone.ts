import type { Bucket, Cloud, SecretReference } from '#generator';

type Variables = Record<string, string | { secret: string; key: string }>;

/**
 * How rclone reaches the object store of an environment: variables that make a remote called `store`. In a cloud it logs
 * in as the identity of the app; keys are read only where there is no cloud.
 */
export function rcloneVariables(cloud: Cloud, keys: () => SecretReference): Variables {
  return {
    ...Object.fromEntries(
      Object.entries(remote(cloud, keys)).map(([key, value]) => [`RCLONE_CONFIG_STORE_${key}`, value]),
    ),
    // There is no file: everything is here.
    RCLONE_CONFIG: '/tmp/rclone.conf',
  };
}

/** A folder of a bucket, as rclone writes it. */
export const rcloneFolder = ({ name }: Bucket, folder: string): string => `store:${name}/${folder}`;

function remote(cloud: Cloud, keys: () => SecretReference): Variables {
  switch (cloud.kind) {
    case 'aws':
      return {
        TYPE: 's3',
        PROVIDER: 'AWS',
        ENV_AUTH: 'true',
        REGION: cloud.region,
        NO_CHECK_BUCKET: 'true',
      };
    case 'azure':
      return {
        TYPE: 'azureblob',
        ACCOUNT: cloud.storageAccount,
        ENV_AUTH: 'true',
        NO_CHECK_CONTAINER: 'true',
      };
    case 'gcp':
      return {
        TYPE: 'google cloud storage',
        ENV_AUTH: 'true',
        // Rights are those of the bucket, not of each object.
        BUCKET_POLICY_ONLY: 'true',
        NO_CHECK_BUCKET: 'true',
      };
    case 'local': {
      const { name } = keys();
      return {
        TYPE: 's3',
        PROVIDER: 'Other',
        ENDPOINT: cloud.objectStore.endpoint,
        REGION: cloud.objectStore.region,
        FORCE_PATH_STYLE: 'true',
        ACCESS_KEY_ID: { secret: name, key: 'accessKey' },
        SECRET_ACCESS_KEY: { secret: name, key: 'secretKey' },
        NO_CHECK_BUCKET: 'true',
      };
    }
  }
}
