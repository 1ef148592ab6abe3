import type { OutputTree } from '../definition/output.ts';
import { ProblemsError } from '../problem/errors.ts';
import { failure, type Place, type Problem, problem, type Result, success } from '../problem/problem.ts';
import { relative } from './place.ts';

/** Runs a function of a definition. Its errors are the author's, so they become problems with a place. */
export function evaluate<T>(run: () => T, what: string, root: string, place: Place): Result<T> {
  try {
    return success(run());
  } catch (error) {
    return failure(error instanceof ProblemsError ? [...error.problems] : [failed(error, what, root, place)]);
  }
}

function failed(error: unknown, what: string, root: string, place: Place): Problem {
  const message = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return problem('definition-failed', throwSite(error, root) ?? place, `${what} threw ${message}`);
}

/** The innermost line of the repository's own code that the stack names. */
function throwSite(error: unknown, root: string): Place | undefined {
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

/** The result of `provides` must be a tree of outputs and nothing else. */
export function checkOutputs(
  tree: unknown,
  place: Place,
  problems: Problem[],
  path = 'provides',
): OutputTree {
  if (typeof tree !== 'object' || tree === null || Array.isArray(tree)) {
    problems.push(
      problem('bad-shape', { ...place, path }, `${path} must be an output or a group of outputs`),
    );
    return {};
  }
  if (!('kind' in tree)) {
    for (const [name, node] of Object.entries(tree)) checkOutputs(node, place, problems, `${path}.${name}`);
  }
  return tree as OutputTree;
}
