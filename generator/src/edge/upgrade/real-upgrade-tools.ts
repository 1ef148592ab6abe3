import type { Forge } from '../../forge/forge.ts';
import type { Clock } from '../../promote/plan/request.ts';
import type { Sources } from '../../upgrade/sources.ts';
import type { UpgradeTools } from '../../upgrade/upgrade-tools.ts';
import { branchesFrom, deleteBranch } from '../checkout/branches.ts';
import { checkout } from '../checkout/checkout.ts';
import { freshClone, knownClone, mustTip, refuseShallow } from '../checkout/clone.ts';
import { upgradeCommits } from '../checkout/commit-kind.ts';
import { publish } from '../checkout/publish.ts';
import { objectsAt } from '../git/git-objects.ts';
import { type SeenFormat, seenRecord } from './seen-record.ts';

export interface UpgradeToolOptions {
  /** Folder of the repository. */
  readonly root: string;
  /** The branch that people merge to. */
  readonly branch: string;
  readonly sources: Sources;
  readonly effect: UpgradeTools['effect'];
  readonly seen: SeenFormat;
  readonly forge: Forge | null;
  readonly clock: Clock;
  readonly progress: (line: string) => void;
  /** Whether to ask the remote first; else the clone is taken as it is. */
  readonly fetch?: boolean;
}

/** The real tools, once the clone is up to date. */
export function upgradeTools(options: UpgradeToolOptions): UpgradeTools {
  const { root, branch, sources, effect, forge, clock, progress } = options;
  const clone = (options.fetch ?? true) ? freshClone(root) : knownClone(root);
  refuseShallow(root);
  const head = mustTip(clone, branch);
  const kind = upgradeCommits;
  return {
    sources,
    clock,
    head,
    forge,
    effect,
    progress,
    record: seenRecord(clone, options.seen),
    checkout: (commit) => checkout(clone, commit, { kind }),
    read: (commit, path) =>
      objectsAt(root, [`${commit}:${clone.prefix}${path}`])[0]?.content.toString('utf8') ?? null,
    branches: (prefix) => branchesFrom(clone, prefix, kind, head),
    publish: (to, commit, over) => publish(clone, { branch: to, commit, kind, over }),
    deleteBranch: (gone) => deleteBranch(clone, gone),
  };
}
