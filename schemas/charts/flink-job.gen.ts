// Written by `npm run generate` from charts/flink-job/values.schema.json. Do not edit.

/**
 * What a pod requests; twice as much may be used.
 */
export type Cpu = string;
/**
 * All that the process may use, JVM included: request and limit of the pod.
 */
export type Memory = string;
export type Count = number;
export type Port = number;

export interface Values {
  /**
   * Flink with the job inside.
   */
  image: {
    repository: string;
    tag: string;
    digest: string | null;
  };
  /**
   * Of the image, as the operator calls it.
   */
  flinkVersion: 'v1_17' | 'v1_20';
  /**
   * Path of the job in the image.
   */
  jar: string;
  entryClass: string;
  jobManager: {
    /**
     * More than one keeps standbys ready.
     */
    replicas: number;
    cpu: Cpu;
    memory: Memory;
  };
  /**
   * Flink starts and stops them itself, as many as the lanes need.
   */
  taskManager: {
    replicas: Count;
    /**
     * Parallel lanes in one TaskManager. All operators of the job run in as many as there are; more than the input topic has partitions would idle.
     */
    slots: number;
    cpu: Cpu;
    memory: Memory;
    /**
     * Part of the memory that Flink manages itself, for jobs that keep their state in RocksDB. The others keep it on the heap, and it would lie idle.
     */
    managedFraction?: number;
  };
  state: {
    /**
     * Folder of a bucket for checkpoints, savepoints and what a new JobManager takes over.
     */
    url: string;
    checkpointSeconds: Count;
    /**
     * At least this long between the end of a checkpoint and the next.
     */
    pauseSeconds?: number;
  };
  /**
   * Where the bucket is; exactly one.
   */
  objectStore: {
    /**
     * By the identity of the ServiceAccount.
     */
    aws?: {
      region: string;
    };
    /**
     * By the identity of the ServiceAccount.
     */
    gcp?: {};
    /**
     * By the account's key: what Flink brings for wasbs knows no other way.
     */
    azure?: {
      account: string;
      /**
       * Secret with the key accountKey.
       */
      secret: string;
    };
    /**
     * An own object store that speaks S3.
     */
    s3?: {
      endpoint: string;
      /**
       * The client of the images' S3 plugin (Presto's) signs for no other region at an address that is not Amazon's.
       */
      region: string;
      /**
       * Secret with the keys accessKey and secretKey.
       */
      secret: string;
    };
  };
  /**
   * For jobs that write files with Hadoop and not with Flink.
   */
  hadoop?: {
    /**
     * Lines of core-site.xml.
     */
    settings: {
      [k: string]: string;
    };
    /**
     * Jars that the image lacks, and an image that has them: they are copied when a pod starts.
     */
    libraries?: {
      /**
       * As a reference with tag and digest.
       */
      image: string;
      /**
       * Folder of that image, in which the files may lie at any depth.
       */
      folder: string;
      /**
       * Names, with wildcards of the shell.
       *
       * @minItems 1
       */
      files: [string, ...string[]];
    };
  };
  /**
   * What this job needs of Flink besides, by key of its configuration.
   */
  flink?: {
    [k: string]: string;
  };
  kafka: {
    host: string;
    port: Port;
    /**
     * Consumer group.
     */
    group: string;
    systemEventsTopic: string;
    failedTopic: string;
    maxRequestBytes?: number;
  };
  /**
   * Registry of the datasets.
   */
  database: {
    host: string;
    port: Port;
    name: string;
    user: string;
    /**
     * Secret with the key password.
     */
    secret: string;
  };
  cache?: Endpoint;
  telemetry?: Endpoint1;
  /**
   * What only this job is told, by key of its configuration.
   */
  settings?: {
    [k: string]: string | number | boolean;
  };
  /**
   * The same, for what must not stand in a ConfigMap.
   */
  secretSettings?: {
    [k: string]: {
      secret: string;
      key: string;
    };
  };
}
/**
 * The one cache that the job is told of.
 */
export interface Endpoint {
  host: string;
  port: Port;
}
/**
 * Collector of OpenTelemetry; off where it is left out.
 */
export interface Endpoint1 {
  host: string;
  port: Port;
}
