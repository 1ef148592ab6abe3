import { cpus, type Footprint, gibibytes, podsOf, sumOf } from '../../plan/footprint.ts';
import { requestsIn } from '../pod-requests.ts';
import { type Check, finding } from './check.ts';

/** What the sizes of an app say is what its pods request, for the sum in PLAN.md is made of it. */
export const sizesAreTrue: Check = (rendered) => {
  const { app, manifests } = rendered;
  if (Object.keys(app.requests).length === 0) return [];
  const said = sumOf(podsOf([app]));
  const found = sumOf(requestsIn(manifests, app.namespace));
  if (keys.every((key) => isSame(said[key], found[key]))) return [];
  const message = `asks for ${amounts(found)}, and its sizes say ${amounts(said)}`;
  return [finding('wrong-size', rendered, null, message, 'let the values read size, or correct the row')];
};

const keys = ['cpu', 'memory', 'disk'] as const;

/** A sum of fractions is a little off. */
const isSame = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-6 * Math.max(1, a, b);

const amounts = ({ cpu, memory, disk }: Footprint): string =>
  `${cpus(cpu)} CPUs, ${gibibytes(memory)} of memory and ${gibibytes(disk)} of disk`;
