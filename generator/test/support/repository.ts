import { join } from 'node:path';
import { copyOf } from './folder.ts';
import { repository, tool } from './program.ts';

/** A copy of the small repository that refused inputs are laid over: two environments, four apps. */
export const smallRepository = (): string => copyOf(join(repository, 'generator/test/refused/base'));

/** Makes a folder a git repository with everything in it committed. */
export async function commitAll(folder: string, message = 'everything'): Promise<void> {
  const identity = [
    '-c',
    'user.name=test',
    '-c',
    'user.email=test@example.org',
    '-c',
    'commit.gpgsign=false',
  ];
  const steps = [
    ['init', '--quiet', '--initial-branch=main'],
    ['add', '--all'],
    [...identity, 'commit', '--quiet', '-m', message],
  ];
  for (const step of steps) {
    const { code, stderr } = await tool('git', step, { cwd: folder });
    if (code !== 0) throw new Error(stderr);
  }
}
