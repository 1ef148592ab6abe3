import { chmodSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { gitBytes } from '../../src/edge/git/git.ts';
import { copyOf, edit, filesIn, temporaryFolder, write } from '../../testing/folder.ts';
import { asNobody, giveToNobody, program, tool } from '../../testing/program.ts';
import { commitAll, identity, smallRepository } from '../support/repository.ts';

/**
 * A stateful app is renamed, and the tree that lists it is gone: only git knows of it. So whatever keeps git from
 * answering must stop the run. What is not there must not.
 */
let forgotten: string;

beforeAll(async () => {
  forgotten = smallRepository();
  edit(forgotten, 'apps/db.ts', "layer: 'stores',", "layer: 'stores',\n  keepsData: true,");
  await program(['generate', '--root', forgotten]);
  await commitAll(forgotten);
  edit(forgotten, 'apps/db.ts', "name: 'db'", "name: 'database'");
  for (const name of ['dev', 'prod'])
    rmSync(join(forgotten, 'environments', name, 'generated'), { recursive: true });
});

type Variables = Readonly<Record<string, string | undefined>>;

const generate = (root: string, env: Variables = {}) =>
  program(['generate', '--root', root], { env: { ...identity, ...env } });

/** Damage to a clone, and what is said of it. */
const damages: readonly [string, (root: string) => void | Promise<void> | Variables, RegExp][] = [
  [
    'it belongs to another user',
    () => ({ GIT_TEST_ASSUME_DIFFERENT_OWNER: '1' }),
    /dubious ownership.*\n {2}hint: .*git config --global --add safe\.directory \//,
  ],
  [
    'HEAD is no reference',
    (root) => write(root, { '.git/HEAD': 'garbage\n' }),
    /not a git repository.*\n.*restore/,
  ],
  ['the file of the branch is empty', (root) => write(root, { '.git/refs/heads/main': '' }), /\n.*git fsck/],
  ['the commit is lost', async (root) => lose(root, 'HEAD'), /\n.*git fsck/],
  ['a folder is lost', async (root) => lose(root, 'HEAD:environments/dev'), /\n.*git fsck/],
  ['a file is lost', async (root) => lose(root, `HEAD:${list}`), /\n.*git fsck/],
  [
    'a file is damaged',
    async (root) => writeFileSync(await objectFile(root, `HEAD:${list}`), 'x'),
    /\n.*git fsck/,
  ],
  ['git is missing', () => ({ PATH: temporaryFolder() }), /git is missing.*\n.*install git/],
  ['git ends with 128', () => standIn('echo "fatal: out of luck" >&2; exit 128'), /out of luck/],
  ['git is killed', () => standIn('kill -9 $$'), /ended by SIGKILL \(the same command may work later\)/],
  ['git is no program', () => standIn('', 0o644), /git cannot be run|git is missing/],
];

const list = 'environments/dev/generated/running.yaml';

async function objectFile(root: string, name: string): Promise<string> {
  const { stdout } = await tool('git', ['rev-parse', name], { cwd: root, env: identity });
  const file = join(root, '.git/objects', stdout.slice(0, 2), stdout.trim().slice(2));
  chmodSync(file, 0o644);
  return file;
}

const lose = async (root: string, name: string): Promise<void> => rmSync(await objectFile(root, name));

/** A program that is found in the place of git. */
function standIn(script: string, mode = 0o755): Variables {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'git'), `#!/bin/sh\n${script}\n`, { mode });
  return { PATH: mode === 0o755 ? `${folder}:${process.env.PATH}` : folder };
}

describe.concurrent('nobody knows what was committed', () => {
  test.each(damages)('%s: nothing is written', async (_, damage, said) => {
    const root = copyOf(forgotten);
    const env = (await damage(root)) ?? {};
    const before = filesIn(root);
    const { code, stderr } = await generate(root, env);
    expect(stderr).toMatch(said);
    expect(stderr.split('\n')).toHaveLength(3);
    expect(code).toBe(2);
    expect(filesIn(root)).toEqual(before);
  });

  test('its files may not be read: nothing is written', async () => {
    const root = copyOf(forgotten);
    const file = await objectFile(root, `HEAD:${list}`);
    giveToNobody(root);
    chmodSync(file, 0o000);
    const nobody = asNobody();
    const ended = await program(['generate', '--root', root], {
      ...nobody,
      env: { ...identity, ...nobody.env },
    });
    expect(ended.stderr).toMatch(/that can be read, .*\n {2}hint: may you read/);
    expect(ended.code).toBe(2);
  });
});

