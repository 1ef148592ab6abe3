import { type Problem, problem } from '../problem/problem.ts';
import type { Model } from './model.ts';

/**
 * Environments that follow a branch which is nowhere: nothing would ever run there, and nobody would be told. `has` says
 * whether there is a branch; null where that cannot be known.
 */
export function unknownBranches(
  { environments, platform }: Pick<Model, 'environments' | 'platform'>,
  has: (branch: string) => boolean | null,
): Problem[] {
  return environments.flatMap(({ name, release, sample }) => {
    if (sample || release?.kind !== 'following' || release.branch === platform.branch) return [];
    if (has(release.branch) !== false) return [];
    const location = { file: `environments/${name}/release.yaml`, path: 'follow' };
    const message = `there is no branch "${release.branch}", neither here nor where this repository was cloned from`;
    const hint = `people merge to "${platform.branch}" (environments/platform.ts): follow that, or push "${release.branch}" first`;
    return [problem('unknown-branch', location, message, hint)];
  });
}
