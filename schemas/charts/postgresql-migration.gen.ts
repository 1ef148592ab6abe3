// Written by `npm run generate` from charts/postgresql-migration/values.schema.json. Do not edit.

export interface Values {
  /**
   * Flyway, as a reference with tag and digest.
   */
  image: string;
  /**
   * Databases that have SQL in migrations/<name>/, one run for each.
   */
  databases: {
    name: string;
    server: {
      host: string;
      port: number;
      /**
       * Secret whose ca.crt the server's certificate is checked against.
       */
      authority: string;
    };
    /**
     * Secret with username and password of the database's owner.
     */
    secret: string;
    /**
     * What stands for ${name} in the SQL: a value, or a key of a Secret.
     */
    placeholders?: {
      [k: string]: {
        value?: string;
        secret?: string;
        key?: string;
      };
    };
  }[];
  resources: {
    requests: Quantities;
    limits: Quantities;
  };
}
export interface Quantities {
  [k: string]: string;
}
