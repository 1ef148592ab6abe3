import { join } from 'node:path';
import { UsageError } from '../../problem/errors.ts';
import { isGenerated } from '../../tree/paths.ts';
import { git } from '../git/git.ts';
import { idOf, isAncestor } from '../git/git-names.ts';
import { isThere } from '../read-files.ts';

interface HotfixFolder {
  readonly folder: string;
  /** The repository's folder in it, with a slash at the end. */
  readonly prefix: string;
  readonly branch: string;
  /** Commit at the tip of the branch as the remote has it; null where it has none. */
  readonly theirs: string | null;
}

/** Everything but packages. */
const all = ['.', ':(exclude,glob)**/node_modules', ':(exclude,glob)**/node_modules/**'];

export const isDirty = (folder: string): boolean =>
  git(folder, ['status', '--porcelain', '--untracked-files=all', '--', ...all]) !== '';

/**
 * Generates in a folder that somebody has changed, and commits all that lies there. What git is in the middle of is
 * theirs to finish; only conflicts in what is generated anyway are nobody's. Gives the tip then.
 */
export async function commitAll(
  { folder, prefix, branch, theirs }: HotfixFolder,
  message: string,
  generate: (root: string) => Promise<void>,
): Promise<string> {
  const conflicts = unmerged(folder);
  const generated = conflicts.filter(
    (path) => path.startsWith(prefix) && isGenerated(path.slice(prefix.length)),
  );
  refuse([
    ...conflicts
      .filter((path) => !generated.includes(path))
      .map((path) => `${join(folder, path)} has conflicts: resolve them, and git add it`),
    ...unfinished(folder).map((what) => `${folder} is in the middle of ${what}: finish that first`),
    ...(theirs !== null && !isAncestor(folder, theirs, 'HEAD')
      ? [`somebody else has pushed to ${branch}: git -C ${folder} pull --rebase`]
      : []),
  ]);
  for (const path of generated) takeOurs(folder, path);
  await generate(join(folder, prefix));
  const hint = "who commits is git's own to say: git config user.name, user.email, commit.gpgSign";
  git(folder, ['add', '--all', '--', ...all], { hint: 'is there room on the disk?' });
  const isPicked = ['CHERRY_PICK_HEAD', 'REVERT_HEAD', 'MERGE_HEAD'].some(
    (name) => pathOf(folder, name) !== null,
  );
  // What git has begun has a message already.
  if (isPicked) git(folder, ['commit', '--quiet', '--allow-empty', '--no-edit', '--cleanup=strip'], { hint });
  else if (isDirty(folder)) git(folder, ['commit', '--quiet', '-m', message], { hint });
  return idOf(folder, 'HEAD') ?? '';
}

function refuse(lines: readonly string[]): void {
  if (lines.length > 0) throw new UsageError(lines.join('\n'));
}

const unmerged = (folder: string): string[] =>
  git(folder, ['diff', '--name-only', '--diff-filter=U', '-z'])
    .split('\0')
    .filter((path) => path !== '');

/** As it was before the conflict, so that `generate` reads nothing of its marks. */
function takeOurs(folder: string, path: string): void {
  const hint = 'is the index locked?';
  if (idOf(folder, `HEAD:${path}`) === null) git(folder, ['rm', '--quiet', '--force', '--', path], { hint });
  else git(folder, ['checkout', '--quiet', 'HEAD', '--', path], { hint });
}

const steps: readonly (readonly [string, string])[] = [
  ['rebase-merge', 'a rebase (git rebase --continue)'],
  ['rebase-apply', 'a rebase (git rebase --continue)'],
  ['sequencer', 'picking several commits (git cherry-pick --continue)'],
];

const unfinished = (folder: string): string[] =>
  steps.filter(([name]) => pathOf(folder, name) !== null).map(([, what]) => what);

/** A file of git's own for a folder; null where there is none. */
function pathOf(folder: string, name: string): string | null {
  const path = git(folder, ['rev-parse', '--path-format=absolute', '--git-path', name]).trimEnd();
  return isThere(path) ? path : null;
}
