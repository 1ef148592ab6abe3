/** What a panel shows a number as; Grafana's names. */
export type Unit = 'short' | 'percentunit' | 'bytes' | 's' | 'ms' | 'reqps' | 'cores' | 'dateTimeAsIso';

/** What is asked of Prometheus or Loki, and what each answer is called: text, with labels as `{{pod}}`. */
export interface Query {
  readonly query: string;
  readonly legend?: string;
}

interface Shown {
  readonly title: string;
  /** What it means when the panel looks bad, and where to look next. */
  readonly description?: string;
  readonly queries: readonly Query[];
}

/** Numbers over time; one number, red from `bad` on; or lines of logs. */
export type Panel =
  | (Shown & { readonly kind: 'graph'; readonly unit: Unit })
  | (Shown & { readonly kind: 'number'; readonly unit: Unit; readonly bad?: number })
  | (Shown & { readonly kind: 'logs' });

export interface Row {
  readonly title: string;
  readonly panels: readonly Panel[];
}

export interface Dashboard {
  /** Part of its address, so it never changes. At most 40 characters. */
  readonly uid: string;
  readonly title: string;
  readonly description: string;
  readonly rows: readonly Row[];
}

export const graph = (title: string, unit: Unit, queries: readonly Query[], description?: string): Panel => ({
  kind: 'graph',
  title,
  unit,
  queries,
  ...(description !== undefined && { description }),
});

/** A number that is good at 0, and red from 1 on. */
export const mustBeZero = (title: string, query: string, description: string): Panel => ({
  kind: 'number',
  title,
  unit: 'short',
  queries: [{ query }],
  bad: 1,
  description,
});

/** A share of something that ends, red from 0.85 on. */
export const share = (title: string, query: string, description: string): Panel => ({
  kind: 'number',
  title,
  unit: 'percentunit',
  queries: [{ query }],
  bad: 0.85,
  description,
});

export const logs = (title: string, query: string): Panel => ({ kind: 'logs', title, queries: [{ query }] });

/** Leaves out what the kubelet counts beside containers: what holds a pod's network, and the sum of a pod. */
export const realContainers = 'container!="", container!="POD"';
