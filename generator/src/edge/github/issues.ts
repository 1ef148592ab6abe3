import type { IssueDraft, SavedIssue } from '../../forge/forge.ts';
import type { GitHub } from './client.ts';
import { fitted, limits, normal, oneLine } from './limits.ts';

/** An issue as lists and answers give it, as far as we look. */
interface GivenIssue {
  readonly number: number;
  readonly html_url: string;
  readonly state: string;
  readonly title: string;
  readonly body?: string | null;
  readonly pull_request?: object;
}

/**
 * GitHub has no issue that is the only one of its kind. So whoever opens one looks again: of several that are open, the
 * first counts and the others are closed. Two runs at once, and an answer that was lost, thus end with one.
 */
export async function saveIssue(github: GitHub, draft: IssueDraft): Promise<SavedIssue | null> {
  const { octokit, owner, repo } = github;
  const first = `<!-- ${draft.marker} -->\n`;
  const title = oneLine(draft.title, limits.title);
  const body = `${first}${fitted(draft.body, first.length)}`;
  const before = await marked(github, draft.label, first);
  const found = before.length > 0 ? before : await open();
  const [kept, ...doubles] = found.filter(({ state }) => state === 'open');
  if (kept === undefined) return null;
  for (const { number } of doubles)
    await octokit.rest.issues.update({ owner, repo, issue_number: number, state: 'closed' });
  if (kept.title !== title || normal(kept.body) !== normal(body))
    await octokit.rest.issues.update({ owner, repo, issue_number: kept.number, title, body });
  return { number: kept.number, url: kept.html_url };

  async function open(): Promise<GivenIssue[]> {
    const { data } = await octokit.rest.issues.create({ owner, repo, title, body, labels: [draft.label] });
    const others = await marked(github, draft.label, first);
    return others.length > 0 ? others : [data];
  }
}

/** Issues with a label whose text begins with the marker, oldest first, closed ones too. */
async function marked({ octokit, owner, repo }: GitHub, label: string, first: string): Promise<GivenIssue[]> {
  const filter = { owner, repo, labels: label, state: 'all', per_page: 100 } as const;
  const all: GivenIssue[] = await octokit.paginate(octokit.rest.issues.listForRepo, filter);
  return all
    .filter((issue) => issue.pull_request === undefined && normal(issue.body).startsWith(first.trim()))
    .sort((a, b) => a.number - b.number);
}
