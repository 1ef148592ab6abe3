import type { Step, UnitChoice } from '../choice.ts';
import type { Unit } from '../unit.ts';
import { pinUnit } from '../units/unit-names.ts';

/** Steps that are proposed together. */
export interface Package {
  readonly unit: Unit;
  readonly steps: readonly Step[];
}

/**
 * What each unit would propose. Digests that are only written down go together, where no data store restarts for them:
 * a first run pins nearly all, and nobody wants to read that one by one.
 */
export function packagesOf(choices: readonly UnitChoice[]): Package[] {
  const proposing = choices.filter(({ steps }) => steps.length > 0);
  const isPool = ({ unit, steps }: UnitChoice): boolean =>
    !unit.keepsData && steps.every(({ size }) => size === 'pin');
  const pooled = proposing.filter(isPool);
  const others = proposing.filter((choice) => !isPool(choice)).map(({ unit, steps }) => ({ unit, steps }));
  if (pooled.length === 0) return others;
  const pool: Unit = {
    name: pinUnit,
    subjects: pooled.flatMap(({ steps }) => steps.map(({ subject }) => subject)),
    runBy: distinctRuns(pooled.map(({ unit }) => unit)),
    keepsData: false,
  };
  return [...others, { unit: pool, steps: pooled.flatMap(({ steps }) => steps) }];
}

const distinctRuns = (units: readonly Unit[]): Unit['runBy'] => [
  ...new Map(
    units.flatMap(({ runBy }) => runBy.map((run) => [`${run.environment} ${run.app}`, run] as const)),
  ).values(),
];
