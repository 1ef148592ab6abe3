import type { Cloud } from '../definition/cloud.ts';
import type { Identity } from '../definition/context.ts';
import type { Bucket } from '../definition/output.ts';
import type { CheckedEnvironment } from './definitions.ts';

/** Whether an environment brings an object store: every cloud does, and any other where it says so. */
export const bringsStore = ({ cloud }: Pick<CheckedEnvironment, 'cloud'>): boolean =>
  cloud.kind !== 'local' || cloud.objectStore !== undefined;

/** The bucket of an environment for one purpose, as the file systems of Hadoop and Flink address it. */
export function bucketOf(cloud: Cloud, purpose: string): Bucket {
  const name = new Map(Object.entries<string>(cloud.buckets)).get(purpose) ?? '';
  return { kind: 'bucket', purpose, name, url: urlOf(cloud, name) };
}

function urlOf(cloud: Cloud, name: string): string {
  switch (cloud.kind) {
    case 'azure':
      return `wasbs://${name}@${cloud.storageAccount}.blob.core.windows.net`;
    case 'gcp':
      return `gs://${name}`;
    default:
      return `s3://${name}`;
  }
}

/**
 * Where the buckets of an environment are, by purpose: an address that no other bucket has. In a store of the platform's
 * own that is the name: where the store lies is said of the store.
 */
export function bucketPlaces(cloud: Cloud, ownStore: boolean): Record<string, string> {
  const place = (purpose: string): string => {
    const { name, url } = bucketOf(cloud, purpose);
    if (ownStore) return name;
    return cloud.kind === 'local' ? `${cloud.objectStore.endpoint.replace(/\/$/, '')}/${name}` : url;
  };
  return Object.fromEntries(Object.keys(cloud.buckets).map((purpose) => [purpose, place(purpose)]));
}

/** What an environment says of its apps' identities, by app; `none` where one shall have none. */
export const statedIdentities = ({
  identities = {},
}: Pick<Cloud, 'identities'>): ReadonlyMap<string, string> => new Map(Object.entries(identities));

/** How the cloud's workload identity is bound to a ServiceAccount; nothing where the app has no identity. */
export function identityOf(cloud: Cloud, app: string): Identity {
  const who = statedIdentities(cloud).get(app);
  if (who === undefined || who === 'none') return { annotations: {}, podLabels: {} };
  switch (cloud.kind) {
    case 'aws':
      return { annotations: { 'eks.amazonaws.com/role-arn': who }, podLabels: {} };
    case 'azure':
      return {
        annotations: { 'azure.workload.identity/client-id': who },
        podLabels: { 'azure.workload.identity/use': 'true' },
      };
    case 'gcp':
      return { annotations: { 'iam.gke.io/gcp-service-account': who }, podLabels: {} };
    case 'local':
      return { annotations: {}, podLabels: {} };
  }
}
