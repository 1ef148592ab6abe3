/**
 * Outputs: what one app tells another. An app declares them once, in `provides`; everyone else reads them with
 * `of(app)`, so a host, a topic or a secret is never written twice, and the plan knows who reads what.
 */

/** A TCP address inside the cluster. */
export interface Endpoint {
  readonly kind: 'endpoint';
  /** Fully qualified host of the Service. */
  readonly host: string;
  /** Port of the Service. */
  readonly port: number;
  /** Port of the pods, which is what a NetworkPolicy sees. */
  readonly podPort: number;
  /** Labels of the pods that answer. */
  readonly pods: Readonly<Record<string, string>>;
}

/** A public name, below the domain of the environment. */
export interface Host {
  readonly kind: 'host';
  /** The name, as in `api.example.org`. */
  readonly host: string;
  /** With the scheme in front. */
  readonly url: string;
  /** Where requests go. */
  readonly endpoint: Endpoint;
  /** Beginnings of the paths that are exposed. */
  readonly paths: readonly string[];
  /** Why nobody is asked who they are before a request gets here; null where everybody is. */
  readonly unauthenticated: string | null;
}

/** A Kafka topic. */
export interface Topic {
  readonly kind: 'topic';
  readonly name: string;
}

/** A database inside a database server. */
export interface Database {
  readonly kind: 'database';
  readonly name: string;
}

/** A login role of a database server, and the secret that holds its password. */
export interface Role {
  readonly kind: 'role';
  readonly name: string;
  readonly secret: SecretOutput;
}

/** What an app does with a bucket. */
export const bucketAccesses = ['read', 'read-write'] as const;
export type BucketAccess = (typeof bucketAccesses)[number];

/** A bucket or container of an object store. */
export interface Bucket {
  readonly kind: 'bucket';
  /** What it is for: the key in the environment's `buckets`. */
  readonly purpose: string;
  readonly name: string;
  /** As Hadoop and Flink file systems write it: `s3://…`, `gs://…`, `wasbs://…`. */
  readonly url: string;
}

/** A secret of some app: its name and keys, never its content. */
export interface SecretOutput {
  readonly kind: 'secret';
  readonly owner: string;
  readonly name: string;
  readonly keys: readonly string[];
}

/** The custom kinds that an app of the crds layer brings, as API groups. */
export interface Kinds {
  readonly kind: 'kinds';
  readonly groups: readonly string[];
}

/** Where every app of the environment finds its secrets: a store of External Secrets. */
export interface SecretStore {
  readonly kind: 'secret-store';
  readonly storeKind: 'ClusterSecretStore';
  readonly name: string;
}

/** Anything else that is agreed upon: the name of an issuer, an ingress class, a consumer group. */
export interface Setting {
  readonly kind: 'setting';
  readonly value: string;
}

export type Output =
  | Endpoint
  | Host
  | Topic
  | Database
  | Role
  | Bucket
  | SecretOutput
  | Kinds
  | SecretStore
  | Setting;

/** Outputs by name, grouped as their owner likes: `{ bootstrap: endpoint, topics: { ingest: topic } }`. */
export interface OutputTree {
  readonly [name: string]: Output | OutputTree;
}

export const topic = (name: string): Topic => ({ kind: 'topic', name });
export const database = (name: string): Database => ({ kind: 'database', name });
export const role = (name: string, secret: SecretOutput): Role => ({ kind: 'role', name, secret });
export const kinds = (...groups: readonly string[]): Kinds => ({ kind: 'kinds', groups });
export const setting = (value: string): Setting => ({ kind: 'setting', value });

/** Whether a node of an output tree is an output and not a group of them. */
export function isOutput(node: Output | OutputTree): node is Output {
  return typeof (node as { kind?: unknown }).kind === 'string';
}
