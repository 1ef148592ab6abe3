import type { Forge, PullRequest, PullRequestDraft } from '../../src/forge/forge.ts';

/** Pull requests in memory, with the rule that every forge has: one open for each head. */
export class MemoryForge implements Forge {
  readonly drafts = new Map<number, PullRequestDraft>();
  readonly closed: number[] = [];
  readonly statuses: string[] = [];
  readonly merging: [number, string][] = [];

  private asPullRequest(number: number, { head, title, labels }: PullRequestDraft): PullRequest {
    return { number, url: `https://git.example.org/pull/${number}`, head, commit: '', title, labels };
  }

  async openPullRequests(prefix: string): Promise<PullRequest[]> {
    return [...this.drafts]
      .filter(([number, { head }]) => head.startsWith(prefix) && !this.closed.includes(number))
      .map(([number, draft]) => this.asPullRequest(number, draft));
  }

  async savePullRequest(draft: PullRequestDraft): Promise<PullRequest> {
    const [open] = (await this.openPullRequests(draft.head)).filter(({ head }) => head === draft.head);
    const number = open?.number ?? this.drafts.size + 1;
    this.drafts.set(number, draft);
    return this.asPullRequest(number, draft);
  }

  async close(number: number): Promise<void> {
    this.closed.push(number);
  }

  async pullRequestsOf(commit: string): Promise<{ number: number; url: string; title: string }[]> {
    return [{ number: 7, url: 'https://git.example.org/pull/7', title: `brings ${commit}` }];
  }

  async saveComment(): Promise<void> {}
  async mergeWhenReady(number: number, method: string): Promise<void> {
    this.merging.push([number, method]);
  }
  async saveStatus(commit: string): Promise<void> {
    this.statuses.push(commit);
  }
}
