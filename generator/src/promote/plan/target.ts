import { environmentNamed } from '../../model/environment-named.ts';
import type { EnvironmentModel, Model } from '../../model/model.ts';
import { UsageError } from '../../problem/errors.ts';
import type { PromotionTarget } from './request.ts';

/** The environment of that name as something to promote to. Throws a usage error where there is none. */
export function targetNamed(name: string, model: Model): PromotionTarget {
  const environment = environmentNamed(name, model);
  if (!environment.sample) return targetOf(environment, model);
  const { file } = environment.location;
  throw new UsageError(`${name} is a sample, where nothing runs: see sample in ${file}`);
}

export function targetOf(environment: EnvironmentModel, model: Model): PromotionTarget {
  const { platform } = model;
  const { name, promotesFrom, release, soak, retired, reviewers, automerge } = environment;
  const freezes = platform.freezes.filter(({ environments }) => environments?.includes(name) ?? true);
  const { branch: mainBranch } = platform;
  return {
    name,
    mainBranch,
    line: lineFrom(name, model),
    upstream: promotesFrom,
    release,
    soak,
    retired,
    freezes,
    reviewers,
    automerge,
  };
}

/** An environment and all that is promoted from it, near ones first. */
export function lineFrom(name: string, { environments }: Pick<Model, 'environments'>): string[] {
  const next = environments.filter(({ promotesFrom }) => promotesFrom === name);
  return [name, ...next.flatMap((environment) => lineFrom(environment.name, { environments }))];
}
