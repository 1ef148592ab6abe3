import type { Model } from './model/model.ts';
import { type EnvironmentState, shownPlan } from './running/state.ts';
import type { Changes } from './tree/changes.ts';
import { belongsTo } from './tree/writable-paths.ts';

/** What became of one environment's files, or of those that all environments share. */
export interface Share {
  /** Null for the files that belong to no single environment. */
  readonly environment: string | null;
  readonly apps: number;
  readonly waves: number;
  readonly files: number;
  readonly created: readonly string[];
  readonly updated: readonly string[];
  readonly deleted: readonly string[];
}

/** What `generate` did, or under `--check` would do. */
export interface Outcome {
  readonly check: boolean;
  readonly shares: readonly Share[];
  /** What is no mistake in itself and worth a look. */
  readonly notes: readonly string[];
}

export function outcomeOf(
  model: Model,
  states: readonly EnvironmentState[],
  changes: Changes,
  wanted: readonly string[],
  options: { readonly check: boolean; readonly environment?: string },
): Omit<Outcome, 'notes'> {
  const names = model.environments.map(({ name }) => name);
  const share = (environment: string | null): Share => {
    const mine = (path: string): boolean =>
      environment === null ? !names.some((name) => belongsTo(name, path)) : belongsTo(environment, path);
    const state = states.find((known) => known.environment.name === environment);
    const nodes = state ? shownPlan(state) : [];
    return {
      environment,
      apps: nodes.length,
      waves: new Set(nodes.map((node) => node.wave)).size,
      files: wanted.filter(mine).length,
      created: [...changes.created.keys()].filter(mine),
      updated: [...changes.updated.keys()].filter(mine),
      deleted: changes.deleted.filter(mine),
    };
  };
  const shares =
    options.environment === undefined ? [...names.map(share), share(null)] : [share(options.environment)];
  return { check: options.check, shares };
}

/** Whether a check found anything that differs. */
export const hasDrift = ({ check, shares }: Pick<Outcome, 'check' | 'shares'>): boolean =>
  check &&
  shares.some(({ created, updated, deleted }) => created.length + updated.length + deleted.length > 0);
