import { labelDomainsOf } from '../../candidates/own-labels.ts';
import type { Forge } from '../../forge/forge.ts';
import type { BranchMoves } from '../../promote/branch-moves.ts';
import type { History } from '../../promote/history.ts';
import { environmentChanges } from '../../promote/plan/environment-changes.ts';
import { presentPins } from '../../promote/plan/present-pins.ts';
import type { Clock } from '../../promote/plan/request.ts';
import type { PromotionTools } from '../../promotion.ts';
import { branchNamed } from '../checkout/branches.ts';
import { checkout } from '../checkout/checkout.ts';
import { freshClone, knownClone, mustTip, refuseShallow } from '../checkout/clone.ts';
import { promotionCommits } from '../checkout/commit-kind.ts';
import { keeping } from '../checkout/kept-tags.ts';
import { publish } from '../checkout/publish.ts';
import { diskRepository } from '../disk-repository.ts';
import { objectsAt } from '../git/git-objects.ts';
import { once } from '../once.ts';
import { changedReleases, leftAt } from './changed-releases.ts';
import { gitHistory } from './git-history.ts';
import { unhealthyIn } from './live-health.ts';
import { runningListsAt } from './running-lists.ts';

export interface ToolOptions {
  /** Folder of the repository. */
  readonly root: string;
  /** The branch that people merge to. */
  readonly branch: string;
  readonly labelDomain: string;
  readonly forge: Forge | null;
  /** Context of kubectl for the Argo CD that is asked for health; null to ask nobody. */
  readonly live: string | null;
  readonly clock: Clock;
  /** How branches moved on the forge, where that is known. */
  readonly moves?: BranchMoves;
  /** Whether to ask the remote first; else the clone is taken as it is. */
  readonly fetch?: boolean;
}

/** The real tools, once the clone is up to date. */
export function promotionTools({
  root,
  branch,
  labelDomain,
  forge,
  live,
  clock,
  moves,
  fetch = true,
}: ToolOptions): PromotionTools {
  const clone = fetch ? freshClone(root) : knownClone(root);
  refuseShallow(root);
  const head = mustTip(clone, branch);
  const history = gitHistory(root, head, branch, clock.now, moves);
  const baseOf = once((commit) => leftAt(root, head, commit));
  const listsAt = once((commit) => runningListsAt(root, clone.prefix, commit));
  return {
    history,
    clock,
    forge,
    checkout: (commit) => checkout(clone, commit),
    branch: (name) => branchNamed(clone, name, promotionCommits, head),
    keeping: (tags, work) => keeping(clone, tags, work),
    publish: (name, commit, tags, over = []) =>
      publish(clone, { branch: name, commit, tags, over, kind: promotionCommits }),
    read: (commit, path) =>
      objectsAt(root, [`${commit}:${clone.prefix}${path}`])[0]?.content.toString('utf8') ?? null,
    changedReleases: once((commit) => changedReleases(root, clone.prefix, commit, baseOf(commit))),
    environmentChanges: (commit) => environmentChanges(listsAt(baseOf(commit)), listsAt(commit)),
    open: diskRepository,
    async health(environment) {
      if (live === null) return null;
      const pins = [...presentPins(environment.name, history).values()];
      const pinned = labelDomainsOf(pins.map(({ candidate }) => candidate.application));
      return await unhealthyIn(environment, [labelDomain, ...pinned], live);
    },
  };
}

/** The past as this clone knows it, without asking a remote. */
export function localHistory(root: string, branch: string, { now }: Clock): History {
  const clone = knownClone(root);
  refuseShallow(root);
  return gitHistory(root, mustTip(clone, branch), branch, now);
}
