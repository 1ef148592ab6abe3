import { z } from 'zod';

/** What every cloud has. */
const base = {
  /** Bucket or container by purpose; the purposes are named in `platform.ts`. */
  buckets: z.record(z.string(), z.string().min(1)).default({}),
  /** Storage class of new volumes; the cluster's default where it is left out. */
  storageClass: z.string().min(1).optional(),
  /**
   * The cloud identity of an app, by name of the app: an IAM role (aws), the client id of a managed identity (azure), a
   * service account's address (gcp). Bound to the app's ServiceAccount; there are no keys.
   */
  identities: z.record(z.string(), z.string().min(1)).default({}),
};

/** Shape of an environment's `cloud`. */
export const cloud = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('aws'),
    ...base,
    region: z.string(),
    accountId: z.string().regex(/^\d{12}$/),
  }),
  z.strictObject({
    kind: z.literal('azure'),
    ...base,
    region: z.string(),
    subscriptionId: z.guid(),
    tenantId: z.guid(),
    storageAccount: z.string(),
    /** Address of the Key Vault that keeps the secrets. */
    vaultUrl: z.url(),
  }),
  z.strictObject({
    kind: z.literal('gcp'),
    ...base,
    region: z.string(),
    project: z.string(),
    /** Name and location of the GKE cluster, which workload identity federation asks for. */
    cluster: z.strictObject({ name: z.string(), location: z.string() }),
  }),
  /** On-premises: any conformant cluster, and any object store that speaks S3. */
  z.strictObject({
    kind: z.literal('local'),
    ...base,
    objectStore: z.strictObject({ endpoint: z.url(), region: z.string() }),
  }),
]);
