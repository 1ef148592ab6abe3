import { emit, plansOf } from '../../src/emit/emit.ts';
import type { Model } from '../../src/model/model.ts';
import { resolve } from '../../src/model/resolve.ts';
import type { Written } from '../../src/model/written.ts';
import { orThrow } from '../../src/problem/errors.ts';

export const modelOf = (written: Written): Model => orThrow(resolve(written));

/** Every file that a repository should hold, without the types that are compiled from schemas. */
export function treeOf(written: Written): ReadonlyMap<string, string> {
  const model = modelOf(written);
  return emit(model, plansOf(model), { gate: 'return {}', types: new Map() });
}
