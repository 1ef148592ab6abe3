import { type Counted, type Footprint, largestOf, sumOf } from '../plan/footprint.ts';
import type { NodeRoom } from './prerequisite.ts';

/** Room for all pods that run at the same time, and for each that ever runs; `without` are apps that are not in it. */
export const roomFor = (
  lasting: readonly Counted[],
  all: readonly Counted[],
  without: readonly string[],
): NodeRoom => ({ ...inUnits(sumOf(lasting)), largest: inUnits(largestOf(all)), without });

/** CPUs in thousandths and memory in MiB, rounded up. A sum of fractions is a little off. */
const inUnits = ({ cpu, memory }: Footprint) => ({
  cpu: Math.ceil(Math.round(cpu * 1e6) / 1e3),
  memory: Math.ceil(memory / 2 ** 20),
});
