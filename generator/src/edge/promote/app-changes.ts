import type { Change } from '../../promote/history.ts';
import { git } from '../git/git.ts';
import type { CommitGraph } from './commit-graph.ts';
import type { PathRange } from './path-range.ts';

/** For each range, the first parents in it that touch its paths, newest first. */
export type AppChangesReader = (ranges: readonly PathRange[]) => Change[][];

/** Two processes for any number of ranges: what each commit of theirs touches, and what those are called that count. */
export function appChangesReader(root: string, graph: CommitGraph): AppChangesReader {
  const touched = new Map<string, ReadonlySet<string>>();
  return (ranges) => {
    const spans = spansOf(ranges, graph);
    const commits = [...new Set([...spans.values()].flat())].filter((commit) => !touched.has(commit));
    for (const [commit, paths] of touchedBy(root, commits, graph)) touched.set(commit, paths);
    const found = ranges.map((range) =>
      (spans.get(keyOf(range)) ?? []).filter((commit) => {
        const here = touched.get(commit);
        return range.paths.some((path) => here?.has(path));
      }),
    );
    const subjects = subjectsOf(root, [...new Set(found.flat())]);
    return found.map((changes) => changes.map((commit) => ({ commit, subject: subjects.get(commit) ?? '' })));
  };
}

const keyOf = ({ from, to }: Pick<PathRange, 'from' | 'to'>): string => `${from} ${to}`;

/** The first parents of `to` that `from` has not. */
function spansOf(ranges: readonly PathRange[], graph: CommitGraph): Map<string, string[]> {
  const spans = new Map<string, string[]>();
  for (const range of ranges) {
    if (spans.has(keyOf(range))) continue;
    const span: string[] = [];
    for (
      let commit: string | null = range.to;
      commit !== null && !graph.isWithin(commit, range.from);
      commit = graph.parents(commit)[0] ?? null
    )
      span.push(commit);
    spans.set(keyOf(range), span);
  }
  return spans;
}

/** Paths that differ from the first parent's, and all folders above them; the top is empty. */
function touchedBy(
  root: string,
  commits: readonly string[],
  graph: CommitGraph,
): Map<string, ReadonlySet<string>> {
  const touched = new Map(commits.map((commit) => [commit, new Set<string>()]));
  if (commits.length === 0) return touched;
  const shape = ['-r', '-z', '--root', '--no-renames', '--name-only', '--ignore-submodules=none'];
  const input = commits.map((commit) => `${[commit, ...graph.parents(commit).slice(0, 1)].join(' ')}\n`);
  let here = new Set<string>();
  for (const word of git(root, ['diff-tree', '--stdin', ...shape], { input: input.join('') }).split('\0')) {
    const commit = touched.get(word);
    if (commit) here = commit;
    else if (word !== '') addWithFolders(here, word);
  }
  return touched;
}

function addWithFolders(paths: Set<string>, path: string): void {
  for (let at = path; !paths.has(at); at = at.slice(0, Math.max(0, at.lastIndexOf('/')))) paths.add(at);
}

function subjectsOf(root: string, commits: readonly string[]): Map<string, string> {
  if (commits.length === 0) return new Map();
  const args = ['rev-list', '--no-walk=unsorted', '--no-commit-header', '--format=%H%x00%s', '--stdin'];
  const lines = git(root, args, { input: commits.map((commit) => `${commit}\n`).join('') }).split('\n');
  return new Map(lines.map((line) => line.split('\0') as [string, string]));
}
