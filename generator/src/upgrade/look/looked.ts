import type { SourceAnswer } from '../sources.ts';
import type { Subject } from '../subject.ts';

/** A version that a source lists. */
export interface ListedVersion {
  readonly version: string;
  /** ISO 8601, as its publisher says; null where it does not. */
  readonly released: string | null;
  /** Of a git source: the commit that it means. */
  readonly revision: string | null;
  readonly deprecated: boolean;
}

/** What was asked before anything was chosen. */
export interface Looked {
  /** All versions, by subject id, of entries that choose. */
  readonly versions: ReadonlyMap<string, SourceAnswer<readonly ListedVersion[]>>;
  /** What the present tag means now, by subject id, of images. */
  readonly digests: ReadonlyMap<string, SourceAnswer<string>>;
}

/** What could not be asked about some entries, one line each; what failed twice in the same way is said once. */
export function failuresOf(subjects: readonly Subject[], { versions, digests }: Looked): string[] {
  const lines = subjects.flatMap(({ id }) =>
    [versions.get(id), digests.get(id)].flatMap((answer) =>
      answer?.kind === 'failed' ? [`${id}: ${answer.why}`] : [],
    ),
  );
  return [...new Set(lines)];
}
