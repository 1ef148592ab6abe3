import { emit } from './emit/emit.ts';
import { schemasToCompile } from './emit/types-files.ts';
import type { Model } from './model/model.ts';
import { resolve } from './model/resolve.ts';
import { type Outcome, outcomeOf } from './outcome.ts';
import { orThrow, UsageError } from './problem/errors.ts';
import { didYouMean } from './problem/nearest.ts';
import { plansOf } from './promote/pins/plans.ts';
import type { Repository } from './repository.ts';
import { compare } from './tree/changes.ts';
import { refuseDataLoss } from './tree/data-loss.ts';
import { filesOf } from './tree/places.ts';

export interface GenerateOptions {
  /** Only look: nothing is written. */
  readonly check: boolean;
  /** Only this environment's files. */
  readonly environment?: string;
}

/** Definitions in, a GitOps tree out. */
export async function generate(repository: Repository, options: GenerateOptions): Promise<Outcome> {
  const model = orThrow(resolve(await repository.read()));
  const planned = orThrow(plansOf(model, repository.pinned));
  const types = await repository.compileTypes(schemasToCompile(model));
  const wanted = emit(model, planned, { gate: repository.gate, types });
  const present = repository.present(wanted);
  const only = filesOf(knownEnvironment(options.environment, model));
  refuseDataLoss(only(wanted), only(repository.known(present)), model);
  const changes = compare(only(wanted), only(present));
  if (!options.check) repository.apply(changes);
  return outcomeOf(model, planned, changes, [...only(wanted).keys()], options);
}

function knownEnvironment(name: string | undefined, { environments }: Model): string | undefined {
  const names = environments.map((environment) => environment.name);
  if (name === undefined || names.includes(name)) return name;
  throw new UsageError(`there is no environment "${name}": ${didYouMean(name, names)}`);
}
