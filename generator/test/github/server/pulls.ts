import type { Handler, Handlers } from './handlers.ts';
import { merge } from './merging.ts';
import { mergeState, protectionOf, unmet } from './protection.ts';
import { invalid, nextNumber, type Pull, pullNumbered, Refusal, timeText, type World } from './world.ts';

const list: Handler = ({ world, query }) => {
  const { state = 'open', head, base, direction = 'desc' } = query as Record<string, string>;
  const found = world.pulls.filter(
    (pull) =>
      (state === 'all' || pull.state === state) &&
      (head === undefined || head === `${world.rules.owner}:${pull.head}`) &&
      (base === undefined || base === pull.base),
  );
  // By creation: nothing here asks for an order in which that would matter.
  return {
    status: 200,
    body: (direction === 'asc' ? found : found.toReversed()).map((pull) => shown(world, pull)),
  };
};

const create: Handler = ({ world, body, user }) => {
  const { title, base, body: text = null, head: given } = body as Record<string, string>;
  const head = (given ?? '').replace(`${world.rules.owner}:`, '');
  const sha = world.git.tip(head);
  const baseSha = world.git.tip(base ?? '');
  const resource = 'PullRequest';
  if (user === 'github-actions[bot]' && !world.rules.actionsMayOpen)
    throw new Refusal(403, 'GitHub Actions is not permitted to create or approve pull requests.');
  if (!title) throw invalid({ resource, field: 'title', code: 'missing_field' });
  if (baseSha === null) throw invalid({ resource, field: 'base', code: 'invalid' });
  if (sha === null) throw invalid({ resource, field: 'head', code: 'invalid' });
  checkTexts(title, text);
  checkNotDouble(world, head, base ?? '');
  if (world.git.between(baseSha, sha).length === 0) throw custom(`No commits between ${base} and ${head}`);
  const pull: Pull = {
    number: nextNumber(world),
    author: user,
    head,
    created: timeText(world),
    title,
    body: text,
    base: base ?? '',
    state: 'open',
    sha,
    baseSha,
    mergedAt: null,
    mergeCommit: null,
    autoMerge: null,
    autoMergeBy: null,
    labels: new Set(),
    reviewers: new Set(),
    teams: new Set(),
    approvals: new Set(),
    commits: [],
  };
  world.pulls.push(pull);
  return { status: 201, body: shown(world, pull) };
};

const get: Handler = ({ world, values }) => ({
  status: 200,
  body: shown(world, pullNumbered(world, values[2] ?? '')),
});

const update: Handler = ({ world, values, body }) => {
  const pull = pullNumbered(world, values[2] ?? '');
  const {
    title = pull.title,
    body: text = pull.body,
    base = pull.base,
    state = pull.state,
  } = body as Partial<Pull>;
  checkTexts(title, text);
  if (world.git.tip(base) === null)
    throw invalid({ resource: 'PullRequest', field: 'base', code: 'invalid' });
  const isNew = base !== pull.base || (state === 'open' && pull.state === 'closed');
  if (isNew) checkNotDouble(world, pull.head, base);
  if (state === 'open' && (pull.mergedAt !== null || world.git.tip(pull.head) === null))
    throw invalid({ resource: 'PullRequest', field: 'state', code: 'invalid' });
  Object.assign(pull, { title, body: text, base, state });
  if (state === 'closed') pull.autoMerge = null;
  return { status: 200, body: shown(world, pull) };
};

const mergeNow: Handler = ({ world, values, body }) => {
  const pull = pullNumbered(world, values[2] ?? '');
  const { sha = pull.sha, merge_method: method = 'merge' } = (body ?? {}) as Record<string, string>;
  if (pull.state === 'closed') throw new Refusal(405, 'Pull Request is not mergeable');
  if (sha !== pull.sha) throw new Refusal(409, 'Head branch was modified. Review and try the merge again.');
  if (protectionOf(world, pull.base)?.queue)
    throw new Refusal(405, 'Changes must be made through the merge queue');
  const lacking = unmet(world, pull);
  if (lacking !== null) throw new Refusal(405, lacking);
  if (mergeState(world, pull) === 'behind')
    throw new Refusal(405, 'Head branch is out of date. Review and try the merge again.');
  return {
    status: 200,
    body: { sha: merge(world, pull, method), merged: true, message: 'Pull Request successfully merged' },
  };
};