describe.concurrent('whose repository it is', () => {
  test('variables that git sets for a hook of another repository lead nowhere else', async () => {
    const root = copyOf(forgotten);
    const other = temporaryFolder();
    await tool('git', ['init', '--quiet'], { cwd: other, env: identity });
    const git = join(other, '.git');
    const env = { GIT_DIR: git, GIT_INDEX_FILE: join(git, 'index'), GIT_WORK_TREE: other, GIT_PREFIX: '' };
    const { code, stderr } = await generate(root, env);
    expect(stderr).toContain('the Application of "db" would be removed, and it is stateful');
    expect(code).toBe(1);
  });

  test('one that is kept apart from its files is found by the variables that name both', async () => {
    const root = copyOf(forgotten);
    const apart = join(temporaryFolder(), 'apart');
    await tool('mv', [join(root, '.git'), apart]);
    const { code, stderr } = await generate(root, { GIT_DIR: apart, GIT_WORK_TREE: root });
    expect(stderr).toContain('the Application of "db" would be removed, and it is stateful');
    expect(code).toBe(1);
  });

  test('that of a worktree is found from its folder', async () => {
    const root = copyOf(forgotten);
    const tree = join(temporaryFolder(), 'tree');
    await tool('git', ['worktree', 'add', '--quiet', '--detach', tree], { cwd: root, env: identity });
    edit(tree, 'apps/db.ts', "name: 'db'", "name: 'database'");
    rmSync(join(tree, 'environments/dev/generated'), { recursive: true });
    expect((await generate(tree)).stderr).toContain('dev: the Application of "db" would be removed');
  });
});

describe.concurrent('there is nothing to know', () => {
  test('no repository, and none above; also without git', async () => {
    const root = smallRepository();
    expect(await generate(root, { PATH: temporaryFolder() })).toMatchObject({ code: 0, stderr: '' });
  });

  test('nothing was committed yet', async () => {
    const root = smallRepository();
    await tool('git', ['init', '--quiet'], { cwd: root, env: identity });
    expect(await generate(root)).toMatchObject({ code: 0, stderr: '' });
  });

  test('a cache that is damaged is made anew', async () => {
    const root = smallRepository();
    const cache = temporaryFolder();
    await generate(root, { GITOPS_CACHE: cache });
    const before = filesIn(root);
    for (const [path, text] of Object.entries(filesIn(cache)))
      write(cache, { [path]: text.slice(0, -20).replaceAll('string', 'number') });
    expect((await generate(root, { GITOPS_CACHE: cache })).code).toBe(0);
    expect(filesIn(root)).toEqual(before);
  });
});

test('a pin that git does not let us look up is not said to be wrong', async () => {
  const root = smallRepository();
  await program(['generate', '--root', root]);
  await commitAll(root);
  const { stdout } = await tool('git', ['rev-parse', 'HEAD'], { cwd: root, env: identity });
  write(root, { 'environments/prod/release.yaml': `revision: '${stdout.trim()}'\n` });
  mkdirSync(join(root, 'other'));
  const { code, stderr } = await generate(root, { GIT_TEST_ASSUME_DIFFERENT_OWNER: '1' });
  expect(code).toBe(2);
  expect(stderr).toContain(`safe.directory ${root}`);
  expect(stderr).not.toContain('follow');
});

test('git that refuses before it has read what it is asked says why all the same', async () => {
  const root = smallRepository();
  await commitAll(root);
  // More than a pipe holds, so that it ends with the rest unread.
  const options = { input: 'HEAD\n'.repeat(100_000), env: { GIT_TEST_ASSUME_DIFFERENT_OWNER: '1' } };
  expect(() => gitBytes(root, ['cat-file', '--batch'], options)).toThrow(/dubious ownership/);
});
