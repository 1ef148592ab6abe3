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
 * A copy of what a definition returned, as plain data: keys without a value are left out, in the order they were
 * written. Anything that YAML cannot carry is a problem.
 */
export function toPlain(value: unknown, location: SourceLocation): Result<PlainObject> {
  if (typeof value !== 'object' || value === null || Array.isArray(value) || !isRecord(value))
    return failure([problem('bad-values', location, 'values must be an object')]);
  const problems: Problem[] = [];
  const copied = copy(value, [], (path, strange) => {
    const message = `${path} is ${describe(strange)}, which no YAML file can hold`;
    problems.push(problem('bad-values', inside(location, `values.${path}`), message));
  });
  return problems.length > 0 ? failure(problems) : success(copied as PlainObject);
}

function copy(
  value: unknown,
  path: readonly PropertyKey[],
  refuse: (path: string, value: unknown) => void,
): Plain {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  if (Array.isArray(value)) return value.map((item, i) => copy(item, [...path, i], refuse));
  if (typeof value === 'object' && isRecord(value)) {
    const entries = Object.entries(value).filter(([, item]) => item !== undefined);
    return Object.fromEntries(entries.map(([key, item]) => [key, copy(item, [...path, key], refuse)]));
  }
  refuse(keyPath(path), value);
  return null;
}

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
  const merged: Record<string, Plain> = { ...base };
  for (const [key, value] of Object.entries(over)) {
    const present = merged[key];
    merged[key] = isMap(present) && isMap(value) ? merge(present, value) : value;
  }
  return merged;
}

function isMap(value: Plain | undefined): value is PlainObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
