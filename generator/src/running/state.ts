import type { EnvironmentCandidates } from '../candidates/candidates.ts';
import type { Model } from '../model/model.ts';
import type { PlanNode } from '../plan/plan.ts';
import { type Result, success } from '../problem/problem.ts';
import { composeAll } from './pinned.ts';
import type { PinnedSource } from './pinned-source.ts';
import type { Running } from './running.ts';

/** An environment with what would run in it, and what does. */
export interface EnvironmentState extends EnvironmentCandidates {
  /** Null while it was never released. */
  readonly running: Running | null;
}

/** What runs in every environment: the candidates of this commit where it follows a branch, and those of its pins else. */
export function runningIn(
  proposed: readonly EnvironmentCandidates[],
  model: Model,
  source: PinnedSource,
): Result<EnvironmentState[]> {
  const composed = composeAll(model, source);
  if (!composed.ok) return composed;
  return success(
    proposed.map((proposal): EnvironmentState => {
      const follows = proposal.environment.release?.kind === 'following';
      return {
        ...proposal,
        running: follows ? following(proposal) : (composed.value.get(proposal.environment.name) ?? null),
      };
    }),
  );
}

function following({ environment, plan, candidates }: EnvironmentCandidates): Running {
  const nodes = new Map(plan.map((node) => [node.name, node]));
  const apps = candidates.flatMap(({ node: { name }, application, texts }) => {
    const node = nodes.get(name);
    return node ? [{ node, application, text: texts.application, commit: null }] : [];
  });
  return { apps, from: environment.location.file };
}

/** The apps that run, or that would if the environment were released now. */
export const shownPlan = ({ running, plan }: EnvironmentState): readonly PlanNode[] =>
  running?.apps.map(({ node }) => node) ?? plan;
