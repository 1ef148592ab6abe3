export const sizes = ['small', 'medium', 'large'] as const;
/** How much an environment is made for; apps choose replicas, resources and volumes by it. */
export type EnvironmentSize = (typeof sizes)[number];

/** A figure that hangs on the size: partitions, days of retention, a heap. */
export type Figure = number | string | boolean;

/**
 * What an app is in an environment of one size: figures, alone or in groups. A group that has `replicas`, `cpu` and
 * `memory` is pods of one kind, and is added up in PLAN.md.
 */
export type SizeRow = Readonly<Record<string, Figure | Readonly<Record<string, Figure>>>>;

/** Pods of one kind: how many, and what each of them requests, as quantities of Kubernetes. */
export interface PodSize {
  readonly replicas: number;
  readonly cpu: string;
  readonly memory: string;
  /** What each of them keeps on volumes. */
  readonly disk?: string;
}

/** For an app that is the same in an environment of any size. */
export const sameSize = <Row extends SizeRow>(row: Row): Readonly<Record<EnvironmentSize, Row>> => ({
  small: row,
  medium: row,
  large: row,
});
