import { ExternalError } from '../../problem/errors.ts';
import { mergeSeen } from '../../upgrade/seen/merge-seen.ts';
import type { Seen } from '../../upgrade/seen.ts';
import type { SeenRecord } from '../../upgrade/upgrade-tools.ts';
import { type Clone, tipOf } from '../checkout/clone.ts';
import { upgradeCommits } from '../checkout/commit-kind.ts';
import { commitTree } from '../checkout/commit-tree.ts';
import { git } from '../git/git.ts';
import { fetchArguments } from '../git/git-fetch.ts';
import { objectsAt } from '../git/git-objects.ts';

/** The branch that the record is kept on, apart from main: it has a history of its own, and this file alone. */
export const recordBranch = 'upgrade-record';
export const recordFile = 'images.seen.yaml';

/** How the record is written. */
export interface SeenFormat {
  /** @throws where it is no record */
  parse(text: string): Seen;
  format(seen: Seen): string;
}

/** How often another run may be faster before this one gives up. */
const attempts = 5;

/** The record of a clone: on the remote's branch, or where there is no remote, on the clone's own. */
export function seenRecord(clone: Clone, { parse, format }: SeenFormat): SeenRecord {
  const { top, remote } = clone;
  const textAt = (tip: string | null): string | null =>
    tip === null ? null : (objectsAt(top, [`${tip}:${recordFile}`])[0]?.content.toString('utf8') ?? null);
  const at = (tip: string | null): Seen => {
    const text = textAt(tip);
    try {
      return text === null ? {} : parse(text);
    } catch (error) {
      const message = `${recordFile} on the branch ${recordBranch} cannot be read: ${(error as Error).message}`;
      const hint =
        'mend it there; or delete the branch, and every version counts as seen for the first time today';
      throw new ExternalError('git', message, hint);
    }
  };
  const known = tipOf(clone, recordBranch);
  return {
    read: () => at(known),
    save(seen) {
      const before = at(known);
      for (let attempt = 1; ; attempt++) {
        const tip = tipOf(clone, recordBranch);
        const text = format(tip === known ? seen : mergeSeen(before, seen, at(tip)));
        if (text === (textAt(tip) ?? format({}))) return;
        try {
          push(clone, tip, commitOf(clone, tip, text));
          return;
        } catch (error) {
          if (attempt === attempts) throw error;
          if (remote !== null) git(top, fetchArguments(top, remote), { retry: true });
          // Nobody was faster, so it failed for another reason.
          if (tipOf(clone, recordBranch) === tip) throw error;
        }
      }
    },
  };
}

function commitOf({ top }: Clone, tip: string | null, text: string): string {
  const hint = 'is there room on the disk, and is the repository writable?';
  const blob = git(top, ['hash-object', '-w', '--stdin', '--no-filters'], { input: text, hint }).trim();
  const tree = git(top, ['mktree'], { input: `100644 blob ${blob}\t${recordFile}\n`, hint }).trim();
  return commitTree(top, tree, tip, 'When versions were first seen', upgradeCommits);
}

/** Only onto what was there when it was read. */
function push({ top, remote }: Clone, tip: string | null, commit: string): void {
  const reference = `refs/heads/${recordBranch}`;
  if (remote === null) {
    const before = tip ?? '0'.repeat(commit.length);
    git(top, ['update-ref', reference, commit, before], { hint: 'is the repository writable?' });
    return;
  }
  const lease = `--force-with-lease=${reference}:${tip ?? ''}`;
  const hint = `may you push ${recordBranch} to ${remote}?`;
  git(top, ['push', '--quiet', lease, remote, `${commit}:${reference}`], { hint, retry: true });
}
