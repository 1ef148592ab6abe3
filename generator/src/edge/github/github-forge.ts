import type { Forge } from '../../forge/forge.ts';
import { branchMoves } from './activity.ts';
import { branchRules } from './branch-rules.ts';
import { asker, type Settings } from './client.ts';
import { saveComment } from './comments.ts';
import { saveIssue } from './issues.ts';
import { addLabels } from './labels.ts';
import { mergeByHand, mergeWhenReady } from './merging.ts';
import { openPullRequests, pullRequestsFrom } from './pull-request-lists.ts';
import { close, pullRequestsOf, savePullRequest } from './pull-requests.ts';
import { saveStatus } from './statuses.ts';

/** A repository on GitHub. Nothing is loaded or asked before the first call. */
export function githubForge(settings: Settings): Forge {
  const ask = asker(settings);
  return {
    openPullRequests: (prefix) =>
      ask('list the open pull requests', (github) => openPullRequests(github, prefix)),
    pullRequestsFrom: (prefix) =>
      ask(`list the pull requests of ${prefix}`, (github) => pullRequestsFrom(github, prefix)),
    savePullRequest: (draft) =>
      ask(`save the pull request of ${draft.head}`, (github) => savePullRequest(github, draft)),
    addLabels: (number, labels) =>
      ask(`label pull request ${number}`, async (github) => void (await addLabels(github, number, labels))),
    saveComment: (number, marker, text) =>
      ask(`comment on pull request ${number}`, (github) => saveComment(github, number, marker, text)),
    close: (number, why) => ask(`close pull request ${number}`, (github) => close(github, number, why)),
    saveStatus: (commit, status) =>
      ask(`set the status of commit ${commit}`, (github) => saveStatus(github, commit, status)),
    mergeWhenReady: (number, method) =>
      ask(`merge pull request ${number}`, (github) => mergeWhenReady(github, number, method)),
    mergeByHand: (number) =>
      ask(`stop pull request ${number} from merging by itself`, (github) => mergeByHand(github, number)),
    pullRequestsOf: (commit) =>
      ask(`find the pull requests of commit ${commit}`, (github) => pullRequestsOf(github, commit)),
    branchMoves: (branch, since) =>
      ask(`list the moves of ${branch}`, (github) => branchMoves(github, branch, since)),
    branchRules: (branch) => ask(`read the rules of ${branch}`, (github) => branchRules(github, branch)),
    saveIssue: (draft) =>
      ask(`save the issue ${JSON.stringify(draft.title)}`, (github) => saveIssue(github, draft)),
  };
}
