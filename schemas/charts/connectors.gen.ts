// Written by `npm run generate` from charts/connectors/values.schema.json. Do not edit.

export interface Values {
  /**
   * What pods of connectors may be given: every other Secret here belongs to Helm.
   */
  secrets?: {
    secret: string;
    key: string;
  }[];
  /**
   * The most of each thing that the namespace holds, as Kubernetes names it.
   */
  quota: {
    [k: string]: string;
  };
  /**
   * What a container has that does not say itself, and the most that one may ask for.
   */
  container: {
    default: Amounts;
    defaultRequest: Amounts;
    max: Amounts;
  };
  /**
   * Who may have jobs of Flink restarted, and do nothing else to them.
   */
  restarts: {
    /**
     * As Kubernetes calls it.
     */
    user: string;
    /**
     * That of the jobs.
     */
    namespace: string;
  };
  /**
   * Files that connectors read, by name; ${NAME} is filled in from their Secrets when a pod starts.
   */
  settings: {
    [k: string]: string;
  };
}
export interface Amounts {
  cpu?: string;
  memory?: string;
}
