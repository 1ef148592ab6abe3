import type { Pinned } from '../../definition/release.ts';
import type { PinnedCandidate } from './candidate.ts';
import type { Pin } from './compose.ts';

type CandidatesAt = (commit: string) => Readonly<Record<string, PinnedCandidate>>;

/** The commit of each app that runs: those of the revision, but for what `apps` says of them. */
export function pinsOf(
  release: Pick<Pinned, 'revision' | 'apps'>,
  candidatesAt: CandidatesAt,
): Map<string, Pin> {
  const pins = new Map<string, Pin>();
  const names = new Set([...Object.keys(candidatesAt(release.revision)), ...Object.keys(release.apps)]);
  for (const name of [...names].sort()) {
    const commit = name in release.apps ? release.apps[name] : release.revision;
    const candidate = commit ? candidatesAt(commit)[name] : undefined;
    if (commit && candidate) pins.set(name, { commit, candidate });
  }
  return pins;
}
