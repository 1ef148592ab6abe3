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
  autoMerge: MergeMethod | null;
  /** Who wanted it to merge by itself. */
  autoMergeBy: string | null;
  readonly labels: Set<string>;
  readonly reviewers: Set<string>;
  readonly teams: Set<string>;
  /** Who approves it as it is. */
  readonly approvals: Set<string>;
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

/** A check of GitHub Actions or another app; null: it has not ended. */
export interface CheckRun {
  readonly sha: string;
  readonly name: string;
  readonly conclusion: 'success' | 'failure' | 'neutral' | 'skipped' | 'cancelled' | null;
}

export type MergeMethod = 'merge' | 'squash' | 'rebase';

/** What a branch is protected by. */
export interface Protection {
  readonly branch: string;
  /** Statuses and check runs that must have passed, by name. */
  readonly checks: readonly string[];
  /** Whether a pull request must have all of the branch before it is merged. */
  readonly strict: boolean;
  /** Whether nothing comes but by pull requests. */
  readonly pullRequests: boolean;
  readonly approvals: number;
  /** Whether an approval ends when another change is pushed. */
  readonly dismissesApprovals: boolean;
  /** How the merge queue merges, where there is one. */
  readonly queue: MergeMethod | null;
  /** Rules of a ruleset may be read by anyone who may read; those of the older protection by administrators. */
  readonly isRuleset: boolean;
}

/** A pull request that waits in the merge queue, and the commit that main will be at if its checks pass there. */
export interface QueueEntry {
  readonly pull: Pull;
  readonly branch: string;
  readonly commit: string;
  /** What it is built on: the branch, or the entry before it. */
  readonly onto: string;
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
  /** Checks that main is protected by, where no more is said of it. */
  readonly requiredChecks: readonly string[];
  readonly protections: readonly Protection[];
  readonly mergeMethods: readonly MergeMethod[];
  /** Whether the token of a workflow may open pull requests. */
  readonly actionsMayOpen: boolean;
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
  readonly checkRuns: CheckRun[];
  readonly queue: QueueEntry[];
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
    checkRuns: [],
    queue: [],
    activities: [],
    labels: new Map(),
    nextId: () => ++id,
    now,
  };
}

export const timeText = ({ now }: World): string => new Date(now()).toISOString();

/** Issues and pull requests are counted together. */
export const nextNumber = ({ pulls, issues }: World): number => pulls.length + issues.length + 1;

export function pullNumbered({ pulls }: World, number: string | number): Pull {
  const found = pulls.find((each) => each.number === Number(number));
  if (found) return found;
  throw new Refusal(404, 'Not Found');
}

/** Of several statuses of one context, the last counts. */
export function latestStatuses({ statuses }: World, sha: string): Status[] {
  const latest = new Map(
    statuses.filter((each) => each.sha === sha).map((each) => [each.context.toLowerCase(), each]),
  );
  return [...latest.values()];
}
