import { cpSync, existsSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { copyOf } from '../../testing/folder.ts';
import { repository, tool } from '../../testing/program.ts';

/** A copy of the small repository that refused inputs are laid over: two environments, four apps. */
export const smallRepository = (): string => copyOf(join(repository, 'generator/test/refused/base'));

/** Who commits in tests, without anything that the machine's own settings of git could add. */
export const identity = {
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_CONFIG_COUNT: '1',
  GIT_CONFIG_KEY_0: 'maintenance.auto',
  GIT_CONFIG_VALUE_0: 'false',
  GIT_AUTHOR_NAME: 'test',
  GIT_AUTHOR_EMAIL: 'test@example.org',
  GIT_COMMITTER_NAME: 'test',
  GIT_COMMITTER_EMAIL: 'test@example.org',
} as const;

/** Makes a folder a git repository with everything in it committed. */
export async function commitAll(folder: string, message = 'everything'): Promise<void> {
  const steps = [
    ['init', '--quiet', '--initial-branch=main'],
    ['add', '--all'],
    ['commit', '--quiet', '-m', message],
  ];
  for (const step of steps) {
    const { code, stderr } = await tool('git', step, { cwd: folder, env: identity });
    if (code !== 0) throw new Error(stderr);
  }
}

/** Definitions that are loaded inside the test runner find the generator by way of a package. */
export function lendGenerator(folder: string): void {
  cpSync(join(repository, 'package.json'), join(folder, 'package.json'));
  symlinkSync(join(repository, 'generator'), join(folder, 'generator'));
}

/** Copies this repository as it stands, uncommitted changes included, and lends it the installed packages. */
export async function copyRepository(folder: string): Promise<void> {
  const list = ['ls-files', '-z', '--cached', '--others', '--exclude-standard'];
  const { stdout } = await tool('git', list, { cwd: repository });
  for (const path of stdout.split('\0').filter((name) => name !== '' && existsSync(join(repository, name)))) {
    cpSync(join(repository, path), join(folder, path), { recursive: true, verbatimSymlinks: true });
  }
  symlinkSync(join(repository, 'node_modules'), join(folder, 'node_modules'));
}
