import type { z } from 'zod';
import { keyPath } from '../problem/location.ts';
import { didYouMean, nearest } from '../problem/nearest.ts';
import { type Problem, problem, type SourceLocation } from '../problem/problem.ts';
import { habitHint } from './habit-keys.ts';
import { choice, shapeWording } from './shape-wording.ts';
import { leaveOut } from './to-plain.ts';

type Issue = z.core.$ZodIssue;
type Path = readonly PropertyKey[];

/** Something that a person wrote, against the shape that it must have. */
interface Shaped {
  readonly value: unknown;
  readonly shape: z.core.$ZodType;
  /** The place of a key path. */
  locate(path: Path): SourceLocation;
}

/** What is wrong with the shape of a value, once for each mistake; nothing where it fits. */
export function shapeProblems(shaped: Shaped, issues: readonly Issue[]): Problem[] {
  const all = issues.flatMap(innermost);
  const empty = undefinedPaths(shaped.value);
  const others = all.filter(({ path }) => !empty.some((known) => keyPath(known) === keyPath(path)));
  const absent = others.filter((issue) => isMissing(issue, shaped.value));
  const present = others.filter((issue) => !absent.includes(issue));
  const unknown = present.flatMap((issue) => unknownKeys(issue, absent, shaped));
  const missing = absent.filter((issue) => !unknown.some(({ meant }) => meant === issue));
  const byParent = Map.groupBy(missing, ({ path }) => keyPath(path.slice(0, -1)));
  return [
    ...empty.map((path) => undefinedKey(path, shaped)),
    ...[...byParent.values()].map((group) => missingKeys(group, shaped)),
    ...unknown.map((key) => unknownKey(key, shaped)),
    ...present.filter(({ code }) => code !== 'unrecognized_keys').map((issue) => wrongValue(issue, shaped)),
  ];
}

/** How zod has to be asked, so that its messages are ours. */
export const inOurWords = { error: shapeWording };

/** Of a union, the issues of the option that the person most likely meant: the one with the fewest keys wrong. */
function innermost(issue: Issue): Issue[] {
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [issue];
  const weight = (issues: readonly Issue[]): number =>
    issues.reduce((sum, one) => sum + (one.code === 'unrecognized_keys' ? one.keys.length : 1), 0);
  const [closest = []] = [...issue.errors].sort((a, b) => weight(a) - weight(b));
  return closest.flatMap((inner) => innermost({ ...inner, path: [...issue.path, ...inner.path] }));
}

/** Paths of keys that are there without a value: what looks set would be left out. */
function undefinedPaths(value: unknown, path: Path = []): Path[] {
  if (!isPlain(value)) return [];
  return Object.entries(value).flatMap(([key, item]) => {
    const at = [...path, Array.isArray(value) ? Number(key) : key];
    // An app that is undefined was imported in a circle, which its own check says.
    return item === undefined && !Array.isArray(value) ? [at] : undefinedPaths(item, at);
  });
}

const isPlain = (value: unknown): value is object =>
  Array.isArray(value) ||
  (typeof value === 'object' &&
    value !== null &&
    (value as { kind?: unknown }).kind !== 'app' &&
    [Object.prototype, null].includes(Object.getPrototypeOf(value)));

const undefinedKey = (path: Path, { locate }: Shaped): Problem =>
  problem(
    'bad-shape',
    locate(path),
    `${keyPath(path)} is undefined, and would count as left out`,
    leaveOut(path),
  );

function isMissing({ code, path }: Issue, value: unknown): boolean {
  const parent = valueAt(value, path.slice(0, -1));
  return (
    path.length > 0 &&
    code !== 'unrecognized_keys' &&
    typeof parent === 'object' &&
    parent !== null &&
    !Array.isArray(parent) &&
    !((path.at(-1) ?? '') in parent)
  );
}

/** Keys that one object lacks are one mistake. */
function missingKeys(issues: readonly Issue[], { shape, value, locate }: Shaped): Problem {
  const [first] = issues;
  const path = first?.path ?? [];
  const parent = path.slice(0, -1);
  if (issues.length === 1) {
    const described = optionAt(shape, path, value)?.description;
    return problem(
      'bad-shape',
      locate(path),
      `${keyPath(path)} is missing`,
      described && `it is the ${described}`,
    );
  }
  const [last, ...others] = issues.map((issue) => String(issue.path.at(-1))).reverse();
  const keys = `${others.reverse().join(', ')} and ${last}`;
  return problem('bad-shape', locate(parent), `${keyPath(parent) || 'it'} lacks ${keys}`);
}

/** A key that the shape does not have. */
interface UnknownKey {
  readonly parent: Path;
  readonly key: string;
  /** What is missing beside it, if that was meant: then the two are one mistake. */
  readonly meant: Issue | undefined;
}

function unknownKeys(issue: Issue, absent: readonly Issue[], { shape }: Shaped): UnknownKey[] {
  if (issue.code !== 'unrecognized_keys') return [];
  const beside = absent.filter(({ path }) => keyPath(path.slice(0, -1)) === keyPath(issue.path));
  return issue.keys.map((key) => {
    const habit = habitHint(shape, issue.path, key)?.split(/\W+/) ?? [];
    const close = nearest(key, beside.map(lastKey));
    const only = issue.keys.length === 1 && beside.length === 1;
    const meant = beside.find((one) => habit.includes(lastKey(one)) || lastKey(one) === close || only);
    return { parent: issue.path, key, meant };
  });
}

