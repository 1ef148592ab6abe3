import type { GitHub } from './client.ts';
import { statusOf } from './failure.ts';
import type { Given } from './pull-requests.ts';

/** Adds what is missing of the labels, and gives all that the pull request then has. Names differ in more than case. */
export async function addLabels(
  github: GitHub,
  { number, labels }: Given,
  wanted: readonly string[],
): Promise<string[]> {
  const { octokit, owner, repo } = github;
  const present = labels.map(({ name }) => name);
  const missing = wanted.filter((name) => !present.some((each) => each.toLowerCase() === name.toLowerCase()));
  if (missing.length === 0) return present;
  for (const name of missing) await makeLabel(github, name);
  const { data } = await octokit.rest.issues.addLabels({
    owner,
    repo,
    issue_number: number,
    labels: missing,
  });
  return data.map(({ name }) => name);
}

/** GitHub would make a missing label itself, but not for everyone who may write to a pull request. */
async function makeLabel({ octokit, owner, repo }: GitHub, name: string): Promise<void> {
  try {
    await octokit.rest.issues.getLabel({ owner, repo, name });
    return;
  } catch (error) {
    if (statusOf(error) !== 404) throw error;
  }
  try {
    await octokit.rest.issues.createLabel({ owner, repo, name, color: 'ededed' });
  } catch (error) {
    if (statusOf(error) !== 422 || !/already_exists/.test((error as Error).message)) throw error;
  }
}
