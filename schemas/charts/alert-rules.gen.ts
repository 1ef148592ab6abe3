// Written by `npm run generate` from charts/alert-rules/values.schema.json. Do not edit.

export interface Values {
  /**
   * Rules that are evaluated one after the other; each group is an object of its own.
   */
  groups: {
    name: string;
    rules: Rule[];
  }[];
}
export interface Rule {
  alert: string;
  /**
   * PromQL; each series that it returns is an alert.
   */
  expr: string;
  /**
   * How long that must last.
   */
  for?: string;
  labels: {
    [k: string]: string;
  };
  annotations: {
    [k: string]: string;
  };
}
