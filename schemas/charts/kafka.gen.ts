// Written by `npm run generate` from charts/kafka/values.schema.json. Do not edit.

export interface Values {
  /**
   * Strimzi's image of Kafka, as a reference with tag and digest.
   */
  image: string;
  /**
   * Version of Kafka that the image carries.
   */
  version: string;
  /**
   * What the nodes write to their metadata log; it cannot go back.
   */
  metadataVersion: string;
  /**
   * Nodes, in groups that are made alike.
   */
  pools: {
    name: string;
    roles: ('controller' | 'broker')[];
    replicas: number;
    /**
     * Size of the one volume of each node; it can only grow.
     */
    volume: string;
    /**
     * Heap of the JVM, in its own notation.
     */
    heap: string;
    resources: {
      requests: Quantities;
      limits: Quantities;
    };
  }[];
  /**
   * The cluster's default if absent.
   */
  storageClass?: string;
  /**
   * Label of the nodes of Kubernetes that tells their zone; copies are spread over its values.
   */
  rack?: string;
  /**
   * Tells Prometheus about topics and consumer groups.
   */
  exporter?: {
    resources: {
      requests: Quantities;
      limits: Quantities;
    };
  };
  /**
   * Copies of every topic, and how many of them must have a message before it counts.
   */
  replication: {
    factor: number;
    inSync: number;
  };
  /**
   * Most that a partition keeps whose topic does not say, and the size of the files that it is made of: only whole files are deleted.
   */
  partition: {
    maxBytes: number;
    segmentBytes: number;
  };
  topics: {
    name: string;
    /**
     * Can only grow.
     */
    partitions: number;
    retentionDays: number;
    /**
     * Most that each partition keeps; partition.maxBytes if absent.
     */
    maxBytes?: number;
  }[];
  /**
   * Logins for the listener with TLS.
   */
  users: {
    /**
     * Strimzi makes a Secret of this name.
     */
    name: string;
    password: {
      secret: string;
      key: string;
    };
    acls: {
      resource: 'topic' | 'group' | 'cluster' | 'transactionalId';
      /**
       * All with *; none for the cluster.
       */
      name?: string;
      operations: (
        | 'Read'
        | 'Write'
        | 'Create'
        | 'Delete'
        | 'Alter'
        | 'Describe'
        | 'ClusterAction'
        | 'AlterConfigs'
        | 'DescribeConfigs'
        | 'IdempotentWrite'
        | 'All'
      )[];
    }[];
    quotas?: {
      producerByteRate?: number;
      consumerByteRate?: number;
      requestPercentage?: number;
    };
  }[];
}
export interface Quantities {
  [k: string]: string;
}
