import { commitsOf, type PinnedCommits } from '../../definition/release.ts';
import type { History } from '../history.ts';

/** What an app is at a commit, as one text: equal ones render the same. Null where no environment has it there. */
export type IdentityAt = (app: string, commit: string | null) => string | null;

/** The identity of apps in some environments together. `commits` are read together now; others are as they are asked for. */
export function identityOver(
  environments: readonly string[],
  history: History,
  commits: readonly string[] = [],
): IdentityAt {
  history.readInputs(environments, commits);
  return (app, commit) => {
    if (commit === null) return null;
    const parts = environments.map(
      (environment) => history.inputs(environment, [commit]).get(commit)?.get(app) ?? '-',
    );
    return parts.every((part) => part === '-') ? null : parts.join(' ');
  };
}

/** Something that pins commits: a moment, or a release that may become one. */
export interface Pinning {
  readonly pins: PinnedCommits;
}

/** The commit that an app has at a moment, whether it runs there or only in later environments; null for none. */
export const commitAt = ({ pins }: Pinning, app: string): string | null =>
  Object.hasOwn(pins.apps, app) ? (pins.apps[app] ?? null) : pins.revision;

/** All commits that some moments name, each once. */
export const commitsIn = (moments: readonly Pinning[]): string[] => [
  ...new Set(moments.flatMap(({ pins }) => commitsOf(pins))),
];

/** Names of the apps that an environment has at a commit. */
export const appsAt = (environment: string, commit: string, history: History): string[] => [
  ...(history.inputs(environment, [commit]).get(commit)?.keys() ?? []),
];

/** Names of the apps that some environments have at a moment. */
export function namesAt(moment: Pinning, environments: readonly string[], history: History): string[] {
  const commits = commitsIn([moment]);
  history.readInputs(environments, commits);
  const names = environments.flatMap((environment) => {
    return commits.flatMap((commit) =>
      appsAt(environment, commit, history).filter((app) => commitAt(moment, app) === commit),
    );
  });
  return [...new Set(names)].sort();
}
