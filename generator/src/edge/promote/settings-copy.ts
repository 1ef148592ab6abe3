import { isGenerated } from '../../tree/paths.ts';
import { git } from '../git/git.ts';
import { idsAt } from '../git/git-objects.ts';
import type { CommitGraph } from './commit-graph.ts';

/** What a commit copies: its parent, with an environment's definition as some other commit has it. */
export interface SettingsCopy {
  readonly environment: string;
  readonly of: string;
}

const definition = /^environments\/([^/]+)\/environment\.ts$/;

/**
 * Looks at all that a commit changes: the definition of one environment, into one that `within` has or had on its line
 * of first parents, and what is generated. Null where it changes more, or less.
 */
export function copiedBy(
  root: string,
  prefix: string,
  commit: string,
  within: string,
  graph: CommitGraph,
): SettingsCopy | null {
  const parents = graph.parents(commit);
  const [of] = parents;
  if (of === undefined || parents.length > 1) return null;
  const raw = git(root, ['diff-tree', '-r', '-z', '--no-renames', '--name-only', of, commit]);
  const paths = raw.split('\0').filter((path) => path !== '');
  if (!paths.every((path) => path.startsWith(prefix))) return null;
  const own = paths.map((path) => path.slice(prefix.length)).filter((path) => !isGenerated(path));
  const [file = ''] = own;
  const [, environment] = file.match(definition) ?? [];
  if (own.length !== 1 || environment === undefined) return null;
  const past = git(root, ['rev-list', '--first-parent', within, '--', `:/${prefix}${file}`]).split('\n');
  const commits = past.filter((line) => line !== '');
  const [here, ...there] = idsAt(
    root,
    [commit, ...commits].map((at) => `${at}:${prefix}${file}`),
  );
  return here !== null && there.includes(here ?? '') ? { environment, of } : null;
}
