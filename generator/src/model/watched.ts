import { nearest } from '../problem/nearest.ts';

/** A name that code read where nothing is called that. */
export interface Missed {
  /** What it was read from, as in `of(kafka).topics`. */
  readonly from: string;
  readonly name: string;
  /** What is there. */
  readonly known: readonly string[];
}

/** The same object, all the way down, but reading what is not there is written down: it may be why something fails. */
export function watched<T extends object>(object: T, from: string, missed: Missed[]): T {
  return new Proxy(object, {
    get(target, name, receiver) {
      if (typeof name === 'string' && !(name in target) && !Array.isArray(target))
        missed.push({ from, name, known: Object.keys(target) });
      const value: unknown = Reflect.get(target, name, receiver);
      return isPlain(value) && !isFrozen(target, name)
        ? watched(value, `${from}.${String(name)}`, missed)
        : value;
    },
  });
}

const isPlain = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;

/** What is frozen has to be handed out as it is. */
const isFrozen = (target: object, name: PropertyKey): boolean =>
  Object.getOwnPropertyDescriptor(target, name)?.configurable === false && Object.isFrozen(target);

/** What was most likely meant by the names that were not there: those that are misspelt, or else the last. */
export function missedHint(missed: readonly Missed[]): string | undefined {
  const misspelt = missed.flatMap(({ from, name, known }) => {
    const close = nearest(name, known);
    return close === undefined ? [] : [`${from} has no "${name}": did you mean "${close}"?`];
  });
  if (misspelt.length > 0) return [...new Set(misspelt)].join('; ');
  const last = missed.at(-1);
  return last && `${last.from} has no "${last.name}", only ${last.known.join(', ')}`;
}
