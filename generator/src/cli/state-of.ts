import { candidatesOf } from '../candidates/candidates.ts';
import type { EnvironmentModel, Model } from '../model/model.ts';
import { InternalError, orThrow } from '../problem/errors.ts';
import type { Repository } from '../repository.ts';
import { type EnvironmentState, runningIn } from '../running/state.ts';

/** What would run in one environment, and what does. Throws the problems of its pins. */
export function stateOf(
  environment: EnvironmentModel,
  model: Model,
  { pinned }: Pick<Repository, 'pinned'>,
): EnvironmentState {
  const states = orThrow(runningIn(candidatesOf(model), model, pinned));
  const state = states.find((known) => known.environment === environment);
  if (!state) throw new InternalError(`${environment.name} has no state`);
  return state;
}
