// Written by `npm run generate` from charts/postgresql/values.schema.json. Do not edit.

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
   * A commit waits for one replica: always (required), or while there is one (preferred).
   */
  synchronous?: 'required' | 'preferred';
}
export interface Quantities {
  [k: string]: string;
}
