// Written by `npm run generate` from charts/druid/values.schema.json. Do not edit.

export type Count = number;
export type Cpu = string;
export type Memory = string;

export interface Values {
  /**
   * The whole reference of an image of Apache Druid.
   */
  image: string;
  /**
   * Name of the cluster: its pods and Services are called druid-<cluster>-<kind>.
   */
  cluster: string;
  coordinators: Plain;
  brokers: Querying;
  routers: Plain1;
  historicals: {
    replicas: Count;
    cpu: Cpu;
    memory: Memory;
    /**
     * Mebibytes of the JVM's heap.
     */
    heap: number;
    /**
     * Mebibytes off the heap that each thread works in, and each merge.
     */
    buffer: number;
    /**
     * Queries work in so many threads.
     */
    threads: number;
    /**
     * So many queries group at once.
     */
    merges: number;
    /**
     * Mebibytes of the heap for results of segments.
     */
    cache: number;
    /**
     * Volume of each, nine tenths of it for segments.
     */
    disk: string;
  };
  indexers: {
    replicas: Count;
    cpu: Cpu;
    memory: Memory;
    /**
     * Mebibytes of the JVM's heap.
     */
    heap: number;
    /**
     * Mebibytes off the heap that each thread works in, and each merge.
     */
    buffer: number;
    /**
     * Queries work in so many threads.
     */
    threads: number;
    /**
     * So many queries group at once.
     */
    merges: number;
    /**
     * How many of them each runs at once.
     */
    tasks: number;
    /**
     * Scratch volume of each, which goes with the pod.
     */
    disk: string;
  };
  /**
   * The cluster's default if absent.
   */
  storageClass?: string;
  /**
   * PostgreSQL, where segments, rules, tasks and accounts are recorded.
   */
  database: {
    host: string;
    port: Count;
    name: string;
    user: string;
    /**
     * Secret with the key password.
     */
    secret: string;
  };
  /**
   * Secrets, each with the key password: what the accounts get when the cluster starts for the first time.
   */
  accounts: {
    admin: string;
    /**
     * What the processes call each other with.
     */
    internal: string;
  };
  /**
   * The bucket for segments and logs of tasks, and where it is: exactly one of the places.
   */
  deepStorage: {
    bucket: string;
    /**
     * By the identity of the ServiceAccount.
     */
    aws?: {
      region: string;
    };
    /**
     * By the identity of the ServiceAccount; the bucket is a container of the account.
     */
    azure?: {
      account: string;
    };
    /**
     * By the identity of the ServiceAccount.
     */
    gcp?: {};
    /**
     * An own object store that speaks S3.
     */
    s3?: {
      endpoint: string;
      region: string;
      /**
       * Secret with the keys accessKey and secretKey.
       */
      secret: string;
    };
  };
}
/**
 * Coordinator and Overlord in one.
 */
export interface Plain {
  replicas: Count;
  cpu: Cpu;
  /**
   * Request and limit.
   */
  memory: string;
  /**
   * Mebibytes of the JVM's heap.
   */
  heap: number;
}
export interface Querying {
  replicas: Count;
  cpu: Cpu;
  /**
   * Request and limit.
   */
  memory: string;
  /**
   * Mebibytes of the JVM's heap.
   */
  heap: number;
  /**
   * Mebibytes off the heap that each thread works in, and each merge.
   */
  buffer: number;
  /**
   * Queries work in so many threads.
   */
  threads: number;
  /**
   * So many queries group at once.
   */
  merges: number;
}
export interface Plain1 {
  replicas: Count;
  cpu: Cpu;
  /**
   * Request and limit.
   */
  memory: string;
  /**
   * Mebibytes of the JVM's heap.
   */
  heap: number;
}
