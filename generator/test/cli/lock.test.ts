import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { withLock } from '../../src/edge/lock.ts';
import { read, temporaryFolder, write } from '../../testing/folder.ts';
import { program, tool } from '../../testing/program.ts';
import { smallRepository } from '../support/repository.ts';

const before = process.env.TMPDIR;
afterEach(() => {
  process.env.TMPDIR = before;
  if (before === undefined) delete process.env.TMPDIR;
});

/** A repository, and a folder of temporary files that nobody else writes to. */
function setting(): { root: string; temporary: string; generate: () => ReturnType<typeof program> } {
  const [root, temporary] = [smallRepository(), temporaryFolder()];
  const generate = () => program(['generate', '--root', root], { env: { TMPDIR: temporary } });
  return { root, temporary, generate };
}

const locksIn = (folder: string): string[] => readdirSync(folder).filter((name) => name.includes('.lock'));

/** What the lock of a repository is called, and what it says while this process holds it. */
async function lockOf({
  root,
  temporary,
}: ReturnType<typeof setting>): Promise<{ file: string; text: string }> {
  process.env.TMPDIR = temporary;
  return await withLock(root, async () => {
    const [file = ''] = locksIn(temporary);
    return { file, text: read(temporary, file) };
  });
}

/** The id of a process that has ended. */
async function endedProcess(): Promise<number> {
  return Number((await tool('sh', ['-c', 'echo $$'])).stdout);
}

type Fields = Record<string, unknown>;

describe('a lock that nobody holds is no hindrance', () => {
  test.each<[string, (lock: Fields, text: string) => string | Promise<string>]>([
    ['of a process that was killed', async (lock) => JSON.stringify({ ...lock, pid: await endedProcess() })],
    ['of a process whose id another one has by now', (lock) => JSON.stringify({ ...lock, started: '1' })],
    ['of before the machine was started', (lock) => JSON.stringify({ ...lock, boot: 'another' })],
    ['empty, as a full disk leaves it', () => ''],
    ['cut short', (_, text) => text.slice(0, text.length / 2)],
    ['garbage', () => '\0\0\0'],
    ['of something else', () => '{"pid":-1}'],
  ])('%s', async (_, change) => {
    const where = setting();
    const { file, text } = await lockOf(where);
    write(where.temporary, { [file]: await change(JSON.parse(text) as Fields, text) });
    expect(await where.generate()).toMatchObject({ code: 0, stderr: '' });
    expect(locksIn(where.temporary)).toEqual([]);
  });

  test('and of several that find it, one at a time works', async () => {
    const where = setting();
    const { file } = await lockOf(where);
    write(where.temporary, { [file]: '' });
    const runs = await Promise.all([1, 2, 3, 4].map(() => where.generate()));
    expect(runs.map(({ code }) => code)).toContain(0);
    for (const { code, stderr } of runs.filter((run) => run.code !== 0))
      expect([code, stderr]).toEqual([2, expect.stringContaining('another run is writing to')]);
    expect(locksIn(where.temporary)).toEqual([]);
  });
});

describe('a lock that somebody may hold', () => {
  test('is waited for, by its process and its file', async () => {
    const where = setting();
    process.env.TMPDIR = where.temporary;
    const { code, stderr } = await withLock(where.root, where.generate);
    expect(code).toBe(2);
    expect(stderr).toContain(`hint: wait for process ${process.pid} to end, then run this again`);
    expect(stderr).toContain(`if it is no run of this program, remove ${where.temporary}`);
    expect(await where.generate()).toMatchObject({ code: 0 });
  });

  test('on another host, where nobody here can look', async () => {
    const where = setting();
    const { file, text } = await lockOf(where);
    const lock = JSON.stringify({ ...JSON.parse(text), pid: await endedProcess(), place: 'other pid:[1]' });
    write(where.temporary, { [file]: lock });
    const { code, stderr } = await where.generate();
    expect([code, stderr]).toEqual([2, expect.stringMatching(/wait for process \d+ on other to end/)]);
    expect(read(where.temporary, file)).toBe(lock);
  });
});

test('where no lock can be made, it says which and why', async () => {
  const where = setting();
  const { file } = await lockOf(where);
  write(where.temporary, { [`${file}/in/the/way`]: '' });
  const inTheWay = await where.generate();
  expect(inTheWay.code).toBe(2);
  expect(inTheWay.stderr).toContain(`cannot lock: EISDIR`);
  expect(inTheWay.stderr).toContain(`remove ${join(where.temporary, file)}`);
  const nowhere = await program(['generate', '--root', where.root], {
    env: { TMPDIR: join(where.root, 'images.yaml') },
  });
  expect([nowhere.code, nowhere.stderr]).toEqual([2, expect.stringContaining('cannot lock: ENOTDIR')]);
});
