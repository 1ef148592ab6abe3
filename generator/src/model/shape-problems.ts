import type { z } from 'zod';
import { keyPath } from '../problem/location.ts';
import { didYouMean } from '../problem/nearest.ts';
import { type Problem, problem, type SourceLocation } from '../problem/problem.ts';

type Issue = z.core.$ZodIssue;
type Locate = (path: readonly PropertyKey[]) => SourceLocation;

/** What zod found, as problems. `locate` finds the place of a key path; `shape` gives the keys that exist. */
export function shapeProblems(issues: readonly Issue[], shape: z.core.$ZodType, locate: Locate): Problem[] {
  return issues.flatMap((issue) => fromIssue(issue, shape, locate));
}

function fromIssue(issue: Issue, shape: z.core.$ZodType, locate: Locate): Problem[] {
  if (issue.code === 'unrecognized_keys') {
    const known = keysAt(shape, issue.path);
    return issue.keys.map((key) =>
      problem(
        'bad-shape',
        locate([...issue.path, key]),
        `there is no key "${key}" here`,
        didYouMean(key, known),
      ),
    );
  }
  if (issue.code === 'invalid_union' && issue.errors.length > 0) {
    const closest = closestOption(issue.errors);
    return closest.flatMap((inner) =>
      fromIssue({ ...inner, path: [...issue.path, ...inner.path] }, shape, locate),
    );
  }
  const at = keyPath(issue.path);
  return [problem('bad-shape', locate(issue.path), at === '' ? issue.message : `${at}: ${issue.message}`)];
}

/** Of a union, the option that the person most likely meant: the one with the fewest keys wrong. */
function closestOption(errors: readonly (readonly Issue[])[]): readonly Issue[] {
  const weight = (issues: readonly Issue[]): number =>
    issues.reduce((sum, issue) => sum + (issue.code === 'unrecognized_keys' ? issue.keys.length : 1), 0);
  return [...errors].sort((a, b) => weight(a) - weight(b))[0] ?? [];
}

interface Definition {
  readonly innerType?: z.core.$ZodType;
  readonly element?: z.core.$ZodType;
  readonly valueType?: z.core.$ZodType;
  readonly shape?: Record<string, z.core.$ZodType>;
  readonly options?: readonly z.core.$ZodType[];
}

/** The keys that a shape knows at a path; of a union, those of every option. */
function keysAt(shape: z.core.$ZodType, path: readonly PropertyKey[]): string[] {
  const definition = shape._zod.def as Definition;
  if (definition.innerType) return keysAt(definition.innerType, path);
  if (definition.options) return definition.options.flatMap((option) => keysAt(option, path));
  const [first, ...rest] = path;
  if (first === undefined) return Object.keys(definition.shape ?? {});
  const next = definition.shape?.[String(first)] ?? definition.element ?? definition.valueType;
  return next ? keysAt(next, rest) : [];
}
