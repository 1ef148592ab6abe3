import type { Change, History } from '../../promote/history.ts';
import { git } from '../git/git.ts';
import type { CommitGraph } from './commit-graph.ts';
import { copiedBy } from './settings-copy.ts';

/** What was only generated anew is lacking nowhere. */
const written = ['.', ':(exclude)environments/*/generated/**', ':(exclude)schemas/**'];

/** Commits that one has and the other lacks: neither as the same change, nor as a copy that names it, nor as settings of it. */
export function lackingReader(root: string, prefix: string, graph: CommitGraph): History['lacking'] {
  let named: ReadonlyMap<string, readonly string[]> | null = null;
  return (commit, within) => {
    const missing = changesOf(root, commit, within);
    if (missing.length === 0) return [];
    named ??= copiesIn(root, graph.head);
    const copies = graph.isWithin(within, graph.head) ? named : copiesIn(root, within);
    const isNamed = (change: Change): boolean =>
      (copies.get(change.commit) ?? []).some((copy) => graph.isWithin(copy, within));
    return missing.filter(
      (change) => !isNamed(change) && copiedBy(root, prefix, change.commit, within, graph) === null,
    );
  };
}

/** Newest first. */
function changesOf(root: string, commit: string, within: string): Change[] {
  const range = ['--no-merges', '--right-only', '--cherry-pick', `${within}...${commit}`];
  const args = ['rev-list', '--no-commit-header', '--format=%H%x00%s', ...range, '--', ...written];
  return git(root, args)
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const [commit = '', subject = ''] = line.split('\0');
      return { commit, subject };
    });
}

/** Commits in the history of one that say of which they are a copy (`git cherry-pick -x`), by that one. */
function copiesIn(root: string, tip: string): Map<string, string[]> {
  const named = ['--fixed-strings', '--grep=cherry picked from commit '];
  const texts = git(root, ['rev-list', '--no-commit-header', '--format=%H%x00%B%x00', ...named, tip]).split(
    '\0',
  );
  const copies = new Map<string, string[]>();
  for (let i = 0; i + 1 < texts.length; i += 2)
    for (const [, of = ''] of texts[i + 1]?.matchAll(/cherry picked from commit ([0-9a-f]{40,64})/g) ?? [])
      copies.set(of, [...(copies.get(of) ?? []), texts[i]?.trim() ?? '']);
  return copies;
}
