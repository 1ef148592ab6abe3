import { git } from '../git/git.ts';
import { idOf } from '../git/git-names.ts';
import { objects } from '../git/git-objects.ts';
import { changeBetween } from './change.ts';
import type { CommitKind } from './commit-kind.ts';
import { mergedTree } from './merged-tree.ts';
import { claimOf, isTrue } from './seal.ts';

/** Whose work the end of a branch is. */
export interface Ownership {
  /** Whether no commit of a person is lost with it. */
  readonly isFree: boolean;
  /** Message of the newest commit of ours in it, without our trailers; null where it has none. */
  readonly made: string | null;
}

/**
 * Looks at all that a commit has and another has not: commits of ours as we made them, merges without anything of
 * their own, and commits of people. Who committed is not enough to tell them apart: a forge that brings a branch up to
 * date does so in the name of whoever asked for it.
 */
export function ownership(
  folder: string,
  tip: string,
  within: string,
  { trailer }: Pick<CommitKind, 'trailer'>,
): Ownership {
  const ids = git(folder, ['rev-list', '--topo-order', tip, `^${within}`])
    .split('\n')
    .filter((line) => line !== '');
  const kinds = objects(folder, ids).map(({ id, content }) =>
    judged(folder, id, content.toString('utf8'), trailer),
  );
  const made = kinds.find((kind) => kind.kind === 'ours')?.message ?? null;
  const isFree = kinds.every(({ kind }) => kind !== 'person') || wasTaken(folder, tip, within);
  return { isFree, made };
}

interface JudgedWork {
  readonly kind: 'merge' | 'person' | 'ours';
  readonly message?: string;
}

function judged(folder: string, id: string, content: string, trailer: string): JudgedWork {
  const parents = [...content.slice(0, content.indexOf('\n\n')).matchAll(/^parent (\w+)$/gm)].map(
    ([, parent = '']) => parent,
  );
  const [first, second] = parents;
  if (first === undefined || parents.length > 2) return { kind: 'person' };
  if (second !== undefined) {
    const isAutomatic = mergedTree(folder, first, second) === idOf(folder, `${id}^{tree}`);
    return { kind: isAutomatic ? 'merge' : 'person' };
  }
  const claim = claimOf(content, trailer);
  if (claim === null || !isTrue(claim, changeBetween(folder, first, id))) return { kind: 'person' };
  return { kind: 'ours', message: claim.message };
}

/** Whether the other has had all of it, under other ids: squashed, rebased, or picked. */
function wasTaken(folder: string, tip: string, within: string): boolean {
  const base = git(folder, ['merge-base', within, tip], { accepted: [1] }).trim();
  if (base === '') return false;
  const changed = git(folder, ['diff-tree', '-r', '-z', '--name-only', '--no-renames', base, tip]);
  const [path = ''] = changed.split('\0');
  if (path === '') return false;
  const line = ['--first-parent', `${base}..${within}`, '--', `:(top,literal)${path}`];
  return git(folder, ['rev-list', ...line])
    .split('\n')
    .filter((id) => id !== '')
    .some((id) => {
      const tree = mergedTree(folder, `${id}^`, tip);
      return tree !== null && tree === idOf(folder, `${id}^{tree}`);
    });
}
