import type { Pinned } from '../../definition/release.ts';
import { UsageError } from '../../problem/errors.ts';
import type { PromotionTarget } from './request.ts';

/** The release of a pinned environment. Throws a usage error for one that follows a branch. */
export function pinnedRelease({ name, release }: PromotionTarget): Pinned {
  if (release?.kind === 'pinned') return release;
  throw new UsageError(`${name} is not pinned, so its settings come with every commit of its branch`);
}
