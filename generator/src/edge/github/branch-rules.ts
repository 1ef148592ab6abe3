import type { BranchRules, MergeMethod } from '../../forge/forge.ts';
import type { GitHub } from './client.ts';
import { isDenied } from './github-failure.ts';

/** A rule of a ruleset, as far as we look. */
interface Rule {
  readonly type: string;
  readonly parameters?: {
    readonly required_status_checks?: readonly { readonly context: string }[];
    readonly dismiss_stale_reviews_on_push?: boolean;
    readonly allowed_merge_methods?: readonly string[];
  };
}

/** GitHub has rulesets, which whoever reads may read, and the older protection of branches, whose checks alone he may. */
export async function branchRules(github: GitHub, branch: string): Promise<BranchRules> {
  const { octokit, owner, repo } = github;
  const at = { owner, repo, branch };
  const rules = await orNull(octokit.paginate(octokit.rest.repos.getBranchRules, { ...at, per_page: 100 }));
  const older = await orNull(octokit.rest.repos.getBranch(at));
  const settings = await orNull(octokit.rest.repos.get({ owner, repo }));
  const protection = older?.data.protection;
  const pullRequest = rules?.filter(({ type }) => type === 'pull_request') as readonly Rule[] | undefined;
  const ofOlder = protection?.required_status_checks?.contexts ?? [];
  const dismisses = pullRequest?.some(({ parameters }) => parameters?.dismiss_stale_reviews_on_push);
  return {
    mergeMethods: settings && allowed(settings.data, pullRequest ?? []),
    requiredChecks:
      rules && older && [...new Set([...checksIn(rules as readonly Rule[]), ...ofOlder])].sort(),
    dismissesApprovals: dismisses === true ? true : protection?.enabled ? null : (dismisses ?? null),
    hasMergeQueue:
      rules && (rules.some(({ type }) => type === 'merge_queue') || (protection?.enabled ? null : false)),
  };
}

const checksIn = (rules: readonly Rule[]): string[] =>
  rules.flatMap(({ parameters }) => parameters?.required_status_checks?.map(({ context }) => context) ?? []);

interface MergeSettings {
  readonly allow_merge_commit?: boolean | undefined;
  readonly allow_squash_merge?: boolean | undefined;
  readonly allow_rebase_merge?: boolean | undefined;
}

/** Only whoever may write sees the settings. */
function allowed(
  { allow_merge_commit: merge, allow_squash_merge: squash, allow_rebase_merge: rebase }: MergeSettings,
  rules: readonly Rule[],
): MergeMethod[] | null {
  if (merge === undefined || squash === undefined || rebase === undefined) return null;
  const settings = { merge, squash, rebase };
  return (['merge', 'squash', 'rebase'] as const).filter(
    (method) =>
      settings[method] &&
      rules.every(({ parameters }) => parameters?.allowed_merge_methods?.includes(method) ?? true),
  );
}

async function orNull<T>(answer: Promise<T>): Promise<T | null> {
  try {
    return await answer;
  } catch (error) {
    if (isDenied(error)) return null;
    throw error;
  }
}
