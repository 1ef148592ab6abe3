import type { HeldVersion } from '../choice.ts';
import type { ListedVersion } from '../look/looked.ts';
import type { Subject } from '../subject.ts';
import { choiceReader } from '../version/part-reader.ts';
import { entryCandidates, type NewerVersion } from './newer-versions.ts';
import { type ChoiceContext, type Verdict, verdictOf } from './verdict.ts';

/** Newer versions of an entry by what is said of them, the newest first. */
export interface Sorted {
  readonly acceptable: readonly NewerVersion[];
  /** The newest for each reason that another one is not taken. */
  readonly held: readonly HeldVersion[];
}

/** A newer version, and why it is not taken now; null where it may be. */
interface JudgedVersion {
  readonly candidate: NewerVersion;
  readonly verdict: Verdict | null;
}

/** The newer versions of an entry that chooses, the newest first. */
export function judgedVersions(
  subject: Subject,
  listed: readonly ListedVersion[],
  context: ChoiceContext,
): JudgedVersion[] {
  const own = choiceReader(subject)?.(subject.current) ?? null;
  if (own === null) return [];
  return entryCandidates(subject, listed).map((candidate) => ({
    candidate,
    verdict: verdictOf(candidate, own, subject, context),
  }));
}

/** Sorts the newer versions of an entry that chooses. */
export function sortedVersions(
  subject: Subject,
  listed: readonly ListedVersion[],
  context: ChoiceContext,
): Sorted {
  const judged = judgedVersions(subject, listed, context);
  const acceptable = judged.flatMap(({ candidate, verdict }) => (verdict === null ? [candidate] : []));
  const newestFirst = judged.findIndex(({ verdict }) => verdict === null);
  const newer = newestFirst === -1 ? judged : judged.slice(0, newestFirst);
  const held = new Map<string, HeldVersion>();
  for (const { candidate, verdict } of newer) {
    // Of prereleases nobody wants to hear who asked for none.
    if (verdict === null || verdict.rule === 'prerelease' || held.has(verdict.rule)) continue;
    const { rule, ...why } = verdict;
    held.set(rule, { subject, version: candidate.version, ...why });
  }
  return { acceptable, held: [...held.values()] };
}
