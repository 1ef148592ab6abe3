import type { GitHub } from './client.ts';
import { httpStatusOf } from './github-failure.ts';
import type { Given } from './given.ts';

/**
 * Asks people and teams for a review. GitHub refuses all of them where one is no collaborator, so they are then asked
 * one by one; whom it does not take is reported, and does not stop a promotion.
 */
export async function askReviewers(github: GitHub, to: Given, reviewers: readonly string[]): Promise<void> {
  const author = to.user?.login.toLowerCase();
  const others = reviewers.filter((name) => name.toLowerCase() !== author);
  if (others.length < reviewers.length)
    github.report(`${author} opened pull request ${to.number} and cannot review it`);
  if (others.length === 0 || (await ask(github, to.number, others))) return;
  for (const name of others) {
    const taken = others.length > 1 && (await ask(github, to.number, [name]));
    if (!taken) github.report(`${name} cannot be asked to review pull request ${to.number}: no collaborator`);
  }
}

/** Whether GitHub took them. */
async function ask(
  { octokit, owner, repo }: GitHub,
  number: number,
  names: readonly string[],
): Promise<boolean> {
  const teams = names.filter((name) => name.includes('/'));
  try {
    await octokit.rest.pulls.requestReviewers({
      owner,
      repo,
      pull_number: number,
      reviewers: names.filter((name) => !name.includes('/')),
      team_reviewers: teams.map((team) => team.slice(team.indexOf('/') + 1)),
    });
    return true;
  } catch (error) {
    if (httpStatusOf(error) === 422) return false;
    throw error;
  }
}
