// Written by `npm run generate` from generator/charts/companion/values.schema.json. Do not edit.

export interface Values {
  /**
   * PodDisruptionBudgets that let one pod go at a time.
   */
  disruptionBudgets?: {
    name: string;
    pods: Labels;
  }[];
  /**
   * Pods for Prometheus to scrape.
   */
  podMonitors?: {
    name: string;
    pods: Labels;
    /**
     * Name of the container's port.
     */
    port: string;
    path?: string;
  }[];
}
export interface Labels {
  [k: string]: string;
}
