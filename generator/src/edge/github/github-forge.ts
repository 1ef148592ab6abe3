import type { Forge } from '../../forge/forge.ts';
import { asker, type Settings } from './client.ts';
import { saveComment } from './comments.ts';
import { mergeWhenReady } from './merging.ts';
import { close, openPullRequests, pullRequestsOf, savePullRequest } from './pull-requests.ts';
import { saveStatus } from './statuses.ts';

/** A repository on GitHub. Nothing is loaded or asked before the first call. */
export function githubForge(settings: Settings): Forge {
  const ask = asker(settings);
  return {
    openPullRequests: (prefix) =>
      ask('list the open pull requests', (github) => openPullRequests(github, prefix)),
    savePullRequest: (draft) =>
      ask(`save the pull request of ${draft.head}`, (github) => savePullRequest(github, draft)),
    saveComment: (number, marker, text) =>
      ask(`comment on pull request ${number}`, (github) => saveComment(github, number, marker, text)),
    close: (number, why) => ask(`close pull request ${number}`, (github) => close(github, number, why)),
    saveStatus: (commit, status) =>
      ask(`set the status of commit ${commit}`, (github) => saveStatus(github, commit, status)),
    mergeWhenReady: (number, method) =>
      ask(`merge pull request ${number}`, (github) => mergeWhenReady(github, number, method)),
    pullRequestsOf: (commit) =>
      ask(`find the pull requests of commit ${commit}`, (github) => pullRequestsOf(github, commit)),
  };
}
