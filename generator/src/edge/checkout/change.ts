import { createHash } from 'node:crypto';
import { gitBytes } from '../git/git.ts';

/** Whatever a user has set, and wherever the same change is made: no lines around it, no numbers, no ids. */
const plainly = [
  '--patch',
  '--unified=0',
  '--text',
  '--no-renames',
  '--no-ext-diff',
  '--no-textconv',
  '--diff-algorithm=myers',
  '--indent-heuristic',
  '--src-prefix=a/',
  '--dst-prefix=b/',
  '--submodule=short',
  '--ignore-submodules=none',
];

/**
 * A digest of what differs between two trees or commits. The same change to a file that differs elsewhere has the same
 * one.
 */
export function changeBetween(folder: string, from: string, to: string): string {
  const lines = gitBytes(folder, ['diff-tree', '-r', ...plainly, from, to])
    .toString('latin1')
    .split('\n')
    .filter((line) => !line.startsWith('index '))
    .map((line) => (line.startsWith('@@ ') ? '@@' : line));
  return createHash('sha256').update(lines.join('\n')).digest('hex');
}
