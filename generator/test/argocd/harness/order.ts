import type { PlanNode } from '../../../src/plan/plan.ts';
import { isWell, type Record, type Sight } from './record.ts';

/** Name of the Application of an app. */
export type NameOf = (app: string) => string;

/** Moments at which Argo CD began to sync an Application, in order. */
export function begins(record: Record, name: string, after = 0): Sight[] {
  const sights = record.sights.filter((sight) => sight.name === name);
  return sights.filter(
    (sight, i) => sight.order > after && isBegun(sight) && !sameOperation(sight, sights[i - 1]),
  );
}

/** An operation is asked for on the object first, and on record as running then. */
const isBegun = ({ object, phase }: Sight): boolean => object.operation !== undefined || phase === 'Running';

const sameOperation = (sight: Sight, before: Sight | undefined): boolean =>
  before !== undefined &&
  isBegun(before) &&
  (sight.startedAt === before.startedAt || before.object.operation !== undefined);

/** What was seen of an Application last before a moment. */
export const lastBefore = (record: Record, name: string, order: number): Sight | undefined =>
  record.sights.findLast((sight) => sight.name === name && sight.order < order);

/** An edge of the plan that was to hold, and the sync at which it was looked at. */
export interface Edge {
  readonly app: string;
  readonly dependency: string;
  /** Empty where it held; else what the dependency was like when the app began to sync. */
  readonly broken: string;
}

export interface EdgeOptions {
  /** Only syncs after this moment count. */
  readonly after?: number;
  /** Revision that an app is to run from in the end, if it has to move; the dependency must have got there first. */
  readonly target?: (app: string) => string | null;
}

/**
 * Every edge of the plan at every sync of its dependent: whether what the app depends on was Synced and Healthy, from
 * the commit that it is to run from, before the app began.
 */
export function edges(
  record: Record,
  plan: readonly PlanNode[],
  nameOf: NameOf,
  options: EdgeOptions = {},
): Edge[] {
  const known = new Set(plan.map(({ name }) => name));
  return plan
    .filter(({ layer }) => layer !== 'operations')
    .flatMap(({ name: app, dependsOn }) =>
      begins(record, nameOf(app), options.after).flatMap((begin) =>
        dependsOn
          .filter((dependency) => known.has(dependency))
          .map((dependency) => ({
            app,
            dependency,
            broken: brokenBy(
              lastBefore(record, nameOf(dependency), begin.order),
              options.target?.(dependency) ?? null,
            ),
          })),
      ),
    );
}

function brokenBy(sight: Sight | undefined, target: string | null): string {
  if (sight === undefined || sight.deleted) return 'not there';
  if (!isWell(sight))
    return `${sight.sync || 'unknown'}, ${sight.health || 'unknown'}${sight.current ? '' : ', stale'}`;
  if (target !== null && !sight.revision.includes(target))
    return `at ${sight.revision}, not yet at ${target}`;
  return '';
}

/** The edges that did not hold, for a message. */
export const broken = (all: readonly Edge[]): string[] =>
  all
    .filter((edge) => edge.broken !== '')
    .map((edge) => `${edge.app} before ${edge.dependency} (${edge.broken})`);
