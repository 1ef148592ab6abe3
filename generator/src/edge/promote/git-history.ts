import type { BranchMoves } from '../../promote/branch-moves.ts';
import type { History, Relation } from '../../promote/history.ts';
import { idOf, prefixOf } from '../git/git-names.ts';
import { once } from '../once.ts';
import { appChangesReader } from './app-changes.ts';
import { diffsOf } from './app-diffs.ts';
import { candidatesReader } from './candidates-reader.ts';
import { type CommitGraph, commitGraph } from './commit-graph.ts';
import { firstParents } from './first-parents.ts';
import { formerNames } from './former-names.ts';
import { inputsReader } from './inputs.ts';
import { lackingReader } from './lacking.ts';
import { momentsOf } from './moments.ts';
import { copiedBy } from './settings-copy.ts';
import { treeReader } from './tree-reader.ts';

/** A repository's past until `now` (seconds since 1970), read from the folder that it is cloned to. Nothing is asked twice. */
export function gitHistory(
  root: string,
  head: string,
  branch: string,
  now: number,
  moves?: BranchMoves,
): History {
  const prefix = prefixOf(root);
  const graph = commitGraph(root, head);
  const former = formerNames(root, prefix, head);
  const commits = firstParents(root, head, { now, moves: moves?.get(branch) });
  const moments = once((environment) =>
    momentsOf(root, prefix, [...former.of(environment), environment], { commits, branch, now, moves }),
  );
  const lacking = once(lackingReader(root, prefix, graph));
  const candidates = candidatesReader(root, prefix, former);
  const trees = treeReader(root);
  const { inputs, readInputs, paths } = inputsReader(prefix, trees, former);
  const changesIn = appChangesReader(root, graph);
  return {
    head,
    moments,
    candidates,
    relation: relations(graph),
    lacking,
    inputs,
    readInputs,
    copied: once((environment, commit) => {
      const copy = copiedBy(root, prefix, commit, head, graph);
      const names = [environment, ...former.of(environment)];
      return copy !== null && names.includes(copy.environment) ? copy.of : null;
    }),
    wasTip: graph.wasTip,
    changes: (environment, ranges) => changesIn(paths(environment, ranges)),
    diffs: (environment, ranges) => diffsOf(root, paths(environment, ranges), trees),
    resolve: (name) => idOf(root, `${name}^{commit}`),
  };
}

const relations = (graph: CommitGraph): History['relation'] =>
  once((commit, other): Relation => {
    if (commit === other) return 'same';
    if (graph.isWithin(commit, other)) return 'ahead';
    return graph.isWithin(other, commit) ? 'behind' : 'apart';
  });
