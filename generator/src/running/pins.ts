import type { Candidate } from '../candidates/candidate.ts';
import type { PinnedCommits } from '../definition/release.ts';
import { entryOf } from '../problem/entry-of.ts';

/** The candidates of one environment at one commit, by app. */
export type CandidatesByApp = Readonly<Record<string, Candidate>>;

/** An app, and the commit that it runs from. */
export interface Pin {
  readonly commit: string;
  readonly candidate: Candidate;
  /** Everything that the commit would run: what the candidate was made to run beside. */
  readonly beside: CandidatesByApp;
}

/** The commit of each app that runs: that of the revision, but for what `apps` says. `appsAt` has their names. */
export function commitsByApp(
  { revision, apps }: PinnedCommits,
  appsAt: (commit: string) => readonly string[],
): Map<string, string> {
  const names = new Set([...appsAt(revision), ...Object.keys(apps)]);
  return new Map(
    [...names].sort().flatMap((name): [string, string][] => {
      const commit = Object.hasOwn(apps, name) ? apps[name] : revision;
      return commit && appsAt(commit).includes(name) ? [[name, commit]] : [];
    }),
  );
}

/** Apps with their commits as pins: what a commit does not have is left out. */
export function pinsAt(
  commits: ReadonlyMap<string, string | null>,
  candidatesAt: (commit: string) => CandidatesByApp,
): Map<string, Pin> {
  return new Map(
    [...commits].flatMap(([app, commit]): [string, Pin][] => {
      const beside = commit === null ? {} : candidatesAt(commit);
      const candidate = entryOf(beside, app);
      return commit !== null && candidate ? [[app, { commit, candidate, beside }]] : [];
    }),
  );
}
