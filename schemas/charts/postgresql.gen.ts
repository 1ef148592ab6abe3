// Written by `npm run generate` from charts/postgresql/values.schema.json. Do not edit.

/**
 * How many it may have open.
 */
export type Connections = number;

export interface Values {
  /**
   * Reference with tag and digest. The operator reads the major version from the tag.
   */
  image: string;
  /**
   * One primary, the others replicas.
   */
  instances: number;
  /**
   * The one of the databases that is made together with the cluster; it cannot change later.
   */
  initialDatabase: string;
  databases: {
    connections: Connections;
    /**
     * Name of the database and of the role that owns it.
     */
    name: string;
    /**
     * Secret of type basic-auth with the role's name and password.
     */
    secret: string;
    /**
     * Extensions that only a superuser may create.
     */
    extensions?: string[];
  }[];
  /**
   * Logins that own nothing; migrations say what they may do.
   */
  programs?: {
    connections: Connections;
    name: string;
    /**
     * Secret of type basic-auth with its name and password.
     */
    secret: string;
  }[];
  /**
   * Volumes of every instance. They can grow, never shrink.
   */
  storage: {
    data: string;
    wal: string;
    /**
     * Storage class; the cluster's default if absent.
     */
    class?: string;
  };
  resources: {
    requests: Quantities;
    limits: Quantities;
  };
  /**
   * Settings of PostgreSQL, each as text.
   */
  parameters: {
    [k: string]: string;
  };
  /**
   * Base backups and WAL in an object store.
   */
  backup: {
    [k: string]: unknown;
  } & {
    /**
     * Folder in the bucket, as the cloud addresses it.
     */
    path: string;
    /**
     * Folder below that for this very cluster. One that was restored from it needs another.
     */
    archive: string;
    /**
     * Second, minute, hour, day of the month, month, day of the week; in UTC.
     */
    schedule: string;
    /**
     * How far back one can go.
     */
    days: number;
    /**
     * Of the container that copies, in every instance.
     */
    resources: {
      requests: Quantities;
      limits: Quantities;
    };
    /**
     * With the role of the ServiceAccount.
     */
    aws?: {};
    /**
     * With the identity of the ServiceAccount.
     */
    azure?: {};
    /**
     * With the identity of the ServiceAccount.
     */
    gcp?: {};
    /**
     * An object store of one's own that speaks S3.
     */
    s3?: {
      endpoint: string;
      region: string;
      /**
       * Secret with accessKey and secretKey.
       */
      secret: string;
    };
  };
  /**
   * Brings a new cluster up with what another one has left in the object store. Looked at only when the cluster is made.
   */
  recovery?: {
    /**
     * Which of the archives there.
     */
    archive: string;
    /**
     * How far its WAL is followed; to its end if absent.
     */
    until?: string;
  };
  /**
   * A commit waits for one replica: always (required), or while there is one (preferred).
   */
  synchronous?: 'required' | 'preferred';
}
export interface Quantities {
  [k: string]: string;
}
