import type { GitHub } from './client.ts';
import type { Given } from './given.ts';

/**
 * Adds what is missing of the labels, and gives all that the pull request then has. GitHub makes a label that the
 * repository does not have yet, and tells labels apart without their case.
 */
export async function addLabels(
  { octokit, owner, repo }: GitHub,
  { number, labels }: Given,
  wanted: readonly string[],
): Promise<string[]> {
  const present = labels.map(({ name }) => name);
  const missing = wanted.filter(
    (name) => !present.some((label) => label.toLowerCase() === name.toLowerCase()),
  );
  if (missing.length === 0) return present;
  const { data } = await octokit.rest.issues.addLabels({
    owner,
    repo,
    issue_number: number,
    labels: missing,
  });
  return data.map(({ name }) => name);
}
