import type { PullRequestDraft } from '../../forge/forge.ts';
import type { GitHub } from './client.ts';
import { httpStatusOf } from './github-failure.ts';
import type { Given } from './given.ts';

/** Gives a pull request the labels of its draft, takes those away that it must not have, and says which it then has. */
export async function haveLabels(
  github: GitHub,
  { number, labels }: Given,
  { labels: wanted, withoutLabels = [] }: PullRequestDraft,
): Promise<string[]> {
  const present = labels.map(({ name }) => name);
  const wrong = present.filter((name) => isAmong(name, withoutLabels) && !isAmong(name, wanted));
  for (const name of wrong) await removeLabel(github, number, name);
  const missing = wanted.filter((name) => !isAmong(name, present));
  const all = missing.length === 0 ? present : await addLabels(github, number, missing);
  return all.filter((name) => !isAmong(name, wrong));
}

/** GitHub tells labels apart without their case. */
const isAmong = (name: string, names: readonly string[]): boolean =>
  names.some((other) => other.toLowerCase() === name.toLowerCase());

/** Adds labels, and gives all that the pull request then has. GitHub makes one that the repository does not have yet. */
export async function addLabels(
  { octokit, owner, repo }: GitHub,
  number: number,
  names: readonly string[],
): Promise<string[]> {
  const { data } = await octokit.rest.issues.addLabels({
    owner,
    repo,
    issue_number: number,
    labels: [...names],
  });
  return data.map(({ name }) => name);
}

async function removeLabel({ octokit, owner, repo }: GitHub, number: number, name: string): Promise<void> {
  try {
    await octokit.rest.issues.removeLabel({ owner, repo, issue_number: number, name });
  } catch (error) {
    // Somebody else was faster.
    if (httpStatusOf(error) !== 404) throw error;
  }
}
