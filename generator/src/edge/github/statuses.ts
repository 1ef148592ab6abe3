import type { CommitStatus } from '../../forge/forge.ts';
import type { GitHub } from './client.ts';
import { limits, oneLine } from './limits.ts';

/** Says it only where something else was said last: GitHub keeps every status, and takes a thousand for a commit. */
export async function saveStatus(github: GitHub, commit: string, status: CommitStatus): Promise<void> {
  const { octokit, owner, repo } = github;
  const { context, state } = status;
  const description = oneLine(status.description, limits.status);
  const { data } = await octokit.rest.repos.getCombinedStatusForRef({
    owner,
    repo,
    ref: commit,
    per_page: 100,
  });
  const last = data.statuses.find((status) => status.context === context);
  if (last?.state === state && last.description === description) return;
  await octokit.rest.repos.createCommitStatus({ owner, repo, sha: commit, context, state, description });
}
