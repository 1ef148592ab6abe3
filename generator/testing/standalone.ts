import { cpSync, existsSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from './folder.ts';
import { program, repository, tool } from './program.ts';

/** Copies the generator as it stands, uncommitted changes included: all that a platform needs to begin with. */
export async function copyGenerator(folder: string): Promise<void> {
  await copyTracked(folder, 'generator');
  symlinkSync(join(repository, 'node_modules'), join(folder, 'node_modules'));
}

/** Files that git knows or would add, below a path of this repository. */
export async function copyTracked(folder: string, path = '.'): Promise<void> {
  const list = ['ls-files', '-z', '--cached', '--others', '--exclude-standard', '--', path];
  const { stdout } = await tool('git', list, { cwd: repository });
  for (const file of stdout.split('\0').filter((name) => name !== '' && existsSync(join(repository, name))))
    cpSync(join(repository, file), join(folder, file), { recursive: true, verbatimSymlinks: true });
}

/** This repository as it stands, in a folder of its own with a history of one commit. */
export async function copyPlatform(): Promise<string> {
  const folder = temporaryFolder();
  await copyTracked(folder);
  symlinkSync(join(repository, 'node_modules'), join(folder, 'node_modules'));
  await tool('git', ['init', '--quiet'], { cwd: folder });
  return folder;
}

/** What `new platform` must be told. */
export function platformFlags(name: string): string[] {
  const flags = {
    repository: `https://git.example.org/${name}/gitops.git`,
    'label-domain': `${name}.example.org`,
    description: 'Where every change lands first.',
    cloud: 'local',
    'object-store': 'https://objects.example.internal',
    domain: `dev.${name}.example.org`,
  };
  return Object.entries(flags).flatMap(([flag, value]) => [`--${flag}`, value]);
}

/** A platform of its own, as a person begins one: the generator, and what `new platform` writes. */
export async function newPlatform(name = 'acme'): Promise<string> {
  const folder = temporaryFolder();
  await copyGenerator(folder);
  const { code, stderr } = await program(['new', 'platform', name, ...platformFlags(name), '--root', folder]);
  if (code !== 0) throw new Error(stderr);
  return folder;
}

/** A line of the README, run there as a person would: npm scripts, with the programs of the packages. */
export function npm(folder: string, ...words: readonly string[]) {
  // The test runner that runs this must not be taken for the one that is started there.
  const unset = Object.keys(process.env).filter((name) => name.startsWith('VITEST'));
  return tool('npm', ['run', '--silent', ...words], {
    cwd: folder,
    env: {
      ...Object.fromEntries(unset.map((name) => [name, undefined])),
      NO_COLOR: '1',
      FORCE_COLOR: undefined,
    },
  });
}
