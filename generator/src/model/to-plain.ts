import type { Plain, PlainObject } from '../definition/plain.ts';
import { inside, keyPath } from '../problem/location.ts';
import {
  failure,
  type Problem,
  problem,
  type Result,
  type SourceLocation,
  success,
} from '../problem/problem.ts';

/**
 * A copy of what a definition returned, as plain data, keys in the order they were written. Anything that YAML cannot
 * carry to Go as it is, is a problem; so is a key whose value is undefined, for what looks set would be left out.
 * `meant` says what may be behind an undefined value.
 */
export function toPlain(
  value: unknown,
  location: SourceLocation,
  meant: () => string | undefined = () => undefined,
): Result<PlainObject> {
  if (typeof value !== 'object' || value === null || Array.isArray(value) || !isRecord(value))
    return failure([problem('bad-values', location, 'values must be an object')]);
  const problems: Problem[] = [];
  const refuse: Refuse = (path, what, hint) => {
    const at = keyPath(path);
    const shown = what === undefined ? 'undefined, and would be left out' : what;
    const advice = what === undefined ? (meant() ?? leaveOut(path)) : hint;
    problems.push(problem('bad-values', inside(location, `values.${at}`), `${at} is ${shown}`, advice));
    return null;
  };
  const copied = copy(value, [], [], refuse);
  return problems.length > 0 ? failure(problems) : success(copied as PlainObject);
}

/** Without `what`, the value is undefined. */
type Refuse = (path: readonly PropertyKey[], what?: string, hint?: string) => null;

/** How to leave a key out on purpose. */
export function leaveOut(path: readonly PropertyKey[]): string {
  const key = path.at(-1);
  if (typeof key === 'number') return 'give it a value, or filter it out of the list';
  return `give it a value; to leave it out where a condition does not hold, spread it: ...(condition && { ${String(key)}: … })`;
}

/** `above` are the objects that hold the value. */
function copy(
  value: unknown,
  path: readonly PropertyKey[],
  above: readonly unknown[],
  refuse: Refuse,
): Plain {
  if (value === undefined) return refuse(path);
  if (value === null || typeof value === 'boolean') return value;
  if (typeof value === 'string') return value.isWellFormed() ? value : refuse(path, halfCharacter);
  if (typeof value === 'number' && Number.isFinite(value)) {
    // Zero has no sign in a file.
    if (!Number.isInteger(value) || Number.isSafeInteger(value)) return value === 0 ? 0 : value;
    return refuse(
      path,
      `${value}, beyond what a number of JavaScript holds to the digit`,
      'write it as text',
    );
  }
  if (above.includes(value)) return refuse(path, 'the same object as one that it lies in');
  if (path.length > maxDepth) return refuse(path, `nested deeper than ${maxDepth} levels`);
  if (Array.isArray(value))
    return Array.from(value, (item, i) => copy(item, [...path, i], [...above, value], refuse));
  if (typeof value === 'object' && isRecord(value)) {
    const entries = Object.entries(value);
    for (const [key] of entries)
      if (!key.isWellFormed()) refuse([...path, JSON.stringify(key)], halfCharacter);
    return Object.fromEntries(
      entries.map(([key, item]) => [key, copy(item, [...path, key], [...above, value], refuse)]),
    );
  }
  return refuse(path, `${describe(value)}, which no YAML file can hold`);
}

/** Deeper than anything that a person means, and less than any reader gives up at. */
const maxDepth = 100;

const halfCharacter = 'half a character: a surrogate without its other, which no file can hold';

function isRecord(value: object): boolean {
  const prototype = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

function describe(value: unknown): string {
  if (typeof value === 'object' && value !== null) return `a ${value.constructor?.name ?? 'strange object'}`;
  return typeof value === 'number' ? String(value) : `of type ${typeof value}`;
}

/** `over` on top of `base`: maps are merged key by key, anything else replaces; key order is that of `base`. */
export function merge(base: PlainObject, over: PlainObject): PlainObject {
  // No record: `__proto__` is a key like any other.
  const merged = new Map(Object.entries(base));
  for (const [key, value] of Object.entries(over)) {
    const present = merged.get(key);
    merged.set(key, isMap(present) && isMap(value) ? merge(present, value) : value);
  }
  return Object.fromEntries(merged);
}

function isMap(value: Plain | undefined): value is PlainObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
