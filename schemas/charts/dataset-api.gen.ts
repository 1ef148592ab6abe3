// Written by `npm run generate` from charts/dataset-api/values.schema.json. Do not edit.

export type Port = number;

export interface Values {
  image: {
    repository: string;
    tag: string;
    digest: string | null;
  };
  replicas: number;
  resources: {
    requests: {
      cpu: string;
      memory: string;
    };
    limits: {
      cpu?: string;
      memory: string;
    };
  };
  /**
   * By which the API names itself in its telemetry.
   */
  environment: string;
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
  kafka: {
    host: string;
    port: Port;
    /**
     * Where the API reports what was asked of it.
     */
    telemetryTopic: string;
  };
  encryptionKey: SecretKey;
  /**
   * The bucket for connectors and exports.
   */
  storage: {
    bucket: string;
    /**
     * Where the bucket is; exactly one.
     */
    in: {
      /**
       * By the identity of the ServiceAccount.
       */
      aws?: {
        region: string;
      };
      /**
       * By the account's key: the API signs addresses with it.
       */
      azure?: {
        account: string;
        /**
         * Secret with the key accountKey.
         */
        secret: string;
      };
      /**
       * By the key of a service account: the API does not start without one.
       */
      gcp?: {
        project: string;
        /**
         * Secret with the keys clientEmail and privateKey.
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
  };
  pipeline: Endpoint;
  cacheIndexer?: Endpoint1;
  /**
   * Answers queries; with it the API offers the realtime store.
   */
  druid?: {
    host: string;
    port: Port;
    user: string;
    password: SecretKey1;
  };
  /**
   * Whether the API offers the lakehouse.
   */
  lakehouse?: boolean;
  caches?: {
    dedup: Endpoint2;
    denorm: Endpoint2;
  };
  commandApi?: Endpoint2;
  prometheus?: Endpoint2;
  /**
   * Where the alerts of datasets are kept.
   */
  grafana?: {
    host: string;
    port: Port;
    token: SecretKey1;
  };
  telemetry?: Endpoint3;
  /**
   * What tokens of users are checked with.
   */
  tokens?: {
    publicKey: SecretKey1;
    audience?: string;
  };
  /**
   * Whether Prometheus is there to scrape the API.
   */
  metrics: boolean;
}
/**
 * Encrypts connector credentials in the database: 32 characters, the same for whoever decrypts.
 */
export interface SecretKey {
  secret: string;
  key: string;
}
/**
 * JobManager of the job that datasets run in.
 */
export interface Endpoint {
  host: string;
  port: Port;
}
/**
 * JobManager of the job that fills the master data.
 */
export interface Endpoint1 {
  host: string;
  port: Port;
}
export interface SecretKey1 {
  secret: string;
  key: string;
}
export interface Endpoint2 {
  host: string;
  port: Port;
}
/**
 * Collector of OpenTelemetry; off where it is left out.
 */
export interface Endpoint3 {
  host: string;
  port: Port;
}
