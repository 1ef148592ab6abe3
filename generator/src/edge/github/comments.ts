import type { GitHub } from './client.ts';
import { httpStatusOf } from './github-failure.ts';
import { fitted, normal } from './limits.ts';

interface Comment {
  readonly id: number;
  readonly body?: string;
}

/**
 * GitHub has no comment that is the only one of its kind. So whoever makes one looks again: of several, the first
 * counts and the others go. Two runs at once, and an answer that was lost, thus end with one.
 */
export async function saveComment(
  github: GitHub,
  pullRequest: number,
  marker: string,
  text: string,
): Promise<void> {
  const { octokit, owner, repo } = github;
  const first = `<!-- ${marker} -->\n`;
  const body = `${first}${fitted(text, first.length)}`;
  const before = await marked(github, pullRequest, first);
  if (before.length === 0)
    await octokit.rest.issues.createComment({ owner, repo, issue_number: pullRequest, body });
  const [kept, ...doubles] = before.length === 0 ? await marked(github, pullRequest, first) : before;
  for (const { id } of doubles) await remove(github, id);
  if (kept !== undefined && normal(kept.body) !== normal(body))
    await octokit.rest.issues.updateComment({ owner, repo, comment_id: kept.id, body });
}

/** Comments that begin with the marker, oldest first; a quotation of one does not begin with it. */
async function marked({ octokit, owner, repo }: GitHub, number: number, first: string): Promise<Comment[]> {
  const filter = { owner, repo, issue_number: number, per_page: 100 };
  const all: Comment[] = await octokit.paginate(octokit.rest.issues.listComments, filter);
  return all.filter(({ body }) => normal(body).startsWith(first.trim())).sort((a, b) => a.id - b.id);
}

async function remove({ octokit, owner, repo }: GitHub, id: number): Promise<void> {
  try {
    await octokit.rest.issues.deleteComment({ owner, repo, comment_id: id });
  } catch (error) {
    if (httpStatusOf(error) !== 404) throw error;
  }
}
