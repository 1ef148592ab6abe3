import { latestStatuses, type MergeMethod, type Protection, type Pull, type World } from './world.ts';

const none: Omit<Protection, 'branch'> = {
  checks: [],
  strict: false,
  pullRequests: false,
  approvals: 0,
  dismissesApprovals: false,
  queue: null,
  isRuleset: true,
};

/** A protection that says only what it is about. */
export const protect = (branch: string, rules: Partial<Protection>): Protection => ({
  ...none,
  ...rules,
  branch,
});

export function protectionOf({ rules }: World, branch: string): Protection | undefined {
  const found = rules.protections.find((protection) => protection.branch === branch);
  const checks = branch === 'main' ? rules.requiredChecks : [];
  return found ?? (checks.length > 0 ? protect(branch, { checks }) : undefined);
}

export type MergeState = 'clean' | 'blocked' | 'behind' | 'dirty' | 'unstable' | 'unknown';

export function mergeState(all: World, pull: Pull): MergeState {
  if (pull.state === 'closed') return 'unknown';
  if (!all.git.mergeable(pull.base, pull.sha)) return 'dirty';
  if (unmet(all, pull) !== null) return 'blocked';
  if (isBehind(all, pull)) return 'behind';
  const ended = [
    ...latestStatuses(all, pull.sha).map(({ state }) => state === 'success'),
    ...latestRuns(all, pull.sha).map(({ conclusion }) => passes(conclusion)),
  ];
  return ended.every(Boolean) ? 'clean' : 'unstable';
}

const isBehind = (all: World, { base, sha }: Pull): boolean =>
  protectionOf(all, base)?.strict === true && all.git.between(sha, base).length > 0;

/** What a pull request still lacks, in GitHub's words. Null: nothing. */
export function unmet(all: World, pull: Pull): string | null {
  const protection = protectionOf(all, pull.base);
  if (protection === undefined) return null;
  const { approvals } = protection;
  if (pull.approvals.size < approvals)
    return `At least ${approvals} approving review${approvals === 1 ? ' is' : 's are'} required by reviewers with write access.`;
  return unmetChecks(all, protection, pull.sha);
}

export function unmetChecks(all: World, { checks }: Protection, sha: string): string | null {
  const missing = checks.filter((check) => verdictOf(all, sha, check) !== 'passed');
  if (missing.length === 0) return null;
  if (missing.length === 1) return `Required status check "${missing[0]}" is expected.`;
  return `${missing.length} of ${checks.length} required status checks are expected.`;
}

/** What statuses and check runs of one name say together. */
export function verdictOf(all: World, sha: string, check: string): 'passed' | 'failed' | 'expected' {
  const statuses = latestStatuses(all, sha).filter(({ context }) => isSame(context, check));
  const runs = latestRuns(all, sha).filter(({ name }) => name === check);
  const found = [
    ...statuses.map(({ state }) => (state === 'pending' ? null : state === 'success')),
    ...runs.map(({ conclusion }) => (conclusion === null ? null : passes(conclusion))),
  ];
  if (found.includes(false)) return 'failed';
  return found.length > 0 && !found.includes(null) ? 'passed' : 'expected';
}

/** GitHub tells contexts apart without their case. */
export const isSame = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

const latestRuns = ({ checkRuns }: World, sha: string): World['checkRuns'] => [
  ...new Map(checkRuns.filter((run) => run.sha === sha).map((run) => [run.name, run])).values(),
];

const passes = (conclusion: string | null): boolean =>
  conclusion !== null && ['success', 'neutral', 'skipped'].includes(conclusion);

const names = { merge: 'Merge commits', squash: 'Squash merges', rebase: 'Rebase merges' } as const;

/** Why a repository does not merge so. Null: it does. */
export const refusedMethod = ({ rules }: World, method: string): string | null =>
  rules.mergeMethods.includes(method as MergeMethod)
    ? null
    : `${names[method as MergeMethod]} are not allowed on this repository.`;
