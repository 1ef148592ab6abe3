import { hotfixBranches } from '../../running/pinned-source.ts';
import { git } from '../git/git.ts';

/** Who comes from whom: commits and their parents. */
export interface CommitGraph {
  /** Tip of the main branch. */
  readonly head: string;
  /** Whether a commit was the tip of the main branch at some time. */
  wasTip(commit: string): boolean;
  /** Empty for the first of all. */
  parents(commit: string): readonly string[];
  /** Whether a commit is another one, or one of its ancestors. */
  isWithin(older: string, newer: string): boolean;
}

interface Placed {
  /** Children have smaller ones than their parents. */
  readonly place: number;
  readonly parents: readonly string[];
}

/** What lasts beside the main branch: most pins are on it, and nearly all others here. */
const lasting = [
  '--glob=refs/tags/pin/',
  `--branches=${hotfixBranches}*`,
  `--remotes=*/${hotfixBranches}*`,
] as const;

/** Reads all history in one process, and once more for each commit that nothing lasting holds. */
export function commitGraph(root: string, head: string): CommitGraph {
  const tips = [head];
  let known = read(root, tips);
  const placed = (commit: string): Placed => {
    if (!known.has(commit)) {
      tips.push(commit);
      known = read(root, tips);
    }
    return known.get(commit) ?? { place: 0, parents: [] };
  };
  const firstParent = (commit: string): string | null => placed(commit).parents[0] ?? null;
  const line: string[] = [];
  for (let commit: string | null = head; commit !== null; commit = firstParent(commit)) line.push(commit);
  const places = new Map(line.map((commit, i) => [commit, i]));
  const searched = (older: string, newer: string): boolean => {
    // Both are known before places are compared: they are others once more is read.
    const [, { place }] = [placed(newer), placed(older)];
    const seen = new Set([newer]);
    for (const commit of seen) {
      if (commit === older) return true;
      const one = placed(commit);
      if (one.place < place) for (const parent of one.parents) seen.add(parent);
    }
    return false;
  };
  return {
    head,
    wasTip: (commit) => places.has(commit),
    parents: (commit) => placed(commit).parents,
    isWithin(older, newer) {
      const [a, b] = [places.get(older), places.get(newer)];
      return a !== undefined && b !== undefined ? b <= a : searched(older, newer);
    },
  };
}

function read(root: string, tips: readonly string[]): Map<string, Placed> {
  const lines = git(root, ['rev-list', '--topo-order', '--parents', ...tips, ...lasting])
    .trimEnd()
    .split('\n');
  return new Map(
    lines.map((line, place): [string, Placed] => {
      const [commit = '', ...parents] = line.split(' ');
      return [commit, { place, parents }];
    }),
  );
}
