import type { Cloud } from '../definition/cloud.ts';
import type { BucketAccess } from '../definition/output.ts';

/** Something that an identity must be allowed. */
export interface Permission {
  /** Actions (aws), or a role that has them (azure, gcp). */
  readonly allow: readonly string[];
  /** On what, as the cloud names it. */
  readonly on: string;
  /** Names of the same kind that can be asked about one by one. */
  readonly examples: readonly string[];
}

type AwsCloud = Extract<Cloud, { kind: 'aws' }>;

/** What may be done with a bucket. */
export function bucketPermissions(cloud: Cloud, bucket: string, access: BucketAccess): Permission[] {
  const writes = access === 'read-write';
  switch (cloud.kind) {
    case 'aws': {
      const arn = `arn:${partitionOf(cloud)}:s3:::${bucket}`;
      const objects = writes ? ['s3:GetObject', 's3:PutObject', 's3:DeleteObject'] : ['s3:GetObject'];
      return [
        { allow: ['s3:ListBucket'], on: arn, examples: [arn] },
        { allow: objects, on: `${arn}/*`, examples: [`${arn}/example`] },
      ];
    }
    case 'azure':
      return [
        {
          allow: [writes ? 'Storage Blob Data Contributor' : 'Storage Blob Data Reader'],
          on: `${cloud.storageAccount}/${bucket}`,
          examples: [`/storageAccounts/${cloud.storageAccount}`],
        },
      ];
    case 'gcp':
      return [
        {
          allow: [writes ? 'roles/storage.objectUser' : 'roles/storage.objectViewer'],
          on: `gs://${bucket}`,
          examples: [`gs://${bucket}`],
        },
      ];
    case 'local':
      return [];
  }
}

/** What reading the secrets of the environment takes, under their names in the store. */
export function secretPermissions(cloud: Cloud, names: readonly string[], prefix: string): Permission[] {
  switch (cloud.kind) {
    case 'aws': {
      const arn = `arn:${partitionOf(cloud)}:secretsmanager:${cloud.region}:${cloud.accountId}:secret:`;
      return [
        {
          allow: ['secretsmanager:GetSecretValue', 'secretsmanager:DescribeSecret'],
          on: `${arn}${prefix}*`,
          // The service appends six characters to every name.
          examples: names.map((name) => `${arn}${name}-a1b2c3`),
        },
      ];
    }
    case 'azure':
      return [
        {
          allow: ['Key Vault Secrets User'],
          on: cloud.vaultUrl,
          examples: [`/vaults/${vaultOf(cloud.vaultUrl)}`],
        },
      ];
    case 'gcp':
      return [
        {
          allow: ['roles/secretmanager.secretAccessor'],
          on: `projects/${cloud.project}`,
          examples: [`projects/${cloud.project}`],
        },
      ];
    case 'local':
      return [];
  }
}

/** Name of a Key Vault, which is the first part of its address. */
export const vaultOf = (url: string): string => new URL(url).hostname.replace(/\..*/, '');

/** Amazon has separate copies of itself, whose names begin otherwise. */
function partitionOf({ region }: AwsCloud): string {
  if (region.startsWith('cn-')) return 'aws-cn';
  return region.startsWith('us-gov-') ? 'aws-us-gov' : 'aws';
}
