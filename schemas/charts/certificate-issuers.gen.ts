// Written by `npm run generate` from charts/certificate-issuers/values.schema.json. Do not edit.

export interface Values {
  /**
   * Name of the ClusterIssuer that hosts ask.
   */
  name: string;
  /**
   * Who signs; exactly one.
   */
  signer: {
    /**
     * A public authority that asks each host for a page over HTTP.
     */
    acme?: {
      /**
       * Certificates of `staging` are trusted by nobody, and nothing limits how many there are.
       */
      server: 'production' | 'staging';
      /**
       * Whom the authority writes to.
       */
      email?: string;
      /**
       * How the page is published.
       */
      ingress: {
        class: string;
        annotations?: {
          [k: string]: string;
        };
      };
    };
    /**
     * An authority of the cluster itself, which nobody trusts before they are given its certificate.
     */
    authority?: {
      commonName: string;
    };
  };
}
