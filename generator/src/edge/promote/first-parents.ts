import type { BranchMove } from '../../forge/forge.ts';
import { commitTimes, type TimeSpan } from '../../promote/commit-times.ts';
import { forgeTimes } from '../../promote/forge-times.ts';
import { git } from '../git/git.ts';

/** A commit of a branch's line of first parents. */
export interface LineCommit {
  readonly id: string;
  /** When it came there, seconds since 1970: see {@link commitTimes}. */
  readonly at: number;
}

/** The first parents of a commit, oldest first, and when each came: by the forge's moves (newest first), else as it says. */
export function firstParents(
  root: string,
  tip: string,
  { now, moves = [] }: { readonly now: number; readonly moves?: readonly BranchMove[] | undefined },
): LineCommit[] {
  const format = ['--no-commit-header', '--format=%H %ct %ce'];
  const lines = lineOf(git(root, ['rev-list', '--first-parent', '--reverse', ...format, tip]));
  const commits = lines.map(([id = '', date, ...committer]) => ({
    id,
    date: Number(date),
    committer: committer.join(' '),
  }));
  const places = new Map(commits.map(({ id }, i) => [id, i]));
  const spans: (TimeSpan | undefined)[] =
    moves.length > 0 ? forgeTimes(commits.length, moves, reach(), now) : [];
  const last = commits.at(-1);
  if (last && !(last.date <= now) && spans[commits.length - 1] === undefined)
    spans[commits.length - 1] = { from: 0, until: builtOn(root, tip, now) };
  const times = commitTimes(commits, now, spans);
  return commits.map(({ id }, i) => ({ id, at: times[i] ?? now }));

  /** A branch that was merged with itself the other way round has commits that it was at beside its line. */
  function reach(): (commit: string) => number {
    const named = moves.flatMap(({ before, commit }) => [before, commit]).filter((id) => id !== null);
    const beside = [...new Set(named)].filter((id) => !places.has(id));
    const known = beside.length > 0 ? reachBeside(root, places, [tip, ...beside]) : places;
    return (commit) => known.get(commit) ?? -1;
  }
}

const lineOf = (text: string): string[][] =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => line.split(' '));

/** Of all commits that these have, the newest place of the line among their ancestors. */
function reachBeside(
  root: string,
  places: ReadonlyMap<string, number>,
  tips: readonly string[],
): ReadonlyMap<string, number> {
  const options = ['--topo-order', '--reverse', '--parents', '--ignore-missing', '--stdin'];
  const reached = new Map<string, number>();
  for (const [id = '', ...parents] of lineOf(git(root, ['rev-list', ...options], { input: tips.join('\n') })))
    reached.set(id, places.get(id) ?? Math.max(-1, ...parents.map((parent) => reached.get(parent) ?? -1)));
  return reached;
}

/** When a commit, whose own date says nothing, was there at the latest: somebody may have built on it. */
function builtOn(root: string, commit: string, now: number): number {
  const options = ['--ancestry-path', '--no-commit-header', '--format=%ct', '--all', `^${commit}`];
  const dates = lineOf(git(root, ['rev-list', ...options])).map(([date]) => Number(date));
  return dates.reduce((earliest, date) => (date > 0 && date < earliest ? date : earliest), now);
}
