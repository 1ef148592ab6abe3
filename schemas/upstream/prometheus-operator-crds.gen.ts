// Written by `npm run generate` from schemas/upstream/prometheus-operator-crds.schema.json. Do not edit.

export interface Values {
  crds?: {
    alertmanagerconfigs?: {
      enabled?: unknown;
      [k: string]: unknown;
    };
    alertmanagers?: {
      enabled?: unknown;
      [k: string]: unknown;
    };
    annotations?: unknown;
    podmonitors?: {
      enabled?: unknown;
      [k: string]: unknown;
    };
    probes?: {
      enabled?: unknown;
      [k: string]: unknown;
    };
    prometheusagents?: {
      enabled?: unknown;
      [k: string]: unknown;
    };
    prometheuses?: {
      enabled?: unknown;
      [k: string]: unknown;
    };
    prometheusrules?: {
      enabled?: unknown;
      [k: string]: unknown;
    };
    scrapeconfigs?: {
      enabled?: unknown;
      [k: string]: unknown;
    };
    servicemonitors?: {
      enabled?: unknown;
      [k: string]: unknown;
    };
    thanosrulers?: {
      enabled?: unknown;
      [k: string]: unknown;
    };
  };
  global?: {
    [k: string]: unknown;
  };
}
