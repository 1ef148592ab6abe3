import type { EnvironmentEffect } from '../effect.ts';
import { describeRepositoryChange, repositoriesChanged } from './repositories-changed.ts';

/**
 * Why what would be rendered runs something else than what is rendered now: images that a chart took from one repository
 * and takes from another. One that only comes or goes is a matter of the checks.
 */
export function renderedIdentity(environments: readonly Pick<EnvironmentEffect, 'images'>[]): string[] {
  const reasons = environments.flatMap(({ images }) =>
    [...Map.groupBy(images, ({ app }) => app)].flatMap(([app, changed]) =>
      repositoriesChanged(
        changed.flatMap(({ before }) => before ?? []),
        changed.flatMap(({ after }) => after ?? []),
      )
        .filter(({ before, after }) => before !== null && after !== null)
        .map((change) => `${app}: ${describeRepositoryChange(change)}`),
    ),
  );
  return [...new Set(reasons)];
}
