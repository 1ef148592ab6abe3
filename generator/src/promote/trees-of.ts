import { inCheckout } from '../forge/workspace.ts';
import { ExternalError, ProblemsError } from '../problem/errors.ts';
import type { Tools } from './tools.ts';

/** Whether a commit's tree is what its own generator makes of its definitions. */
export interface TreeVerdict {
  readonly commit: string;
  readonly kind: 'equal' | 'different' | 'failed';
  /** Paths that differ, or why it cannot be generated, in a line; empty where it is equal. */
  readonly detail: string;
}

/**
 * Generates commits anew, each in a checkout of its own with the generator and the packages that it has, and compares
 * that with what is committed. This runs the code of these commits: never where there is a token.
 */
export async function treesOf(
  commits: readonly string[],
  { checkout }: Pick<Tools, 'checkout'>,
): Promise<readonly TreeVerdict[]> {
  const verdicts: TreeVerdict[] = [];
  for (const commit of new Set(commits)) verdicts.push(await treeOf(commit, checkout));
  return verdicts;
}

async function treeOf(commit: string, checkout: Tools['checkout']): Promise<TreeVerdict> {
  try {
    return await inCheckout(checkout, commit, async (workspace) => {
      await workspace.generate();
      const paths = workspace.changed();
      return paths.length === 0
        ? { commit, kind: 'equal', detail: '' }
        : { commit, kind: 'different', detail: listed(paths) };
    });
  } catch (error) {
    const detail = failureOf(error);
    if (detail === null) throw error;
    return { commit, kind: 'failed', detail };
  }
}

/** Null for what says nothing of the commit. */
function failureOf(error: unknown): string | null {
  if (error instanceof ExternalError) return `${error.message}; ${error.hint}`;
  if (error instanceof ProblemsError)
    return error.problems.map(({ location, message }) => `${location.file}: ${message}`).join('; ');
  return null;
}

/** Paths shown of more. */
const most = 5;

const listed = (paths: readonly string[]): string =>
  [...paths.slice(0, most), ...(paths.length > most ? [`and ${paths.length - most} more`] : [])].join(', ');
