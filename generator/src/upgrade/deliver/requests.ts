import type { PullRequest } from '../../forge/forge.ts';
import { type UpgradeRequest, upgradePrefix } from '../upgrade-plan.ts';
import { targetsIn } from './targets-mark.ts';

/** Label of a pull request that we closed ourselves: it may come again. */
export const supersededLabel = 'superseded';

/**
 * Pull requests of upgrades, newest first, out of those of their branches. One whose text does not say what it moves to
 * is a person's own, or a person wants to have it again.
 */
export function requestsOf(pullRequests: readonly PullRequest[]): UpgradeRequest[] {
  return pullRequests.flatMap(({ head, number, url, state, labels, body }) => {
    const targets = targetsIn(body);
    if (!head.startsWith(upgradePrefix) || targets === null) return [];
    const superseded = labels.some((name) => name.toLowerCase() === supersededLabel);
    return [{ unit: head.slice(upgradePrefix.length), number, url, state, superseded, targets }];
  });
}
