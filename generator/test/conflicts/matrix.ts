import { isWritable } from '../../src/tree/writable-paths.ts';
import type { Change } from './changes.ts';
import type { Past } from './platform.ts';

/** What came of bringing two changes of the same main together. */
export interface Meeting {
  readonly pair: readonly [Change, Change];
  /** `refused`: they merge, and `generate` refuses what that makes. */
  readonly result: 'clean' | 'conflict' | 'drift' | 'refused';
  /** Paths that conflict or drift. */
  readonly paths: readonly string[];
}

export const pairsOf = <T>(all: readonly T[]): [T, T][] =>
  all.flatMap((first, i) => all.slice(i + 1).map((second): [T, T] => [first, second]));

/** Makes every change on a branch of its own, off the same main: the commit of each. */
export async function branches(changes: readonly Change[], past: Past): Promise<Map<Change, string>> {
  const made = new Map<Change, string>();
  for (const change of changes)
    made.set(change, await past.platform.commit((root) => change.make(root, past), past.main));
  return made;
}

/**
 * Brings two changes together, both ways.
 *
 * @param looks whether to generate what merges, to see if it drifts
 */
export async function meeting(
  pair: readonly [Change, Change],
  made: ReadonlyMap<Change, string>,
  { platform }: Past,
  looks: boolean,
): Promise<Meeting> {
  const [a = '', b = ''] = pair.map((change) => made.get(change));
  const [there, back] = [merged(a, b, platform), merged(b, a, platform)];
  const paths = [...new Set([...there.paths, ...back.paths])];
  if (paths.length > 0) return { pair, result: 'conflict', paths };
  if (there.tree !== back.tree) throw new Error('one way is not the other');
  if (!looks) return { pair, result: 'clean', paths };
  try {
    const drift = await platform.drift(
      platform.git('commit-tree', there.tree, '-p', a, '-p', b, '-m', 'merge'),
    );
    return { pair, result: drift.length > 0 ? 'drift' : 'clean', paths: drift };
  } catch (error) {
    if ((error as Error).name !== 'ProblemsError') throw error;
    return { pair, result: 'refused', paths: [] };
  }
}

/** What git makes of two commits: a tree, and the paths that it could not merge. */
function merged(ours: string, theirs: string, platform: Past['platform']): { tree: string; paths: string[] } {
  const options = ['--write-tree', '--name-only', '--no-messages'];
  try {
    return { tree: platform.git('merge-tree', ...options, ours, theirs), paths: [] };
  } catch (error) {
    const { status, stdout } = error as { status?: number; stdout?: string };
    if (status !== 1 || stdout === undefined) throw error;
    const [tree = '', ...paths] = stdout.trim().split('\n');
    return { tree, paths };
  }
}

/** Whether two people wrote the same, or both changed one app of one environment. */
export const isTheirs = ({ paths }: Meeting): boolean =>
  paths.some((path) => !isWritable(path) || /\/(values|plan|applications)\/[^/]+\.yaml$/.test(path));

/**
 * Whether two changes need each other: what holds for all apps of an environment must be said of one that is new, and
 * where two move the order, it is that of both.
 */
export function needEachOther({ pair }: Meeting): boolean {
  const [first, second] = pair.map(({ reaches }) => reaches);
  return (
    first === 'everything' ||
    second === 'everything' ||
    (first === 'environment' && second === 'new') ||
    (first === 'new' && second === 'environment') ||
    (first === 'order' && second === 'order')
  );
}

const letters = { clean: '.', conflict: 'C', drift: 'D', refused: 'R' } as const;

/** The pairs as a matrix, and below it what each met in. */
export function report(all: readonly Meeting[]): string {
  const names = [...new Set(all.flatMap(({ pair }) => pair.map(({ name }) => name)))];
  const width = Math.max(...names.map((name) => name.length));
  const letter = (row: string, column: string): string => {
    const found = all.find(
      ({ pair }) => pair.some(({ name }) => name === row) && pair.some(({ name }) => name === column),
    );
    return row === column || !found ? ' ' : letters[found.result];
  };
  const rows = names.map(
    (row) => `${row.padEnd(width)} ${names.map((column) => letter(row, column)).join(' ')}`,
  );
  const met = all.filter(({ result }) => result !== 'clean').map(toldOf);
  return [...rows, '', ...met].join('\n');
}

export const toldOf = ({ pair, result, paths }: Meeting): string =>
  `${result}: ${pair.map(({ name }) => name).join(' + ')}: ${paths.join(' ')}`;
