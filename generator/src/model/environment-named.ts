import { UsageError } from '../problem/errors.ts';
import { didYouMean } from '../problem/nearest.ts';
import type { EnvironmentModel, Model } from './model.ts';

/** The environment that a user named; a UsageError with the nearest name where there is none. */
export function environmentNamed(
  name: string,
  { environments }: Pick<Model, 'environments'>,
): EnvironmentModel {
  const found = environments.find((environment) => environment.name === name);
  if (found) return found;
  const renamed = environments.find(({ formerly }) => formerly.includes(name));
  if (renamed) throw new UsageError(`the environment "${name}" is called "${renamed.name}" by now`);
  const names = environments.map((environment) => environment.name);
  throw new UsageError(`there is no environment "${name}": ${didYouMean(name, names)}`);
}
