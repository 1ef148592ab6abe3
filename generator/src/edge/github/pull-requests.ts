import type { MergedPullRequest, PullRequest, PullRequestDraft } from '../../forge/forge.ts';
import { ExternalError } from '../../problem/errors.ts';
import type { GitHub } from './client.ts';
import { saveComment } from './comments.ts';
import { httpStatusOf } from './github-failure.ts';
import type { Given } from './given.ts';
import { addLabels } from './labels.ts';
import { fitted, limits, normal, oneLine } from './limits.ts';
import { askReviewers } from './reviewers.ts';

/** In the body of a pull request whose reviewers were asked: people may have taken some away since. */
const reviewersAsked = '\n\n<!-- reviewers were asked -->';

export async function openPullRequests(github: GitHub, prefix: string): Promise<PullRequest[]> {
  const { octokit, owner, repo } = github;
  const all = await octokit.paginate(octokit.rest.pulls.list, {
    owner,
    repo,
    state: 'open',
    sort: 'created',
    direction: 'asc',
    per_page: 100,
  });
  return all.filter((pull) => isOwn(pull) && pull.head.ref.startsWith(prefix)).map(pullRequest);
}

export async function savePullRequest(github: GitHub, draft: PullRequestDraft): Promise<PullRequest> {
  const { octokit, owner, repo } = github;
  const title = oneLine(draft.title, limits.title);
  const text = fitted(draft.body, reviewersAsked.length);
  const open = (await find(github, draft)) ?? (await create(github, draft, title, text));
  if (open.merged_at != null) return pullRequest(open);
  const labels = await addLabels(github, open, draft.labels);
  const wereAsked = open.body?.includes(reviewersAsked.trim()) === true;
  if (!wereAsked) await askReviewers(github, open, draft.reviewers);
  const body = wereAsked || draft.reviewers.length > 0 ? `${text}${reviewersAsked}` : text;
  const same = open.title === title && normal(open.body) === normal(body) && open.base.ref === draft.base;
  if (same) return { ...pullRequest(open), labels };
  const changed = { title, body, base: draft.base };
  const { data } = await octokit.rest.pulls.update({ owner, repo, pull_number: open.number, ...changed });
  return { ...pullRequest(data), labels };
}

/** Comments first and then closes: a run that is cut off between comes back and does not comment again. */
export async function close(github: GitHub, number: number, why: string): Promise<void> {
  const { octokit, owner, repo } = github;
  const { data } = await octokit.rest.pulls.get({ owner, repo, pull_number: number });
  if (data.state === 'closed') return;
  await saveComment(github, number, 'why-closed', why);
  await octokit.rest.pulls.update({ owner, repo, pull_number: number, state: 'closed' });
}

export async function pullRequestsOf(github: GitHub, commit: string): Promise<MergedPullRequest[]> {
  const { octokit, owner, repo } = github;
  const list = octokit.rest.repos.listPullRequestsAssociatedWithCommit;
  try {
    const all = await octokit.paginate(list, { owner, repo, commit_sha: commit, per_page: 100 });
    return all
      .filter(({ merged_at }) => merged_at !== null)
      .map(({ number, html_url, title }) => ({ number, url: html_url, title }));
  } catch (error) {
    // A commit that GitHub does not know came by no pull request.
    if (httpStatusOf(error) === 422) return [];
    throw error;
  }
}

/** The open pull request of a head branch; where it has several, the one to the same base, else the oldest. */
async function find(github: GitHub, { head, base }: PullRequestDraft): Promise<Given | undefined> {
  const { octokit, owner, repo } = github;
  const filter = { owner, repo, state: 'open', head: `${owner}:${head}`, per_page: 100 } as const;
  const found = (await octokit.paginate(octokit.rest.pulls.list, filter))
    .filter((pull) => isOwn(pull) && pull.head.ref === head)
    .sort((a, b) => a.number - b.number);
  return found.find((pull) => pull.base.ref === base) ?? found[0];
}

async function create(github: GitHub, draft: PullRequestDraft, title: string, body: string): Promise<Given> {
  const { octokit, owner, repo } = github;
  const { head, base } = draft;
  const merged = await alreadyMerged(github, draft);
  if (merged !== undefined) return merged;
  try {
    return (await octokit.rest.pulls.create({ owner, repo, head, base, title, body })).data;
  } catch (error) {
    if (httpStatusOf(error) !== 422) throw error;
    // Another run was faster, or the answer to our own first attempt was lost.
    const other = await find(github, draft);
    if (other !== undefined) return other;
    if (!/already exists/.test((error as Error).message)) throw error;
    const message = `the pull request of ${head} exists, but GitHub does not list it yet`;
    throw new ExternalError('GitHub', message, 'run this again in a minute', { retry: true });
  }
}

/**
 * The merged pull request that brought all of the head branch. After a squash or a rebase GitHub would open another for
 * the same commits, in which nothing changes.
 */
async function alreadyMerged(github: GitHub, { head, base }: PullRequestDraft): Promise<Given | undefined> {
  const { octokit, owner, repo } = github;
  const filter = { owner, repo, state: 'closed', head: `${owner}:${head}`, base } as const;
  const { data } = await octokit.rest.pulls.list({
    ...filter,
    sort: 'created',
    direction: 'desc',
    per_page: 100,
  });
  const merged = data.filter((pull) => isOwn(pull) && pull.head.ref === head && pull.merged_at !== null);
  if (merged.length === 0) return undefined;
  const { data: tip } = await octokit.rest.git.getRef({ owner, repo, ref: `heads/${head}` });
  return merged.find((pull) => pull.head.sha === tip.object.sha);
}

/** A branch of the same name in a fork is not ours. A repository that was renamed is itself still. */
const isOwn = ({ head, base }: Given): boolean => head.repo?.full_name === base.repo.full_name;

const pullRequest = ({ number, html_url, title, head, labels }: Given): PullRequest => ({
  number,
  url: html_url,
  head: head.ref,
  commit: head.sha,
  title,
  labels: labels.map(({ name }) => name),
});
