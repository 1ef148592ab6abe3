import type { Plan, PlanNode } from '../plan/plan.ts';
import type { Application } from './application.ts';
import type { Candidate } from './candidate.ts';

/** An app that runs. */
export interface RunningApp {
  /** With the wave that it has here. */
  readonly node: PlanNode;
  readonly application: Application;
  /** The Application's file. */
  readonly text: string;
  /** Commit that it runs from; null for that of the root, whichever it is. */
  readonly commit: string | null;
}

/** What runs in an environment. */
export interface Running {
  readonly plan: Plan;
  readonly apps: readonly RunningApp[];
  /** The file that decided it. */
  readonly from: string;
}

/** An environment that follows a branch runs its candidates. */
export const runningCandidates = (plan: Plan, candidates: readonly Candidate[], from: string): Running => ({
  plan,
  from,
  apps: candidates.map(({ node, application, text }) => ({ node, application, text, commit: null })),
});
