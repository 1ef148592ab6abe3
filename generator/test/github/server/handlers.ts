import { activities } from './activities.ts';
import { apps } from './apps.ts';
import { branchRules } from './branch-rules.ts';
import type { Identities } from './identities.ts';
import { issues } from './issues.ts';
import { pulls } from './pulls.ts';
import { statuses } from './statuses.ts';
import type { World } from './world.ts';

/** A request that GitHub's description allows. */
export interface Asked {
  readonly world: World;
  readonly identities: Identities;
  /** Who asks. */
  readonly user: string;
  /** The parts of the path in braces, in their order. */
  readonly values: readonly string[];
  readonly query: Readonly<Record<string, unknown>>;
  readonly body: unknown;
}

export interface Answer {
  readonly status: number;
  readonly body?: unknown;
}

export type Handler = (asked: Asked) => Answer;
/** By operation id. */
export type Handlers = Readonly<Record<string, Handler>>;

export const handlers: Handlers = {
  ...activities,
  ...apps,
  ...branchRules,
  ...issues,
  ...pulls,
  ...statuses,
};
