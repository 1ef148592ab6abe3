import type { Thing } from '../api.ts';

/** A kind's way: waiting, what it passes through, then ready; and what it looks like when it is unhealthy. */
export interface Way {
  readonly waiting: (object: Thing) => unknown;
  readonly passing?: readonly ((object: Thing) => unknown)[];
  readonly ready: (object: Thing) => unknown;
  readonly unhealthy: (object: Thing) => unknown;
}

export interface Kind {
  readonly apiVersion: string;
  readonly way: Way;
  /** Where its status is written, if that is not a subresource. */
  readonly subresource?: '';
}

/** Kinds, by `kind.group`. */
export type Ways = Readonly<Record<string, Kind>>;

export const now = (): string => new Date().toISOString().replace(/\.\d+Z$/, 'Z');
export const condition = (type: string, status: 'True' | 'False', reason = type, message = '') => ({
  type,
  status,
  reason,
  message,
  lastTransitionTime: now(),
});
/** Conditions as External Secrets, Strimzi and their like write them. */
export const ready = (object: Thing, status: 'True' | 'False', reason?: string) => ({
  observedGeneration: object.metadata.generation,
  conditions: [condition('Ready', status, reason)],
});

export const conditions: Way = {
  // Operators write nothing until they have tried.
  waiting: () => ({}),
  ready: (object) => ready(object, 'True'),
  unhealthy: (object) => ready(object, 'False', 'Error'),
};
