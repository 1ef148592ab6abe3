import type {
  BranchRules,
  Forge,
  IssueDraft,
  PullRequest,
  PullRequestDraft,
  SavedIssue,
} from '../../../src/forge/forge.ts';

interface Stored extends Omit<PullRequest, 'commit' | 'labels'> {
  /** The tip when it was closed or merged; null while it is open. */
  readonly last: string | null;
  readonly labels: readonly string[];
}

/** A forge that remembers what a branch's tip was when its pull request ended, and says what was written to it. */
export class YearForge implements Forge {
  readonly pulls = new Map<number, Stored>();
  readonly issues: IssueDraft[] = [];
  /** Writes that changed something. */
  writes: string[] = [];
  private readonly tipOf: (branch: string) => string;

  constructor(tipOf: (branch: string) => string) {
    this.tipOf = tipOf;
  }

  private shown({ last, ...pull }: Stored): PullRequest {
    return { ...pull, commit: last ?? this.tipOf(pull.head) };
  }

  get open(): Stored[] {
    return [...this.pulls.values()].filter(({ state }) => state === 'open');
  }

  private set(number: number, change: Partial<Stored>, write: string | null): void {
    const before = this.pulls.get(number);
    if (!before) throw new Error(`there is no pull request ${number}`);
    const after = { ...before, ...change };
    if (write !== null && JSON.stringify(before) !== JSON.stringify(after))
      this.writes.push(`${write} #${number}`);
    this.pulls.set(number, after);
  }

  /** What people do. */
  end(number: number, state: 'merged' | 'closed' | 'open'): void {
    const { head } = this.pulls.get(number) ?? { head: '' };
    this.set(number, { state, last: state === 'open' ? null : this.tipOf(head) }, null);
  }

  async openPullRequests(prefix: string): Promise<PullRequest[]> {
    return this.open.filter(({ head }) => head.startsWith(prefix)).map((pull) => this.shown(pull));
  }

  async pullRequestsFrom(prefix: string): Promise<PullRequest[]> {
    const found = [...this.pulls.values()].filter(({ head }) => head.startsWith(prefix));
    return found.map((pull) => this.shown(pull)).reverse();
  }

  async savePullRequest(draft: PullRequestDraft): Promise<PullRequest> {
    const { head, title, body, notAgain, withoutLabels = [] } = draft;
    const own = [...this.pulls.values()].filter((pull) => pull.head === head).reverse();
    const open = own.find(({ state }) => state === 'open');
    const refused = own.find(
      (pull) =>
        (pull.state === 'merged' && pull.last === this.tipOf(head)) ||
        (notAgain &&
          pull.state === 'closed' &&
          pull.body.includes(notAgain.text) &&
          !pull.labels.includes(notAgain.unless)),
    );
    if (!open && refused) return this.shown(refused);
    const number = open?.number ?? this.pulls.size + 1;
    const labels = [...new Set([...(open?.labels ?? []), ...draft.labels])].filter(
      (name) => !withoutLabels.includes(name),
    );
    if (!open) {
      const url = `https://git.example.org/pull/${number}`;
      this.pulls.set(number, {
        number,
        url,
        state: 'open',
        head,
        title,
        body,
        labels,
        automerge: null,
        last: null,
      });
      this.writes.push(`open #${number}`);
    } else this.set(number, { title, body, labels }, 'edit');
    return this.shown(this.pulls.get(number) as Stored);
  }

  async addLabels(number: number, names: readonly string[]): Promise<void> {
    const { labels = [] } = this.pulls.get(number) ?? {};
    this.set(number, { labels: [...new Set([...labels, ...names])] }, 'label');
  }

  async close(number: number): Promise<void> {
    const { head } = this.pulls.get(number) ?? { head: '' };
    this.set(number, { state: 'closed', last: this.tipOf(head) }, 'close');
  }

  async mergeWhenReady(number: number, method: 'merge' | 'squash' | 'rebase'): Promise<void> {
    this.set(number, { automerge: { method, byAuthor: true } }, 'automerge');
  }

  async mergeByHand(number: number): Promise<void> {
    this.set(number, { automerge: null }, 'no automerge');
  }

  async saveIssue(draft: IssueDraft): Promise<SavedIssue> {
    const at = this.issues.findIndex(({ marker }) => marker === draft.marker);
    if (at < 0 || JSON.stringify(this.issues[at]) !== JSON.stringify(draft)) this.writes.push('issue');
    this.issues[at < 0 ? this.issues.length : at] = draft;
    return { number: 1, url: 'https://git.example.org/issues/1' };
  }

  async saveComment(): Promise<void> {}
  async saveStatus(): Promise<void> {}
  async branchRules(): Promise<BranchRules> {
    return { mergeMethods: null, requiredChecks: null, dismissesApprovals: null, hasMergeQueue: null };
  }
  async branchMoves(): Promise<null> {
    return null;
  }

  async pullRequestsOf(): Promise<[]> {
    return [];
  }
}
