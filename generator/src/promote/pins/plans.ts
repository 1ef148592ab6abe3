import { candidatesIn, type Planned } from '../../emit/emit.ts';
import { runningCandidates } from '../../emit/running.ts';
import type { Model } from '../../model/model.ts';
import { type Result, success } from '../../problem/problem.ts';
import { differencesOf } from './differences.ts';
import { composeAll } from './running.ts';
import type { PinnedSource } from './source.ts';

/** Every environment: what would run at this commit, and what runs at its pins. */
export function plansOf(model: Model, source: PinnedSource): Result<Planned[]> {
  const composed = composeAll(model, source);
  if (!composed.ok) return composed;
  return success(
    candidatesIn(model).map((each): Planned => {
      const { environment, plan, candidates } = each;
      const pinned = composed.value.get(environment.name);
      if (pinned) {
        const { running, pins } = pinned;
        return { ...each, running, differences: differencesOf(pins, candidates, environment) };
      }
      const follows = environment.release?.kind === 'following';
      const running = follows ? runningCandidates(plan, candidates, environment.place.file) : null;
      return { ...each, running, differences: [] };
    }),
  );
}
