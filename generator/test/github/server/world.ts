import { type Bare, bare } from './bare.ts';

/** A refusal, as GitHub words it. */
export class Refusal extends Error {
  readonly status: number;
  readonly errors: readonly object[];
  constructor(status: number, message: string, errors: readonly object[] = []) {
    super(message);
    this.status = status;
    this.errors = errors;
  }
}

export const invalid = (...errors: readonly object[]): Refusal =>
  new Refusal(422, 'Validation Failed', errors);

export interface Pull {
  readonly number: number;
  readonly author: string;
  readonly head: string;
  readonly created: string;
  /** Full name of the fork that the head branch lies in, if it is not our repository. */
  readonly fork?: string;
  title: string;
  body: string | null;
  base: string;
  state: 'open' | 'closed';
  /** Tip of the head branch, as last seen. */
  sha: string;
  baseSha: string;
  mergedAt: string | null;
  mergeCommit: string | null;
  autoMerge: 'merge' | 'squash' | 'rebase' | null;
  /** Who wanted it to merge by itself. */
  autoMergeBy: string | null;
  readonly labels: Set<string>;
  readonly reviewers: Set<string>;
  readonly teams: Set<string>;
  /** What it brought, once it is merged. */
  commits: readonly string[];
}

export interface Comment {
  readonly id: number;
  readonly pull: number;
  readonly author: string;
  body: string;
}

export interface IssueOf {
  readonly number: number;
  readonly author: string;
  readonly labels: Set<string>;
  title: string;
  body: string | null;
  state: 'open' | 'closed';
}

export interface Status {
  readonly id: number;
  readonly sha: string;
  readonly context: string;
  readonly state: string;
  readonly description: string | null;
}

/** What happened to a branch. */
export interface Activity {
  readonly id: number;
  readonly branch: string;
  readonly before: string | null;
  readonly after: string | null;
  readonly at: number;
  readonly kind: ActivityKind;
}

export type ActivityKind =
  | 'push'
  | 'force_push'
  | 'branch_creation'
  | 'branch_deletion'
  | 'pr_merge'
  | 'merge_queue_merge';

/** How this GitHub is set up. */
export interface Rules {
  readonly owner: string;
  readonly repo: string;
  /** Who may review: user names, and teams by their slug. */
  readonly collaborators: readonly string[];
  readonly teams: readonly string[];
  /** Checks that a branch protection wants to pass. */
  readonly requiredChecks: readonly string[];
  /** Whether the repository allows automatic merging. */
  readonly autoMerge: boolean;
}

/** Everything that this GitHub knows. */
export interface World {
  readonly rules: Rules;
  readonly git: Bare;
  readonly pulls: Pull[];
  readonly issues: IssueOf[];
  readonly comments: Comment[];
  readonly statuses: Status[];
  /** Of all branches since the start, oldest first. */
  readonly activities: Activity[];
  readonly labels: Map<string, { readonly color: string }>;
  nextId(): number;
  /** Milliseconds since 1970, by the clock of this GitHub. */
  now(): number;
}

export function world(repository: string, rules: Rules, now: () => number = Date.now): World {
  let id = 1000;
  return {
    rules,
    git: bare(repository),
    pulls: [],
    issues: [],
    comments: [],
    statuses: [],
    activities: [],
    labels: new Map(),
    nextId: () => ++id,
    now,
  };
}

export const timeText = ({ now }: World): string => new Date(now()).toISOString();

/** Takes note of where branches are now, and how they came there. */
export function noteMoves(all: World, how: ActivityKind | null): void {
  for (const { branch, before, after } of all.git.look()) {
    const kind = how ?? kindOf(all, before, after);
    all.activities.push({ id: all.nextId(), branch, before, after, at: all.now(), kind });
  }
}

function kindOf({ git }: World, before: string | null, after: string | null): ActivityKind {
  if (before === null) return 'branch_creation';
  if (after === null) return 'branch_deletion';
  return git.between(after, before).length === 0 ? 'push' : 'force_push';
}

/** What pushes did to the open pull requests since somebody looked last. */
export function refresh(all: World): void {
  noteMoves(all, null);
  const { pulls, git } = all;
  for (const pull of pulls.filter(({ state }) => state === 'open')) {
    const head = git.tip(pull.head);
    const base = git.tip(pull.base);
    if (head === null || base === null) pull.state = 'closed';
    else if (git.between(base, head).length === 0) endWithoutCommits(all, pull, head, base);
    else [pull.sha, pull.baseSha] = [head, base];
  }
}

/** Its commits came into the base by a push: merged. The head was set back: nothing is left to merge. */
function endWithoutCommits(all: World, pull: Pull, head: string, base: string): void {
  pull.state = 'closed';
  if (pull.sha !== head || pull.baseSha === base) return;
  pull.mergedAt = timeText(all);
  pull.mergeCommit = head;
}

/** Issues and pull requests are counted together. */
export const nextNumber = ({ pulls, issues }: World): number => pulls.length + issues.length + 1;

export function pullNumbered({ pulls }: World, number: string | number): Pull {
  const found = pulls.find((each) => each.number === Number(number));
  if (found) return found;
  throw new Refusal(404, 'Not Found');
}

/** Of several statuses of one context, the last counts. */
export function latestStatuses({ statuses }: World, sha: string): Status[] {
  const latest = new Map(statuses.filter((each) => each.sha === sha).map((each) => [each.context, each]));
  return [...latest.values()];
}

export type MergeState = 'clean' | 'blocked' | 'dirty' | 'unstable' | 'unknown';

export function mergeState(all: World, pull: Pull): MergeState {
  if (pull.state === 'closed') return 'unknown';
  if (!all.git.mergeable(pull.base, pull.sha)) return 'dirty';
  const statuses = latestStatuses(all, pull.sha);
  const passed = (check: string): boolean =>
    statuses.some(({ context, state }) => context === check && state === 'success');
  if (!all.rules.requiredChecks.every(passed)) return 'blocked';
  return statuses.every(({ state }) => state === 'success') ? 'clean' : 'unstable';
}

export function merge(all: World, pull: Pull, method: string): string {
  const { git } = all;
  const commits = git.between(pull.base, pull.sha);
  const message = `${pull.title} (#${pull.number})`;
  const result = git.merge(pull.base, pull.sha, method, message);
  if (result === null) throw new Refusal(405, 'Pull Request is not mergeable');
  noteMoves(all, 'pr_merge');
  pull.commits = [...commits, result];
  pull.state = 'closed';
  pull.mergedAt = timeText(all);
  pull.mergeCommit = result;
  return result;
}

/** Merges what was only waiting for its checks. */
export function mergeWhatIsReady(all: World): void {
  for (const pull of all.pulls) {
    if (pull.autoMerge !== null && ['clean', 'unstable'].includes(mergeState(all, pull)))
      merge(all, pull, pull.autoMerge);
  }
}
