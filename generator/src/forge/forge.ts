/** Where pull requests live. Every call may be made again after it was cut off: it then changes nothing more. */
export interface Forge {
  /** Open pull requests whose head branch begins with `prefix`, oldest first. */
  openPullRequests(prefix: string): Promise<PullRequest[]>;
  /**
   * Pull requests whose head branch begins with `prefix`, whatever became of them, newest first: all that are open, and
   * of the others as many as the forge lists in a few pages, those first that something happened to last.
   */
  pullRequestsFrom(prefix: string): Promise<PullRequest[]>;
  /**
   * Opens the pull request of a head branch, or updates the open one from the draft. A branch whose tip was
   * merged before is not opened again: the merged one is given, as it is. So is a closed one that the draft says must
   * not come again.
   */
  savePullRequest(draft: PullRequestDraft): Promise<PullRequest>;
  /** Adds labels. */
  addLabels(pullRequest: number, labels: readonly string[]): Promise<void>;
  /** The one comment that carries the marker: made, or its text replaced. */
  saveComment(pullRequest: number, marker: string, text: string): Promise<void>;
  /** Closes a pull request whose reason has gone, with a last comment. */
  close(pullRequest: number, why: string): Promise<void>;
  /** The status of a commit, as branch protection reads it. */
  saveStatus(commit: string, status: CommitStatus): Promise<void>;
  /** Merges by itself once all required checks pass. */
  mergeWhenReady(pullRequest: number, method: MergeMethod): Promise<void>;
  /** Takes that back: a person merges. */
  mergeByHand(pullRequest: number): Promise<void>;
  /** Pull requests, merged, that brought a commit into the main branch. */
  pullRequestsOf(commit: string): Promise<MergedPullRequest[]>;
  /**
   * How a branch moved, by the forge's own clock, newest first: all moves since a time (seconds since 1970), and the last
   * one before it. Null where the forge cannot tell, or not to these credentials.
   */
  branchMoves(branch: string, since: number): Promise<readonly BranchMove[] | null>;
  /** What a branch asks of whoever wants to bring something, as far as these credentials may read it. */
  branchRules(branch: string): Promise<BranchRules>;
  /**
   * The one issue that carries a label and a marker: opened, or its title and text replaced where they differ. One that
   * a person closed stays closed and as it is, and no other is opened: null.
   */
  saveIssue(draft: IssueDraft): Promise<SavedIssue | null>;
}

export type MergeMethod = 'merge' | 'squash' | 'rebase';

export interface PullRequestDraft {
  /** Branch that is pulled, and the branch that it goes to. */
  readonly head: string;
  readonly base: string;
  readonly title: string;
  /** Markdown of any length; what the forge cannot take is cut at a line, and says so. */
  readonly body: string;
  /** Labels that it must have; others that people gave it stay. */
  readonly labels: readonly string[];
  /** Labels that it must not have. */
  readonly withoutLabels?: readonly string[];
  /** User names, and teams as `org/team`; asked once, when the pull request is opened. */
  readonly reviewers: readonly string[];
  /** None is opened after a closed one of this head that has `text` in its body and not the label `unless`. */
  readonly notAgain?: { readonly text: string; readonly unless: string };
}

export interface PullRequest {
  readonly number: number;
  readonly url: string;
  readonly state: 'open' | 'merged' | 'closed';
  readonly head: string;
  /** Commit at the tip of the head branch; once it is closed, the one that was there then. */
  readonly commit: string;
  readonly title: string;
  /** Markdown, as the forge has it. */
  readonly body: string;
  readonly labels: readonly string[];
  /** How it merges by itself; null where a person merges. */
  readonly automerge: Automerge | null;
}

export interface Automerge {
  readonly method: MergeMethod;
  /** Whether whoever opened the pull request wanted it, not somebody who came later. */
  readonly byAuthor: boolean;
}

export interface MergedPullRequest {
  readonly number: number;
  readonly url: string;
  readonly title: string;
}

/** A push, a merge, or whatever else set a branch to another commit. */
export interface BranchMove {
  /** Seconds since 1970. */
  readonly at: number;
  /** Where it was; null where the move made the branch. */
  readonly before: string | null;
  /** Where it has been since; null where the move deleted the branch. */
  readonly commit: string | null;
}

/** Null: it cannot be read. */
export interface BranchRules {
  readonly mergeMethods: readonly MergeMethod[] | null;
  /** Statuses and checks without which nothing is merged, by name. */
  readonly requiredChecks: readonly string[] | null;
  /** Whether an approval ends with the next change. */
  readonly dismissesApprovals: boolean | null;
  readonly hasMergeQueue: boolean | null;
}

export interface IssueDraft {
  readonly label: string;
  /** Begins the text of the issue, where nobody sees it: `<!-- marker -->`. */
  readonly marker: string;
  readonly title: string;
  /** Markdown of any length, as of a pull request. */
  readonly body: string;
}

export interface SavedIssue {
  readonly number: number;
  readonly url: string;
}

export interface CommitStatus {
  /** Name of the check, such as `promotion gate`. */
  readonly context: string;
  readonly state: 'success' | 'failure' | 'pending';
  /** One line; the forge shows 140 characters. */
  readonly description: string;
}
