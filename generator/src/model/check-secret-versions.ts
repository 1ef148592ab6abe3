import { inside } from '../problem/location.ts';
import { didYouMean } from '../problem/nearest.ts';
import { type Problem, problem } from '../problem/problem.ts';
import type { Definitions } from './definitions.ts';
import { secretName } from './secret-uses.ts';

/** A secret that was replaced is one that an app declares, and the name of its new value is no other's. */
export function checkSecretVersions({ apps, environments }: Definitions): Problem[] {
  const known = new Set(
    apps.flatMap(({ name, secrets }) => Object.keys(secrets).map((secret) => secretName(name, secret))),
  );
  return environments.flatMap(({ location, secretVersions }) =>
    Object.entries(secretVersions).flatMap(([name, version]) => {
      const at = inside(location, `secretVersions.${name}`);
      if (!known.has(name))
        return [problem('unknown-name', at, `no app has a secret "${name}"`, didYouMean(name, known))];
      const next = `${name}-${version}`;
      if (!known.has(next)) return [];
      const message = `value ${version} of the secret "${name}" would be called as the secret "${next}" is`;
      return [problem('duplicate-name', at, message, 'take the next number')];
    }),
  );
}
