/** Where pull requests live. Every call may be made again after it was cut off: it then changes nothing more. */
export interface Forge {
  /** Open pull requests whose head branch begins with `prefix`, oldest first. */
  openPullRequests(prefix: string): Promise<PullRequest[]>;
  /**
   * Opens the pull request of a head branch, or updates the open one from the draft. A branch whose tip was
   * merged before is not opened again: the merged one is given, as it is.
   */
  savePullRequest(draft: PullRequestDraft): Promise<PullRequest>;
  /** The one comment that carries the marker: made, or its text replaced. */
  saveComment(pullRequest: number, marker: string, text: string): Promise<void>;
  /** Closes a pull request whose reason has gone, with a last comment. */
  close(pullRequest: number, why: string): Promise<void>;
  /** The status of a commit, as branch protection reads it. */
  saveStatus(commit: string, status: CommitStatus): Promise<void>;
  /** Merges by itself once all required checks pass. */
  mergeWhenReady(pullRequest: number, method: 'merge' | 'squash' | 'rebase'): Promise<void>;
  /** Pull requests, merged, that brought a commit into the main branch. */
  pullRequestsOf(commit: string): Promise<MergedPullRequest[]>;
}

export interface PullRequestDraft {
  /** Branch that is pulled, and the branch that it goes to. */
  readonly head: string;
  readonly base: string;
  readonly title: string;
  /** Markdown of any length; what the forge cannot take is cut at a line, and says so. */
  readonly body: string;
  /** Labels that it must have; others that people gave it stay. */
  readonly labels: readonly string[];
  /** User names, and teams as `org/team`; asked once, when the pull request is opened. */
  readonly reviewers: readonly string[];
}

export interface PullRequest {
  readonly number: number;
  readonly url: string;
  readonly head: string;
  /** Commit at the tip of the head branch. */
  readonly commit: string;
  readonly title: string;
  readonly labels: readonly string[];
}

export interface MergedPullRequest {
  readonly number: number;
  readonly url: string;
  readonly title: string;
}

export interface CommitStatus {
  /** Name of the check, such as `promotion gate`. */
  readonly context: string;
  readonly state: 'success' | 'failure' | 'pending';
  /** One line; the forge shows 140 characters. */
  readonly description: string;
}
