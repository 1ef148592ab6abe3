// Written by `npm run generate` from charts/spark-job/values.schema.json. Do not edit.

/**
 * Request. A job works on as many tasks at once as this has whole cores, and on one at least.
 */
export type Cpu = string;
/**
 * All that the pod may use, heap and the rest of the JVM: request and limit.
 */
export type Memory = string;

export interface Values {
  /**
   * Spark with the job inside: the whole reference, as image(…).reference gives it.
   */
  image: string;
  /**
   * Of the image.
   */
  sparkVersion: string;
  /**
   * Path of the job in the image.
   */
  jar: string;
  mainClass: string;
  arguments?: string[];
  /**
   * In UTC: minute, hour, day of the month, month, day of the week.
   */
  schedule: string;
  /**
   * What plans the work; one for each run.
   */
  driver: {
    cpu: Cpu;
    memory: Memory;
  };
  /**
   * What does the work.
   */
  executor: {
    replicas: number;
    cpu: Cpu;
    memory: Memory;
  };
  /**
   * Folder whose files the driver finds before those in the jar.
   */
  classPath?: string;
  /**
   * Files of the driver by path, as HOCON.
   */
  files: {
    [k: string]: {
      /**
       * By key.
       */
      settings: {
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
    };
  };
  /**
   * Where the buckets are; exactly one.
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
     * By the account's key: Hadoop's client for wasbs knows no other way.
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
      region: string;
      /**
       * Secret with the keys accessKey and secretKey.
       */
      secret: string;
    };
  };
  /**
   * Further properties of Spark.
   */
  sparkConf?: {
    [k: string]: string;
  };
}
