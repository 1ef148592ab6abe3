import { candidatesOf } from '../../src/candidates/candidates.ts';
import { emit } from '../../src/emit/emit.ts';
import type { Model } from '../../src/model/model.ts';
import { resolve } from '../../src/model/resolve.ts';
import type { Written } from '../../src/model/written.ts';
import { orThrow } from '../../src/problem/errors.ts';
import type { PinnedSource } from '../../src/running/pinned-source.ts';
import { runningIn } from '../../src/running/state.ts';

/** For repositories without a pin. */
const noPins: PinnedSource = { candidates: () => [] };

export const modelOf = (written: Written): Model => orThrow(resolve(written));

/** Every file that a repository should hold, without the types that are compiled from schemas. */
export function treeOf(written: Written): ReadonlyMap<string, string> {
  const model = modelOf(written);
  return emit(model, orThrow(runningIn(candidatesOf(model), model, noPins)), {
    gate: 'return {}',
    types: new Map(),
  });
}
