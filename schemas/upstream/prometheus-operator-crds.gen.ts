// Written by `npm run generate` from schemas/upstream/prometheus-operator-crds.schema.json. Do not edit.

export interface Values {
  crds?: {
    /**
     * Annotations of every definition.
     */
    annotations?: {
      [k: string]: string;
    };
    alertmanagerconfigs?: Definition;
    alertmanagers?: Definition;
    podmonitors?: Definition;
    probes?: Definition;
    prometheusagents?: Definition;
    prometheuses?: Definition;
    prometheusrules?: Definition;
    scrapeconfigs?: Definition;
    servicemonitors?: Definition;
    thanosrulers?: Definition;
  };
}
/**
 * Whether the definition is installed.
 */
export interface Definition {
  enabled?: boolean;
}
