import type { BucketName } from './names.ts';

/** What every cloud has. */
interface CloudBase {
  /** Bucket or container by purpose; the purposes are named in `platform.ts`. */
  readonly buckets: Readonly<Record<BucketName, string>>;
  /** Storage class of new volumes; the cluster's default where it is left out. */
  readonly storageClass?: string;
  /**
   * Who an app is towards the cloud, by name of the app: an IAM role (aws), the client id of a managed
   * identity (azure), a service account's address (gcp). Bound to the app's ServiceAccount; there are no keys.
   */
  readonly identities?: Readonly<Record<string, string>>;
}

export interface Aws extends CloudBase {
  readonly kind: 'aws';
  readonly region: string;
  readonly accountId: string;
}

export interface Azure extends CloudBase {
  readonly kind: 'azure';
  readonly region: string;
  readonly subscriptionId: string;
  readonly tenantId: string;
  readonly storageAccount: string;
  /** Address of the Key Vault that keeps the secrets. */
  readonly vaultUrl: string;
}

export interface Gcp extends CloudBase {
  readonly kind: 'gcp';
  readonly region: string;
  readonly project: string;
  /** Name and location of the GKE cluster, which workload identity federation asks for. */
  readonly cluster: { readonly name: string; readonly location: string };
}

/** An own data centre: any conformant cluster, and any object store that speaks S3. */
export interface Local extends CloudBase {
  readonly kind: 'local';
  readonly objectStore: { readonly endpoint: string; readonly region: string };
}

export type Cloud = Aws | Azure | Gcp | Local;
export type CloudKind = Cloud['kind'];
