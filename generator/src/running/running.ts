import type { Application } from '../candidates/application.ts';
import type { PlanNode } from '../plan/plan.ts';

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

/** What runs in an environment, in the order in which it comes up. */
export interface Running {
  readonly apps: readonly RunningApp[];
  /** The file that decided it. */
  readonly from: string;
}
