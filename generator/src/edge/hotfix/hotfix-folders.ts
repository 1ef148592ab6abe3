import { rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { ExternalError, UsageError } from '../../problem/errors.ts';
import type { Hotfix, HotfixFolders } from '../../promote/hotfix/hotfix-branch.ts';
import { hotfixBranch } from '../../running/pinned-source.ts';
import { tipsIn } from '../checkout/branches.ts';
import { type Clone, knownClone, tipOf } from '../checkout/clone.ts';
import { bringPackages, generateIn } from '../checkout/generate-in.ts';
import { askGit, git } from '../git/git.ts';
import { idOf, settingOf } from '../git/git-names.ts';
import { type Worktree, worktreesOf } from '../git/git-worktrees.ts';
import { isLinkOrThere } from '../read-files.ts';
import { commitAll, isDirty } from './commit-all.ts';

interface FolderOptions {
  readonly generate?: (root: string) => Promise<void>;
  readonly progress?: (line: string) => void;
}

/** Hotfixes of a clone, each in a folder of its own beside it: what somebody has in the clone stays as it is. */
export function hotfixFolders(
  root: string,
  { generate = generateIn, progress = () => undefined }: FolderOptions = {},
): HotfixFolders {
  const clone = knownClone(root);
  return {
    list: (environment) => listed(clone, environment),
    freeBranch(environment, name) {
      refuseName(clone, environment, name);
      for (let i = 1; ; i++) {
        const branch = hotfixBranch(environment, i === 1 ? name : `${name}-${i}`);
        if (idOf(clone.top, `refs/heads/${branch}`) === null && tipOf(clone, branch) === null) return branch;
      }
    },
    async begin(hotfix) {
      remember(clone.top, hotfix);
      const folder = hotfix.folder ?? checkedOut(clone, hotfix);
      progress(`${folder}: bringing the packages of ${hotfix.tip.slice(0, 12)}`);
      await bringPackages(join(folder, clone.prefix));
      return { ...hotfix, folder };
    },
    async complete({ folder, branch }, message) {
      progress(`${folder}: generating with its own generator`);
      return commitAll(
        { folder, prefix: clone.prefix, branch, theirs: tipOf(clone, branch) },
        message,
        generate,
      );
    },
  };
}

/** Ends the name of a folder that is not checked out to its end. */
const unfinished = '.part';

const baseKey = (branch: string): string => `branch.${branch}.gitops-base`;
const reasonKey = (branch: string): string => `branch.${branch}.description`;

function listed(clone: Clone, environment: string): Hotfix[] {
  const { top, remote } = clone;
  const places = worktreesOf(top).filter(({ folder, isGone }) => !isGone && !folder.endsWith(unfinished));
  const below = hotfixBranch(environment, '');
  const here = tipsIn(top, 'refs/heads/', below);
  const there = remote === null ? new Map<string, string>() : tipsIn(top, `refs/remotes/${remote}/`, below);
  return [...new Map([...there, ...here])]
    .filter(([branch]) => !branch.startsWith(`${below}settings-`))
    .map(([branch, tip]) => {
      const folder = places.find((place) => place.branch === branch)?.folder ?? null;
      return {
        environment,
        branch,
        isLocal: here.has(branch),
        folder,
        tip,
        base: settingOf(top, baseKey(branch)),
        reason: settingOf(top, reasonKey(branch)),
        isDirty: folder !== null && isDirty(folder),
      };
    });
}

function refuseName({ top }: Clone, environment: string, name: string): void {
  if (/^[a-z0-9][a-z0-9.-]*$/i.test(name) && isBranchName(top, hotfixBranch(environment, name))) return;
  throw new UsageError(`--name ${name}: letters, digits, dots and dashes, as a branch may have`);
}

const isBranchName = (top: string, name: string): boolean =>
  askGit(top, ['check-ref-format', `refs/heads/${name}`]) !== null;

/** What a later run has to know, before there is anything that it could find. */
function remember(top: string, { branch, base, reason }: Hotfix): void {
  const hint = 'may you write to the settings of this clone?';
  const wanted: [string, string | null][] = [
    [baseKey(branch), base],
    [reasonKey(branch), reason],
  ];
  for (const [key, value] of wanted)
    if (value !== null && settingOf(top, key) !== value) git(top, ['config', key, value], { hint });
}

/** Checked out whole beside its place and then moved there, so that no half of it is ever taken for somebody's work. */
function checkedOut({ top }: Clone, { environment, branch, tip }: Hotfix): string {
  const places = worktreesOf(top).filter(({ isGone }) => !isGone);
  const home = places[0]?.folder ?? top;
  const name = branch.slice(hotfixBranch(environment, '').length);
  const folder = join(dirname(home), `${basename(home)}-${environment}-${name}`);
  const part = folder + unfinished;
  const hint = `may you write to ${dirname(home)}, and is there room?`;
  if (isLinkOrThere(folder)) return takenUp(folder, branch, places);
  rmSync(part, { recursive: true, force: true });
  git(top, ['worktree', 'prune'], { hint });
  if (idOf(top, `refs/heads/${branch}`) === null) git(top, ['branch', '--no-track', branch, tip], { hint });
  git(top, ['worktree', 'add', '--quiet', part, branch], { hint });
  git(top, ['worktree', 'move', part, folder], { hint });
  return folder;
}

/** A folder of that name is there, and not on the branch. */
function takenUp(folder: string, branch: string, places: readonly Worktree[]): never {
  const isPlace = places.some((place) => place.folder === folder);
  const hint = isPlace
    ? `finish there what was begun, such as a rebase, or git switch ${branch}`
    : 'move it away, or choose another --name';
  throw new ExternalError(folder, `${folder} is there, and is not on the branch ${branch}`, hint);
}
