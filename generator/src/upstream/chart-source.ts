/** What a third-party chart is made of, as far as its values go. */
export interface ChartSource {
  /** As its `Chart.yaml` has them. */
  readonly name: string;
  readonly version: string;
  /** Version of the program that it brings; null where it does not say. */
  readonly appVersion: string | null;
  /** Text of its `values.yaml`; empty where it has none. */
  readonly values: string;
  /** Text of its `values.schema.json`. */
  readonly schema: string | null;
  /** Texts of its templates, helpers included. */
  readonly templates: readonly string[];
  /** The charts that it brings along, by the key under which it takes values for them. */
  readonly dependencies: readonly Dependency[];
}

export interface Dependency {
  /** Its alias, else its name. */
  readonly key: string;
  /** Null where it does not lie in the chart. */
  readonly chart: ChartSource | null;
}
