import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { git } from '../git/git.ts';
import type { PathRange } from './path-range.ts';
import { type PathTree, pathTree } from './path-tree.ts';
import type { TreeReader } from './tree-reader.ts';

const shape = [
  '-r',
  '-p',
  '-M',
  '--unified=3',
  '--abbrev=12',
  '--diff-algorithm=myers',
  '--submodule=short',
  '--no-color',
  '--no-ext-diff',
  '--no-textconv',
  '--src-prefix=a/',
  '--dst-prefix=b/',
] as const;

/**
 * For each range, the difference between its ends as far as it touches its paths. Git compares many trees in one
 * process, but for one and the same list of paths: so each range has trees of its own that hold nothing else, in a
 * folder beside the repository. A file is then never taken for one that another range has lost.
 */
export function diffsOf(root: string, ranges: readonly PathRange[], trees: TreeReader): string[] {
  if (ranges.length === 0) return [];
  const names = ({ paths }: PathRange, commit: string): string[] => paths.map((path) => `${commit}:${path}`);
  const lies = trees.entriesAt(
    ranges.flatMap((range) => [...names(range, range.from), ...names(range, range.to)]),
  );
  const pairs = ranges.map((range) =>
    [range.from, range.to].map((commit) =>
      pathTree(range.paths.map((path) => ({ path, entry: lies(`${commit}:${path}`) }))),
    ),
  );
  const keys = pairs.map((pair) => pair.map(({ id }) => id).join(' '));
  const found = differences(root, [...new Set(keys)], pairs.flat());
  return keys.map((key) => found.get(key) ?? '');
}

/** Differences by the ids of two trees, as `a b`. */
function differences(root: string, keys: readonly string[], trees: readonly PathTree[]): Map<string, string> {
  const folder = mkdtempSync(join(tmpdir(), 'gitops-trees-'));
  try {
    const objects = resolve(root, git(root, ['rev-parse', '--git-path', 'objects']).trimEnd());
    mkdirSync(join(folder, 'info'));
    writeFileSync(join(folder, 'info/alternates'), `${objects}\n`);
    for (const { loose } of trees) for (const [name, content] of loose) writeLoose(folder, name, content);
    const input = keys.map((key) => `${key}\n`).join('');
    const text = git(root, ['diff-tree', '--stdin', ...shape], {
      input,
      env: { GIT_OBJECT_DIRECTORY: folder },
    });
    return new Map(
      text
        .split(/^(?=[0-9a-f]{40,64} [0-9a-f]{40,64}$)/m)
        .map((part) => [part.slice(0, part.indexOf('\n')), part.slice(part.indexOf('\n') + 1)]),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function writeLoose(folder: string, id: string, content: Buffer): void {
  mkdirSync(join(folder, id.slice(0, 2)), { recursive: true });
  writeFileSync(join(folder, id.slice(0, 2), id.slice(2)), content);
}
