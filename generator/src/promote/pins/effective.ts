import type { Pinned } from '../../definition/release.ts';
import type { PinnedCandidate } from './candidate.ts';
import type { Pin } from './compose.ts';

type Pins = Pick<Pinned, 'revision' | 'apps'>;
type CandidatesAt = (commit: string) => Readonly<Record<string, PinnedCandidate>>;

/** The commit of each app that runs: that of the revision, but for what `apps` says. `appsAt` has their names. */
export function commitsByApp(
  { revision, apps }: Pins,
  appsAt: (commit: string) => readonly string[],
): Map<string, string> {
  const names = new Set([...appsAt(revision), ...Object.keys(apps)]);
  return new Map(
    [...names].sort().flatMap((name): [string, string][] => {
      const commit = name in apps ? apps[name] : revision;
      return commit && appsAt(commit).includes(name) ? [[name, commit]] : [];
    }),
  );
}

/** The same, with what each commit has of its app. */
export function pinsOf(release: Pins, candidatesAt: CandidatesAt): Map<string, Pin> {
  const commits = commitsByApp(release, (commit) => Object.keys(candidatesAt(commit)));
  return new Map(
    [...commits].flatMap(([app, commit]): [string, Pin][] => {
      const candidate = candidatesAt(commit)[app];
      return candidate ? [[app, { commit, candidate }]] : [];
    }),
  );
}
