import { emit } from '../../src/emit/emit.ts';
import type { Model } from '../../src/model/model.ts';
import { resolve } from '../../src/model/resolve.ts';
import type { Written } from '../../src/model/written.ts';
import { orThrow } from '../../src/problem/errors.ts';
import { plansOf } from '../../src/promote/pins/plans.ts';
import type { PinnedSource } from '../../src/promote/pins/source.ts';

/** For repositories without a pin. */
const noPins: PinnedSource = { candidates: () => [] };

export const modelOf = (written: Written): Model => orThrow(resolve(written));

/** Every file that a repository should hold, without the types that are compiled from schemas. */
export function treeOf(written: Written): ReadonlyMap<string, string> {
  const model = modelOf(written);
  return emit(model, orThrow(plansOf(model, noPins)), { gate: 'return {}', types: new Map() });
}
