import { inside } from '../problem/location.ts';
import type { SourceLocation } from '../problem/problem.ts';
import type { Keeper, Keepers } from './keepers.ts';

/** Where the name of a root was changed, and what may be done about it. */
interface RenamedRoot {
  readonly location: SourceLocation;
  readonly hint: string;
}

/**
 * What gave a root another name: that of its environment, or else that of the platform or the namespace of Argo CD.
 * `before` and `after` are namespace and name of both.
 */
export function renamedRoot(
  before: string,
  after: string,
  { name, location }: Keeper,
  { platformLocation }: Pick<Keepers, 'platformLocation'>,
): RenamedRoot {
  const consent = `let go of ${before} and its Applications first, and write moved: { root: '${after}' } in ${location.file}`;
  const platform = after.endsWith(`-${name}`) ? after.slice(0, -name.length) : after;
  const former = before.startsWith(platform) ? before.slice(platform.length) : '';
  return former === ''
    ? {
        location: inside(platformLocation, 'name'),
        hint: `keep the platform's name and Argo CD's namespace; or ${consent}`,
      }
    : {
        location: inside(location, 'name'),
        hint: `if ${name} is what was called "${former}", write formerly: ['${former}']; else ${consent}`,
      };
}
