import { ProblemsError } from '../problem/errors.ts';
import {
  failure,
  type Problem,
  problem,
  type Result,
  type SourceLocation,
  success,
} from '../problem/problem.ts';
import { relative } from './definition-location.ts';

/** Runs a function of a definition. Its errors are the author's, so they become problems with a place. */
export function evaluate<T>(run: () => T, what: string, root: string, location: SourceLocation): Result<T> {
  try {
    return success(run());
  } catch (error) {
    return failure(
      error instanceof ProblemsError ? [...error.problems] : [failed(error, what, root, location)],
    );
  }
}

function failed(error: unknown, what: string, root: string, location: SourceLocation): Problem {
  const message = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return problem('definition-failed', throwSite(error, root) ?? location, `${what} threw ${message}`);
}

/** The innermost line of the repository's own code that the stack names. */
function throwSite(error: unknown, root: string): SourceLocation | undefined {
  if (!(error instanceof Error)) return undefined;
  for (const line of (error.stack ?? '').split('\n')) {
    const match = line.match(/(file:\/\/[^\s()]+?)(?:\?[^:]*)?:(\d+):(\d+)\)?$/);
    if (!match?.[1]?.startsWith(root)) continue;
    const file = relative(root, match[1]);
    if (/^(apps|environments)\//.test(file))
      return { file, line: Number(match[2]), column: Number(match[3]) };
  }
  return undefined;
}

/** What `provides` returned must be a tree of outputs and nothing else. */
export function checkOutputs(tree: unknown, location: SourceLocation, path = 'provides'): Problem[] {
  if (typeof tree !== 'object' || tree === null || Array.isArray(tree))
    return [problem('bad-shape', { ...location, path }, `${path} must be an output or a group of outputs`)];
  if ('kind' in tree) return [];
  return Object.entries(tree).flatMap(([name, node]) => checkOutputs(node, location, `${path}.${name}`));
}
