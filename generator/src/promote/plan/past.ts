import type { History, Moment } from '../history.ts';
import { commitAt, commitsIn, type IdentityAt, identityOver, namesAt } from './identity.ts';

/**
 * Leaves out what somebody went back from: once something runs again, all that came between is no way back.
 * @param steps oldest first
 * @returns oldest first; the last one is what runs now
 */
export function withoutDetours<T>(steps: readonly T[], keyOf: (step: T) => string): T[] {
  const way: { key: string; step: T }[] = [];
  for (const step of steps) {
    const key = keyOf(step);
    const again = way.findIndex((earlier) => earlier.key === key);
    if (again >= 0) way.length = again;
    way.push({ key, step });
  }
  return way.map(({ step }) => step);
}

/** What an environment ran, but for what it went back from. */
export interface Past {
  /** Whole releases, newest first; the first is what runs now. */
  releases(): readonly Moment[];
  /** What one app ran from, in the same way; null for times without it. */
  commits(app: string): readonly (string | null)[];
  /**
   * Whether an app's inputs at a commit, or its absence, are what ran before and was not gone back from; here, and in what
   * is promoted from here.
   */
  isBehind(app: string, commit: string | null): boolean;
  /** Whether this is true of all of a moment. */
  isRelease(moment: Moment): boolean;
}

/**
 * The past of one environment. Everything that it ever ran is read, once it is asked for.
 * @param line the environment, and all that is promoted from it
 */
export function pastOf(line: readonly string[], history: History): Past {
  const [environment = ''] = line;
  const moments = history.moments(environment);
  const identity = identityOver([environment], history);
  const everywhere = identityOver(line, history);
  const oldestFirst = (): Moment[] => {
    history.readInputs(line, commitsIn(moments));
    return [...moments].reverse();
  };
  const keyOf = (moment: Moment): string =>
    namesAt(moment, [environment], history)
      .map((app) => `${app} ${identity(app, commitAt(moment, app))}`)
      .join('\n');
  const releases = (): Moment[] => withoutDetours(oldestFirst(), keyOf).reverse();
  const wayOf = (app: string, told: IdentityAt): (string | null)[] =>
    withoutDetours(
      oldestFirst().map((moment) => commitAt(moment, app)),
      (commit) => told(app, commit) ?? '-',
    ).reverse();
  return {
    releases,
    commits: (app) => wayOf(app, identity).map((commit) => (identity(app, commit) === null ? null : commit)),
    isBehind: (app, commit) =>
      wayOf(app, everywhere)
        .slice(1)
        .some((earlier) => everywhere(app, earlier) === everywhere(app, commit)),
    isRelease: (moment) => releases().some((earlier) => keyOf(earlier) === keyOf(moment)),
  };
}
