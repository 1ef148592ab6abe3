import { chmodSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { run } from '../../src/edge/process.ts';
import { ExternalError } from '../../src/problem/errors.ts';
import { filesIn, temporaryFolder } from '../../testing/folder.ts';
import { asNobody, giveToNobody, program } from '../../testing/program.ts';
import { smallRepository } from '../support/repository.ts';

/** What keeps a file from being read, and is no mistake in it. */
const hindrances: readonly [string, (root: string) => void, RegExp][] = [
  ['a file that nobody may read', (root) => chmodSync(join(root, 'images.yaml'), 0o000), /EACCES|permission/],
  [
    'an environment that nobody may look into',
    (root) => chmodSync(join(root, 'environments/prod'), 0o000),
    /EACCES|permission/,
  ],
  ['a link that leads to itself', (root) => linkAt(root, 'environments/prod/release.yaml'), /ELOOP/],
];

function linkAt(root: string, path: string): void {
  rmSync(join(root, path));
  symlinkSync(join(root, path), join(root, path));
}

describe.concurrent('what cannot be read is not taken for absent', () => {
  test.each(hindrances)('%s', async (_, hinder, said) => {
    const root = smallRepository();
    await program(['generate', '--root', root]);
    const before = filesIn(join(root, 'environments'));
    giveToNobody(root);
    hinder(root);
    const { code, stderr } = await program(['generate', '--root', root], asNobody());
    expect(stderr).toMatch(said);
    expect(stderr).toMatch(/\n {2}hint: /);
    expect(stderr).not.toContain('bug');
    expect(code).toBe(2);
    chmodSync(join(root, 'environments/prod'), 0o755);
    const { 'prod/release.yaml': _release, ...wanted } = before;
    expect(filesIn(join(root, 'environments'))).toMatchObject(wanted);
  });
});

test('a program that is killed has not answered', async () => {
  await expect(run('sh', ['-c', 'echo half; kill -9 $$'])).rejects.toThrow('sh was ended by SIGKILL');
});

test('what is there and no program is not taken for missing; what is missing is', async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'tool'), 'no program', { mode: 0o644 });
  await expect(run(join(folder, 'tool'), [])).rejects.toBeInstanceOf(ExternalError);
  await expect(run('sh', [], { cwd: join(folder, 'gone') })).rejects.toBeInstanceOf(ExternalError);
  expect(await run(join(folder, 'other'), [])).toBeNull();
});