const requestReviewers: Handler = ({ world, values, body }) => {
  const pull = pullNumbered(world, values[2] ?? '');
  const { reviewers = [], team_reviewers: teams = [] } = (body ?? {}) as Record<string, string[]>;
  if (reviewers.includes(pull.author))
    throw new Refusal(422, 'Review cannot be requested from pull request author.');
  const { owner, repo, collaborators, teams: known } = world.rules;
  if (
    !reviewers.every((name) => collaborators.includes(name)) ||
    !teams.every((team) => known.includes(team))
  )
    throw new Refusal(
      422,
      `Reviews may only be requested from collaborators. One or more of the users or teams you specified is not a collaborator of the ${owner}/${repo} repository.`,
    );
  for (const name of reviewers) pull.reviewers.add(name);
  for (const team of teams) pull.teams.add(team);
  return { status: 201, body: shown(world, pull) };
};

const ofCommit: Handler = ({ world, values: [, , sha = ''] }) => {
  if (!world.git.has(sha)) throw new Refusal(422, `No commit found for SHA: ${sha}`);
  const commitsOf = (pull: Pull): readonly string[] =>
    pull.state === 'open' ? world.git.between(pull.baseSha, pull.sha) : pull.commits;
  const found = world.pulls.filter((pull) => commitsOf(pull).includes(sha));
  return { status: 200, body: found.map((pull) => shown(world, pull)) };
};

const getRef: Handler = ({ world, values: [, , ref = ''] }) => {
  const sha = world.git.tip(ref.replace(/^heads\//, ''));
  if (sha === null) throw new Refusal(404, 'Not Found');
  return { status: 200, body: { ref: `refs/${ref}`, object: { type: 'commit', sha } } };
};

export const pulls: Handlers = {
  'git/get-ref': getRef,
  'pulls/list': list,
  'pulls/create': create,
  'pulls/get': get,
  'pulls/update': update,
  'pulls/merge': mergeNow,
  'pulls/request-reviewers': requestReviewers,
  'repos/list-pull-requests-associated-with-commit': ofCommit,
};

const custom = (message: string): Refusal => invalid({ resource: 'PullRequest', code: 'custom', message });

function checkNotDouble({ pulls: all, rules }: World, head: string, base: string): void {
  if (all.some((pull) => pull.state === 'open' && !pull.fork && pull.head === head && pull.base === base))
    throw custom(`A pull request already exists for ${rules.owner}:${head}.`);
}

function checkTexts(title: string, body: string | null): void {
  checkLength('PullRequest', 'title', title, 256);
  checkLength('Issue', 'body', body ?? '', 65_536);
}

/** GitHub counts characters, not the halves that JavaScript counts. */
export function checkLength(resource: string, field: string, text: string, limit: number): void {
  if ([...text].length > limit)
    throw invalid({
      resource,
      field,
      code: 'custom',
      message: `${field} is too long (maximum is ${limit} characters)`,
    });
}

/** A pull request as GitHub shows it; the rest is filled in. */
export function shown(world: World, pull: Pull): object {
  const { owner, repo } = world.rules;
  const repository = {
    name: repo,
    full_name: `${owner}/${repo}`,
    default_branch: 'main',
    owner: { login: owner },
  };
  const user = { login: pull.author };
  return {
    number: pull.number,
    node_id: `PR_${pull.number}`,
    html_url: `https://github.example.org/${owner}/${repo}/pull/${pull.number}`,
    state: pull.state,
    title: pull.title,
    body: pull.body,
    user,
    created_at: pull.created,
    merged_at: pull.mergedAt,
    merged: pull.mergedAt !== null,
    merge_commit_sha: pull.mergeCommit,
    mergeable_state: mergeState(world, pull),
    head: {
      ref: pull.head,
      sha: pull.sha,
      label: `${owner}:${pull.head}`,
      repo: { ...repository, full_name: pull.fork ?? repository.full_name },
    },
    base: { ref: pull.base, sha: pull.baseSha, label: `${owner}:${pull.base}`, repo: repository },
    labels: [...pull.labels].map((name) => ({ name, color: world.labels.get(name)?.color ?? '' })),
    requested_reviewers: [...pull.reviewers].map((login) => ({ login })),
    requested_teams: [...pull.teams].map((slug) => ({ slug, name: slug })),
    auto_merge: pull.autoMerge && {
      enabled_by: { login: pull.autoMergeBy ?? pull.author },
      merge_method: pull.autoMerge,
    },
  };
}