const lastKey = ({ path }: Issue): string => String(path.at(-1));

function unknownKey({ parent, key, meant }: UnknownKey, { shape, value, locate }: Shaped): Problem {
  const hint =
    habitHint(shape, parent, key) ??
    ownersHint(shape, parent, key) ??
    (meant ? `did you mean "${lastKey(meant)}"?` : didYouMean(key, keysAt(shape, parent, value)));
  return problem('bad-shape', locate([...parent, key]), `there is no key "${key}" here`, hint);
}

/** Of a union, the options that do have the key. */
function ownersHint(shape: z.core.$ZodType, path: Path, key: string): string | undefined {
  const options = definitionAt(shape, path)?.options ?? [];
  const kinds = options
    .filter((option) => keysOf(option).includes(key))
    .flatMap((option) => literals(option, 'kind'));
  if (kinds.length === 0) return undefined;
  return `it belongs to kind ${kinds.map((kind) => `'${kind}'`).join(' and ')}`;
}

function wrongValue(issue: Issue, shaped: Shaped): Problem {
  const { value, locate } = shaped;
  const at = keyPath(issue.path);
  const message = issue.code === 'invalid_union' ? noOption(issue.path, shaped) : messageOf(issue);
  const hint = valueHint(issue, valueAt(value, issue.path));
  return problem('bad-shape', locate(issue.path), at === '' ? message : `${at}: ${message}`, hint);
}

/** Of a key that a map may not have, zod says why one level further in. */
const messageOf = (issue: Issue): string =>
  issue.code === 'invalid_key' ? `the key ${issue.issues[0]?.message ?? 'is wrong'}` : issue.message;

/** A union told apart by a key, where the key has a value of no option. */
function noOption(path: Path, { shape }: Shaped): string {
  const union = definitionAt(shape, path.slice(0, -1));
  const kinds = (union?.options ?? []).flatMap((option) => literals(option, String(path.at(-1))));
  return kinds.length === 0 ? 'is none of what may stand here' : `must be ${choice(kinds)}`;
}

function valueHint(issue: Issue, value: unknown): string | undefined {
  if (issue.code === 'invalid_value' && typeof value === 'string') {
    const close = nearest(value, issue.values.map(String));
    return close === undefined ? undefined : `did you mean "${close}"?`;
  }
  if (issue.code === 'custom' && issue.message === 'must be a function')
    return `write ${keyPath(issue.path)}: () => ({ … })`;
  return undefined;
}

interface Definition {
  readonly innerType?: z.core.$ZodType;
  readonly element?: z.core.$ZodType;
  readonly valueType?: z.core.$ZodType;
  readonly shape?: Record<string, z.core.$ZodType>;
  readonly options?: readonly z.core.$ZodType[];
  readonly discriminator?: string;
  readonly values?: readonly unknown[];
}

const definitionOf = (shape: z.core.$ZodType): Definition => shape._zod.def as Definition;

/** Values of a key that tells options apart. */
const literals = (option: z.core.$ZodType, key: string): unknown[] => {
  const literal = definitionOf(option).shape?.[key];
  return [...((literal && definitionOf(literal).values) ?? [])];
};

const keysOf = (option: z.core.$ZodType): string[] => Object.keys(definitionOf(option).shape ?? {});

/** The shape at a path, of a union told apart by a key the option that the value names. */
function optionAt(shape: z.core.$ZodType, path: Path, value: unknown): z.ZodType | undefined {
  const { innerType, options, discriminator, ...rest } = definitionOf(shape);
  if (innerType) return optionAt(innerType, path, value);
  const chosen = options?.find((option) =>
    literals(option, discriminator ?? '').includes(valueAt(value, [discriminator ?? ''])),
  );
  if (chosen) return optionAt(chosen, path, value);
  const [first, ...others] = path;
  if (first === undefined) return shape as z.ZodType;
  const next = rest.shape?.[String(first)] ?? rest.element ?? rest.valueType;
  return next && optionAt(next, others, valueAt(value, [first]));
}

/** The shape at a path as zod keeps it, a union whole. */
function definitionAt(shape: z.core.$ZodType, path: Path): Definition | undefined {
  const [first, ...rest] = path;
  const { innerType, ...definition } = definitionOf(shape);
  if (innerType) return definitionAt(innerType, path);
  if (first === undefined) return definition;
  const next = definition.shape?.[String(first)] ?? definition.element ?? definition.valueType;
  return next && definitionAt(next, rest);
}

/** The keys that a shape knows at a path; of a union that nothing tells apart, those of every option. */
function keysAt(shape: z.core.$ZodType, path: Path, value: unknown): string[] {
  const found = optionAt(shape, path, value);
  if (!found) return [];
  const { options } = definitionOf(found);
  return options ? options.flatMap(keysOf) : keysOf(found);
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (found, key) =>
      typeof found === 'object' && found !== null ? (found as Record<PropertyKey, unknown>)[key] : undefined,
    value,
  );
}
