import type { MergedPullRequest, PullRequest, PullRequestDraft } from '../../forge/forge.ts';
import { ExternalError } from '../../problem/errors.ts';
import type { GitHub } from './client.ts';
import { saveComment } from './comments.ts';
import { httpStatusOf } from './github-failure.ts';
import { type Given, isOwn, pullRequest } from './given.ts';
import { haveLabels } from './labels.ts';
import { fitted, limits, normal, oneLine } from './limits.ts';
import { askReviewers } from './reviewers.ts';

/** In the body of a pull request whose reviewers were asked: people may have taken some away since. */
const reviewersAsked = '\n\n<!-- reviewers were asked -->';

export async function savePullRequest(github: GitHub, draft: PullRequestDraft): Promise<PullRequest> {
  const { octokit, owner, repo } = github;
  const title = oneLine(draft.title, limits.title);
  const text = fitted(draft.body, reviewersAsked.length);
  const open = (await find(github, draft)) ?? (await create(github, draft, title, text));
  if (open.state === 'closed') return pullRequest(open);
  const labels = await haveLabels(github, open, draft);
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

/**
 * The pull request that stands for a head branch: the open one, and where it has several, the one to the same base, else
 * the oldest; or a closed one after which no other is opened.
 */
async function find(github: GitHub, draft: PullRequestDraft): Promise<Given | undefined> {
  const { octokit, owner, repo } = github;
  const { head, base } = draft;
  const filter = { owner, repo, state: 'all', head: `${owner}:${head}`, per_page: 100 } as const;
  const found = (await octokit.paginate(octokit.rest.pulls.list, filter))
    .filter((pull) => isOwn(pull) && pull.head.ref === head)
    .sort((a, b) => a.number - b.number);
  const open = found.filter(({ state }) => state === 'open');
  const standing = open.find((pull) => pull.base.ref === base) ?? open[0];
  if (standing !== undefined) return standing;
  const closed = found.filter(({ state }) => state === 'closed').reverse();
  return closed.find((pull) => isRefused(pull, draft)) ?? (await alreadyMerged(github, draft, closed));
}

const isRefused = ({ merged_at, body, labels }: Given, { notAgain }: PullRequestDraft): boolean =>
  notAgain !== undefined &&
  merged_at == null &&
  normal(body).includes(notAgain.text) &&
  !labels.some(({ name }) => name.toLowerCase() === notAgain.unless.toLowerCase());

async function create(github: GitHub, draft: PullRequestDraft, title: string, body: string): Promise<Given> {
  const { octokit, owner, repo } = github;
  const { head, base } = draft;
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
async function alreadyMerged(
  { octokit, owner, repo }: GitHub,
  { head, base }: PullRequestDraft,
  closed: readonly Given[],
): Promise<Given | undefined> {
  const merged = closed.filter((pull) => pull.base.ref === base && pull.merged_at != null);
  if (merged.length === 0) return undefined;
  const { data: tip } = await octokit.rest.git.getRef({ owner, repo, ref: `heads/${head}` });
  return merged.find((pull) => pull.head.sha === tip.object.sha);
}
