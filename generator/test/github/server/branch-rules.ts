import type { Handler, Handlers } from './handlers.ts';
import { protectionOf } from './protection.ts';
import { Refusal } from './world.ts';

const settings: Handler = ({ world: { rules } }) => {
  const { owner, repo, mergeMethods, autoMerge } = rules;
  return {
    status: 200,
    body: {
      name: repo,
      full_name: `${owner}/${repo}`,
      default_branch: 'main',
      owner: { login: owner },
      allow_merge_commit: mergeMethods.includes('merge'),
      allow_squash_merge: mergeMethods.includes('squash'),
      allow_rebase_merge: mergeMethods.includes('rebase'),
      allow_auto_merge: autoMerge,
    },
  };
};

/** Of the older protection, whoever may read sees the checks. */
const branch: Handler = ({ world, values: [, , name = ''] }) => {
  const sha = world.git.tip(name);
  if (sha === null) throw new Refusal(404, 'Branch not found');
  const found = protectionOf(world, name);
  const older = found?.isRuleset === false ? found : undefined;
  const contexts = older?.checks ?? [];
  const protection = {
    enabled: older !== undefined,
    required_status_checks: { contexts, checks: contexts.map((context) => ({ context, app_id: null })) },
  };
  return { status: 200, body: { name, commit: { sha }, protected: found !== undefined, protection } };
};

const rules: Handler = ({ world, values: [, , name = ''] }) => {
  const found = protectionOf(world, name);
  if (!found?.isRuleset) return { status: 200, body: [] };
  const { checks, strict, pullRequests, approvals, dismissesApprovals, queue } = found;
  const rule = (type: string, parameters: object): object => ({ type, parameters, ruleset_id: 1 });
  return {
    status: 200,
    body: [
      ...(checks.length > 0
        ? [
            rule('required_status_checks', {
              required_status_checks: checks.map((context) => ({ context })),
              strict_required_status_checks_policy: strict,
            }),
          ]
        : []),
      ...(pullRequests || approvals > 0
        ? [
            rule('pull_request', {
              dismiss_stale_reviews_on_push: dismissesApprovals,
              require_code_owner_review: false,
              require_last_push_approval: false,
              required_approving_review_count: approvals,
              required_review_thread_resolution: false,
            }),
          ]
        : []),
      ...(queue === null
        ? []
        : [
            rule('merge_queue', {
              check_response_timeout_minutes: 60,
              grouping_strategy: 'ALLGREEN',
              max_entries_to_build: 5,
              max_entries_to_merge: 5,
              merge_method: queue.toUpperCase(),
              min_entries_to_merge: 1,
              min_entries_to_merge_wait_minutes: 5,
            }),
          ]),
    ],
  };
};

export const branchRules: Handlers = {
  'repos/get': settings,
  'repos/get-branch': branch,
  'repos/get-branch-rules': rules,
};
