import type {
  BranchMove,
  BranchRules,
  CommitStatus,
  Forge,
  IssueDraft,
  MergeMethod,
  PullRequest,
  PullRequestDraft,
  SavedIssue,
} from '../../src/forge/forge.ts';

/**
 * Pull requests in memory, with the rule that every forge has: one open for each head. Tests may close, merge and reopen
 * them as people do. It has no git: the commit of a pull request is what `tip` says of its head branch.
 */
export class MemoryForge implements Forge {
  readonly drafts = new Map<number, PullRequestDraft>();
  readonly closed: number[] = [];
  readonly merged: number[] = [];
  readonly statuses: string[] = [];
  /** The last status of each commit. */
  readonly gates = new Map<string, CommitStatus>();
  readonly merging: [number, string][] = [];
  /** The last comment of each. */
  readonly comments = new Map<number, string>();
  readonly issues: (IssueDraft & { isClosed: boolean })[] = [];
  readonly calls: string[] = [];
  rules: BranchRules = {
    mergeMethods: null,
    requiredChecks: null,
    dismissesApprovals: null,
    hasMergeQueue: null,
  };
  /** Moves of branches, newest first; what is not in it cannot be told. */
  readonly moves = new Map<string, readonly BranchMove[]>();
  private readonly labels = new Map<number, Set<string>>();
  private readonly tip: (branch: string) => string;

  constructor(tip: (branch: string) => string = () => '') {
    this.tip = tip;
  }

  /** A person reopens one. */
  reopen(number: number): void {
    for (const list of [this.closed, this.merged])
      if (list.includes(number)) list.splice(list.indexOf(number), 1);
  }

  private stateOf(number: number): PullRequest['state'] {
    if (this.merged.includes(number)) return 'merged';
    return this.closed.includes(number) ? 'closed' : 'open';
  }

  private asPullRequest(number: number, { head, title, body }: PullRequestDraft): PullRequest {
    const method = this.merging.findLast(([other]) => other === number)?.[1] as MergeMethod | undefined;
    return {
      number,
      url: `https://git.example.org/pull/${number}`,
      state: this.stateOf(number),
      head,
      commit: this.tip(head),
      title,
      body,
      labels: [...(this.labels.get(number) ?? [])],
      automerge: method ? { method, byAuthor: true } : null,
    };
  }

  async openPullRequests(prefix: string): Promise<PullRequest[]> {
    return (await this.pullRequestsFrom(prefix)).filter(({ state }) => state === 'open').reverse();
  }

  async pullRequestsFrom(prefix: string): Promise<PullRequest[]> {
    this.calls.push('pullRequestsFrom');
    return [...this.drafts]
      .map(([number, draft]) => this.asPullRequest(number, draft))
      .filter(({ head }) => head.startsWith(prefix))
      .reverse();
  }

  async savePullRequest(draft: PullRequestDraft): Promise<PullRequest> {
    this.calls.push('savePullRequest');
    const all = (await this.pullRequestsFrom(draft.head)).filter(({ head }) => head === draft.head);
    const open = all.find(({ state }) => state === 'open');
    const { notAgain } = draft;
    const refused = all.find(
      ({ state, body, labels }) =>
        notAgain && state === 'closed' && body.includes(notAgain.text) && !labels.includes(notAgain.unless),
    );
    if (!open && refused) return refused;
    const number = open?.number ?? this.drafts.size + 1;
    this.drafts.set(number, draft);
    const labels = new Set([...(this.labels.get(number) ?? []), ...draft.labels]);
    for (const name of draft.withoutLabels ?? []) labels.delete(name);
    this.labels.set(number, labels);
    return this.asPullRequest(number, draft);
  }

  async addLabels(number: number, names: readonly string[]): Promise<void> {
    this.calls.push('addLabels');
    this.labels.set(number, new Set([...(this.labels.get(number) ?? []), ...names]));
  }

  async close(number: number, why = ''): Promise<void> {
    this.calls.push('close');
    this.comments.set(number, why);
    this.closed.push(number);
  }

  async pullRequestsOf(commit: string): Promise<{ number: number; url: string; title: string }[]> {
    return [{ number: 7, url: 'https://git.example.org/pull/7', title: `brings ${commit}` }];
  }

  async branchMoves(branch: string, since: number): Promise<readonly BranchMove[] | null> {
    const moves = this.moves.get(branch);
    const old = moves?.findIndex(({ at }) => at < since) ?? -1;
    return moves === undefined ? null : old < 0 ? moves : moves.slice(0, old + 1);
  }

  async branchRules(): Promise<BranchRules> {
    return this.rules;
  }

  async saveComment(number: number, _marker: string, text: string): Promise<void> {
    this.comments.set(number, text);
  }

  async mergeWhenReady(number: number, method: string): Promise<void> {
    this.calls.push('mergeWhenReady');
    this.merging.push([number, method]);
  }

  async mergeByHand(number: number): Promise<void> {
    this.calls.push('mergeByHand');
    for (const found of this.merging.filter(([other]) => other === number))
      this.merging.splice(this.merging.indexOf(found), 1);
  }

  async saveStatus(commit: string, status: CommitStatus): Promise<void> {
    this.statuses.push(commit);
    this.gates.set(commit, status);
  }

  async saveIssue(draft: IssueDraft): Promise<SavedIssue | null> {
    this.calls.push('saveIssue');
    const at = this.issues.findIndex(({ label, marker }) => label === draft.label && marker === draft.marker);
    if (this.issues[at]?.isClosed) return null;
    const number = at < 0 ? this.issues.length : at;
    this.issues[number] = { ...draft, isClosed: false };
    return { number: number + 1, url: `https://git.example.org/issues/${number + 1}` };
  }
}
