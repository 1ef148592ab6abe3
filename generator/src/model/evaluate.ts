import { placesIn } from '../definition/call-site.ts';
import { isOutput, type OutputTree } from '../definition/output.ts';
import { output } from '../definition/shape/output-shape.ts';
import { ProblemsError } from '../problem/errors.ts';
import {
  failure,
  type Problem,
  problem,
  type Result,
  type SourceLocation,
  success,
} from '../problem/problem.ts';
import { thrownText } from '../problem/thrown-text.ts';
import { codeHint } from './code-hint.ts';
import { relative } from './definition-location.ts';
import type { Definitions } from './definitions.ts';
import { inOurWords } from './shape-problems.ts';

/** A function of a definition. */
export interface AuthoredFunction<T> {
  run(): T;
  /** What it is called in messages. */
  readonly what: string;
  readonly location: SourceLocation;
  /** Names of what it receives. */
  readonly given: readonly string[];
  /** What it read that is not there, as a hint. */
  readonly missed?: () => string | undefined;
}

/** Runs a function of a definition. Its errors are the author's, so they become problems with a place. */
export function evaluate<T>(
  authored: AuthoredFunction<T>,
  definitions: Pick<Definitions, 'root' | 'code'>,
): Result<T> {
  try {
    return success(authored.run());
  } catch (error) {
    return failure(
      error instanceof ProblemsError ? [...error.problems] : [failed(error, authored, definitions)],
    );
  }
}

function failed(
  error: unknown,
  { what, location, given, missed }: AuthoredFunction<unknown>,
  { root, code }: Pick<Definitions, 'root' | 'code'>,
): Problem {
  const message = thrownText(error);
  const site = throwSite(error, root) ?? location;
  const hint = error instanceof Error ? codeHint(error, site.file, code, given) : undefined;
  return problem('definition-failed', site, `${what} threw ${message}`, hint ?? missed?.());
}

/** The innermost line of the repository's own code that the stack names. */
function throwSite(error: unknown, root: string): SourceLocation | undefined {
  if (!(error instanceof Error)) return undefined;
  for (const { url, ...place } of placesIn(error.stack ?? '')) {
    const file = relative(root, url);
    if (/^(apps|environments)\//.test(file)) return { file, ...place };
  }
  return undefined;
}

/** What `provides` returned must be a tree of outputs and nothing else. */
export function checkOutputs(tree: unknown, location: SourceLocation, path = 'provides'): Problem[] {
  if (typeof tree !== 'object' || tree === null || Array.isArray(tree))
    return [problem('bad-shape', { ...location, path }, `${path} must be an output or a group of outputs`)];
  if (isOutput(tree as OutputTree)) {
    if (path === 'provides')
      return [
        problem('bad-shape', { ...location, path }, `${path} must be a group of outputs`, 'give it a name'),
      ];
    return (output.safeParse(tree, inOurWords).error?.issues ?? []).map((issue) => {
      const at = [path, ...issue.path].join('.');
      return problem('bad-shape', { ...location, path: at }, `${at}: ${issue.message}`);
    });
  }
  return Object.entries(tree).flatMap(([name, node]) => checkOutputs(node, location, `${path}.${name}`));
}
