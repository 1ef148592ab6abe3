// Written by `npm run generate` from charts/gateway-tokens/values.schema.json. Do not edit.

export interface Values {
  /**
   * The gateway's IngressClass.
   */
  class: string;
  /**
   * Who signs tokens.
   */
  realm: {
    /**
     * `iss` of a token.
     */
    issuer: string;
    /**
     * What `aud` of a token names.
     */
    audience: string;
    /**
     * Address of the public keys, inside the cluster.
     */
    keys: string;
  };
  /**
   * Names of the plugins, as routes give them.
   */
  plugins: {
    verifyAudience: string;
    limitRequests: string;
  };
  /**
   * What one address may send to one pod of the gateway.
   */
  requestsPerSecond: number;
}
