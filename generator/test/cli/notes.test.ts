import { describe, expect, test } from 'vitest';
import { edit } from '../../testing/folder.ts';
import { program, tool } from '../../testing/program.ts';
import { commitAll, identity, smallRepository } from '../support/repository.ts';

const noteOf = async (remote: string, change: (root: string) => void = () => undefined): Promise<string> => {
  const root = smallRepository();
  change(root);
  await commitAll(root);
  await tool('git', ['remote', 'add', 'origin', remote], { cwd: root, env: identity });
  const { code, stdout } = await program(['generate', '--root', root]);
  expect(code).toBe(0);
  return stdout;
};

describe.concurrent('the repository that Argo CD reads', () => {
  test.each([
    'https://git.example.org/demo.git',
    'https://git.example.org/demo',
    'https://bot:token@GIT.example.org/demo.git/',
    'ssh://git@git.example.org:22/demo.git',
    'git@git.example.org:demo.git',
    '/srv/git/demo.git',
    '../demo',
  ])('may be where this clone came from: %s', async (remote) => {
    expect(await noteOf(remote)).not.toContain('note:');
  });

  test.each(['https://git.example.org/acme/demo.git', 'git@git.example.com:demo.git'])(
    'is most likely not another one: %s',
    async (remote) => {
      expect(await noteOf(remote)).toContain(
        'note: Argo CD reads https://git.example.org/demo.git (environments/platform.ts), and this clone came from git.example.',
      );
    },
  );

  test('is nobody’s while all environments are samples', async () => {
    const asSample = (root: string): void => {
      for (const name of ['dev', 'prod'])
        edit(
          root,
          `environments/${name}/environment.ts`,
          "size: 'small',",
          "size: 'small',\n  sample: true,",
        );
    };
    expect(await noteOf('https://git.example.com/other.git', asSample)).not.toContain('note:');
  });

  test('never shows who logs in', async () => {
    expect(await noteOf('https://bot:secret@git.example.com/other.git')).not.toContain('secret');
  });
});
