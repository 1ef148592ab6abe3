import type { Plain, PlainObject } from '../definition/plain.ts';
import { inside, keyPath } from '../problem/location.ts';
import { type Problem, problem, type SourceLocation } from '../problem/problem.ts';

/**
 * A copy of what a definition returned, as plain data: keys without a value are left out, in the order they were
 * written. Anything that YAML cannot carry is a problem.
 */
export function toPlain(value: unknown, location: SourceLocation, problems: Problem[]): PlainObject {
  const copied = copy(value, location, [], problems);
  if (typeof copied === 'object' && copied !== null && !Array.isArray(copied)) return copied as PlainObject;
  problems.push(problem('bad-values', location, 'values must be an object'));
  return {};
}

function copy(
  value: unknown,
  location: SourceLocation,
  path: readonly PropertyKey[],
  problems: Problem[],
): Plain {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  if (Array.isArray(value)) return value.map((item, i) => copy(item, location, [...path, i], problems));
  if (typeof value === 'object' && isRecord(value)) {
    const entries = Object.entries(value).filter(([, item]) => item !== undefined);
    return Object.fromEntries(
      entries.map(([key, item]) => [key, copy(item, location, [...path, key], problems)]),
    );
  }
  const at = keyPath(path);
  problems.push(
    problem(
      'bad-values',
      inside(location, `values.${at}`),
      `${at} is ${describe(value)}, which no YAML file can hold`,
    ),
  );
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
