// Written by `npm run generate` from charts/kafka-message-exporter/values.schema.json. Do not edit.

export interface Values {
  image: {
    repository: string;
    tag: string;
    digest: string | null;
  };
  /**
   * Each would know only the messages that it read itself, so there is one.
   */
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
  kafka: {
    host: string;
    port: number;
    /**
     * Consumer group.
     */
    group: string;
  };
  /**
   * What reads which topic.
   */
  exporters: {
    /**
     * One that the image has.
     */
    name: 'obsrv-connectors' | 'spark-stats' | 'wfs';
    topic: string;
    /**
     * Where in a message stands what its metrics are called after.
     */
    prefixPath?: string;
    /**
     * The same for all of its metrics, instead.
     */
    prefix?: string;
  }[];
  /**
   * Whether Prometheus is there to scrape the exporter.
   */
  metrics: boolean;
}
