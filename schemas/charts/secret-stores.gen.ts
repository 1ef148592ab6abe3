// Written by `npm run generate` from charts/secret-stores/values.schema.json. Do not edit.

export interface Values {
  /**
   * Name of the ClusterSecretStore.
   */
  name: string;
  /**
   * ServiceAccount of External Secrets, which asks for tokens of this app's to read the store.
   */
  reader: {
    name: string;
    namespace: string;
  };
  /**
   * What holds the secrets; exactly one.
   */
  keptIn: {
    /**
     * AWS Secrets Manager.
     */
    aws?: {
      region: string;
    };
    /**
     * Azure Key Vault.
     */
    azure?: {
      vaultUrl: string;
      tenantId: string;
    };
    /**
     * Google Secret Manager.
     */
    gcp?: {
      project: string;
      /**
       * The GKE cluster whose ServiceAccounts Google trusts.
       */
      cluster: {
        name: string;
        location: string;
      };
    };
    /**
     * The app's own namespace in the cluster.
     */
    namespace?: {
      /**
       * Every secret of the environment: no other name can be read.
       */
      secrets: Secret[];
    };
  };
}
export interface Secret {
  /**
   * Name of the Secret.
   */
  name: string;
  /**
   * Keys to make, each with its length in letters and digits.
   */
  generated?: {
    [k: string]: number;
  };
}
