import type { CommitStatus } from '../../forge/forge.ts';
import type { GitHub } from './client.ts';
import { limits, oneLine } from './limits.ts';

/** Says it only where something else was said last: GitHub keeps every status, and takes a thousand for a commit. */
export async function saveStatus(github: GitHub, commit: string, status: CommitStatus): Promise<void> {
  const { octokit, owner, repo } = github;
  const { context, state } = status;
  const description = oneLine(status.description, limits.status);
  const last = await lastOf(github, commit, context);
  if (last?.state === state && (last.description ?? '') === description) return;
  await octokit.rest.repos.createCommitStatus({ owner, repo, sha: commit, context, state, description });
}

interface GivenStatus {
  readonly context: string;
  readonly state: string;
  readonly description: string | null;
}

/** GitHub gives the last status of each context, in pages, and tells contexts apart without their case. */
async function lastOf(
  { octokit, owner, repo }: GitHub,
  ref: string,
  context: string,
): Promise<GivenStatus | undefined> {
  const size = 100;
  for (let page = 1; ; page++) {
    const filter = { owner, repo, ref, per_page: size, page };
    const { statuses } = (await octokit.rest.repos.getCombinedStatusForRef(filter)).data;
    const found = statuses.find((status) => status.context.toLowerCase() === context.toLowerCase());
    if (found !== undefined || statuses.length < size) return found;
  }
}
