import { describe, expect, test } from 'vitest';
import { changesSince } from '../../src/update/changelog.ts';
import { updatedScripts } from '../../src/update/root-scripts.ts';
import { edit, filesIn, read, temporaryFolder, write } from '../../testing/folder.ts';
import { tool } from '../../testing/program.ts';
import { copyTracked, newPlatform, npm } from '../../testing/standalone.ts';
import { commitAll, identity } from '../support/repository.ts';

const git = async (root: string, ...args: readonly string[]): Promise<string> => {
  const { code, stdout, stderr } = await tool('git', args, { cwd: root, env: identity });
  if (code !== 0) throw new Error(stderr);
  return stdout.trim();
};

/** Where the generator comes from: its own repository, with a newer version than the one that platforms have. */
async function upstream(): Promise<{ folder: string; newer: (change: () => void) => Promise<void> }> {
  const folder = temporaryFolder();
  await copyTracked(folder, 'generator');
  await commitAll(folder);
  const newer = async (change: () => void): Promise<void> => {
    change();
    await git(folder, 'add', '--all');
    await git(folder, 'commit', '--quiet', '-m', 'newer');
  };
  return { folder, newer };
}

const notice = 'generator/src/text/notice.ts';

/** A word in the head of every generated file, a version, and what has become of it. */
function anotherHead(folder: string): void {
  edit(folder, notice, 'Do not edit.', 'Edit the definition instead.');
  edit(folder, 'generator/package.json', '"version": "', '"version": "9.');
  edit(folder, 'generator/CHANGELOG.md', '## ', '## 9.0.0\n\n- Another head.\n\n## ');
  edit(folder, 'generator/scripts.json', '{\n', '{\n  "greet": "node generator/src/cli/main.ts --help",\n');
}

async function platform(): Promise<string> {
  const root = await newPlatform();
  await npm(root, 'generate');
  write(root, { '.gitignore': 'node_modules\n' });
  edit(root, 'environments/dev/environment.ts', "size: 'small'", "size: 'large'");
  await npm(root, 'generate');
  await commitAll(root, 'ours');
  return root;
}

const changed = async (root: string): Promise<string[]> =>
  (await git(root, 'diff', '--cached', '--name-only')).split('\n').filter((file) => file !== '');

describe('update', () => {
  test('brings a newer generator and the tree that follows from it, and touches nothing else', async () => {
    const [{ folder, newer }, root] = [await upstream(), await platform()];
    await newer(() => anotherHead(folder));
    const { code, stdout, stderr } = await npm(root, 'update', '--', 'main', '--from', folder);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('- Another head.');
    expect(read(root, 'environments/dev/generated/applicationset.yaml')).toContain(
      'Edit the definition instead.',
    );
    const files = await changed(root);
    const others = files.filter(
      (file) => !/^generator\/|\/generated\/|^schemas\/|^package\.json$/.test(file),
    );
    expect(others).toEqual([]);
    expect(JSON.parse(read(root, 'package.json')).scripts).toMatchObject({ greet: expect.any(String) });
    expect(await npm(root, 'generate', '--', '--check')).toMatchObject({ code: 0 });
    await git(root, 'commit', '--quiet', '-m', 'update');
    expect((await npm(root, 'update', '--', 'main', '--from', folder)).stdout).toContain('already');
  });

  test('keeps changes of the repository in the generator, where the new version leaves these lines alone', async () => {
    const [{ folder, newer }, root] = [await upstream(), await platform()];
    edit(root, 'generator/src/cli/help.ts', 'Usage: npm run COMMAND', 'Usage at ours: npm run COMMAND');
    await commitAll(root, 'a generator of our own');
    await newer(() => anotherHead(folder));
    const { code, stdout } = await npm(root, 'update', '--', 'main', '--from', folder);
    expect(code).toBe(0);
    expect(stdout).toContain('with the changes of this repository in it');
    expect(read(root, 'generator/src/cli/help.ts')).toContain('Usage at ours');
    expect(read(root, notice)).toContain('Edit the definition instead.');
  });

  test.each<[string, (root: string, folder: string) => Promise<void>, string]>([
    [
      'a line that both have changed',
      async (root) => {
        edit(root, notice, 'Do not edit.', 'Hands off.');
        await commitAll(root, 'another head of our own');
      },
      `both this repository and the update changed ${notice}`,
    ],
    [
      'uncommitted changes',
      async (root) => write(root, { 'apps/mine.ts': 'export {};\n' }),
      'there are uncommitted changes',
    ],
    [
      'a version that refuses the definitions',
      async (_, folder) => {
        edit(
          folder,
          'generator/src/definition/shape/environment-shape.ts',
          'z.enum(sizes)',
          "z.enum(['tiny'])",
        );
        await git(folder, 'commit', '--quiet', '--all', '-m', 'other sizes');
      },
      'the new version refuses this repository',
    ],
  ])('%s: nothing changes', async (_, prepare, message) => {
    const [{ folder, newer }, root] = [await upstream(), await platform()];
    await newer(() => anotherHead(folder));
    await prepare(root, folder);
    const before = filesIn(root);
    const { code, stderr } = await npm(root, 'update', '--', 'main', '--from', folder);
    expect(stderr).toContain(message);
    expect(code).not.toBe(0);
    expect(filesIn(root)).toEqual(before);
  });

  test('needs to know from where', async () => {
    const root = await platform();
    const { code, stderr } = await npm(root, 'update', '--', 'main');
    expect(code).toBe(2);
    expect(stderr).toContain('is "upstream" a remote or a URL, and does it have main?');
    expect((await npm(root, 'update')).code).toBe(64);
  });
}, 300_000);

test('scripts follow the generator, and those of a person stay', () => {
  const before = { generate: 'a', gone: 'b', changed: 'c' };
  const after = { generate: 'A', changed: 'C', fresh: 'd' };
  expect(updatedScripts({ generate: 'a', gone: 'b', changed: 'mine', deploy: 'x' }, before, after)).toEqual({
    generate: 'A',
    changed: 'mine',
    deploy: 'x',
    fresh: 'd',
  });
});

test('of a changelog, what is newer', () => {
  const log = '# Changelog\n\nAbout.\n\n## 3.0.0\n\n- c\n\n## 2.0.0\n\n- b\n\n## 1.0.0\n\n- a\n';
  expect(changesSince(log, '1.0.0')).toBe('## 3.0.0\n\n- c\n\n## 2.0.0\n\n- b');
  expect(changesSince(log, '3.0.0')).toBe('');
});
