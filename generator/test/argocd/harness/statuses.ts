import type { Thing } from './api.ts';
import { druidKinds } from './ways/druid.ts';
import { gateway } from './ways/gateway.ts';
import { kafka } from './ways/kafka.ts';
import { kubernetes } from './ways/kubernetes.ts';
import { postgresql } from './ways/postgresql.ts';
import { processing } from './ways/processing.ts';
import { secrets } from './ways/secrets.ts';
import { velero } from './ways/velero.ts';
import type { Ways } from './ways/way.ts';

/** One step of an object's way to being ready: its status, and how long the step lasts. */
export interface Phase {
  readonly status: unknown;
  /** Milliseconds until the next one. */
  readonly lasts: number;
}

/** How an object fares. */
export type Fate = 'ready' | 'never' | 'fails' | 'slow' | 'degraded-for-a-while';

/** What operators and controllers write; kinds that are not here need no status to be healthy. */
export const ways: Ways = {
  ...kubernetes,
  ...kafka,
  ...postgresql,
  ...druidKinds,
  ...processing,
  ...secrets,
  ...velero,
  ...gateway,
};

/** The statuses that an object of a kind goes through, by its fate. */
export function phasesOf(kind: string, object: Thing, fate: Fate, pace: number): Phase[] {
  const way = ways[kind]?.way;
  if (!way) return [];
  const waiting = [way.waiting, ...(way.passing ?? [])].map((step) => ({
    status: step(object),
    lasts: pace,
  }));
  const well = { status: way.ready(object), lasts: 0 };
  const unhealthy = { status: way.unhealthy(object), lasts: 0 };
  switch (fate) {
    case 'ready':
      return [...waiting, well];
    case 'slow':
      return [...waiting.map((step) => ({ ...step, lasts: pace * 8 })), well];
    case 'never':
      return waiting.slice(0, 1);
    case 'fails':
      return [...waiting, unhealthy];
    case 'degraded-for-a-while':
      return [...waiting, { ...unhealthy, lasts: pace * 16 }, well];
  }
}
