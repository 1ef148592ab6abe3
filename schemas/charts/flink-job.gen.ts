// Written by `npm run generate` from charts/flink-job/values.schema.json. Do not edit.

/**
 * Cores asked for; twice as many may be used.
 */
export type Cpu = number;
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
  flinkVersion: 'v1_20';
  /**
   * Path of the job in the image.
   */
  jar: string;
  entryClass: string;
  parallelism: {
    /**
     * Readers of the input topic; more than it has partitions would idle.
     */
    consumer: number;
    /**
     * Of every other operator.
     */
    downstream: number;
  };
  jobManager: {
    /**
     * More than one keeps standbys ready.
     */
    replicas?: number;
    cpu: Cpu;
    memory: Memory;
  };
  /**
   * There are as many as the parallelism needs: Flink starts and stops them itself.
   */
  taskManager: {
    /**
     * Parallel lanes in one TaskManager.
     */
    slots: number;
    cpu: Cpu;
    memory: Memory;
    /**
     * Part of the memory that Flink manages itself. The jobs keep state on the heap, where it would lie idle.
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
  cache: Endpoint;
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
 * Remembers which events were seen.
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
