import { cpSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { copyOf, filesIn, temporaryFolder, write } from '../../testing/folder.ts';
import { program } from '../../testing/program.ts';

/** What is written depends on what was written by people, not on where, when or by whom it is run. */
const base = join(import.meta.dirname, '../refused/base');

async function generated(root: string, env: Readonly<Record<string, string>> = {}): Promise<unknown> {
  const { code, stdout, stderr } = await program(['generate', '--root', root], { env });
  expect(`${stdout}${stderr}exit code ${code}`).toContain('exit code 0');
  return filesIn(root);
}

const wanted = generated(copyOf(base));

describe.concurrent('the same is written', () => {
  test.each([
    'gitops (1)',
    'a b',
    '#1?',
    '100%',
    '%20',
    'ünïcode ☃',
    '[x]',
    "it's",
    'a(file:b)',
    'x.ts:1:2',
    '{{ a }}',
    '$a',
  ])('in a folder called %s', async (name) => {
    const root = join(temporaryFolder(), name);
    cpSync(base, root, { recursive: true });
    expect(await generated(root)).toEqual(await wanted);
  });

  test('from a working tree with the line ends of Windows', async () => {
    const folder = copyOf(base);
    const inputs = Object.entries(filesIn(folder));
    write(folder, Object.fromEntries(inputs.map(([path, text]) => [path, text.replaceAll('\n', '\r\n')])));
    await generated(folder);
    const all = filesIn(folder);
    const written = Object.entries(all).filter(([path]) => !inputs.some(([input]) => input === path));
    expect({ ...Object.fromEntries(inputs), ...Object.fromEntries(written) }).toEqual(await wanted);
  });

  test('by way of a link', async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'far'));
    cpSync(base, join(folder, 'far/away'), { recursive: true });
    symlinkSync('far/away', join(folder, 'near'));
    expect(await generated(join(folder, 'near'))).toEqual(await wanted);
  });

  test.each([
    ['a time zone', { TZ: 'Pacific/Kiritimati' }],
    ['a language', { LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' }],
    ['short stacks', { NODE_OPTIONS: '--stack-trace-limit=0' }],
    ['source maps', { NODE_OPTIONS: '--enable-source-maps' }],
    ['links as they are', { NODE_OPTIONS: '--preserve-symlinks' }],
  ])('with %s of its own', async (_, env) => {
    expect(await generated(copyOf(base), env)).toEqual(await wanted);
  });
});

test('a problem in a folder of any name has its place', async () => {
  const root = join(temporaryFolder(), 'gitops (1) é');
  cpSync(base, root, { recursive: true });
  cpSync(join(import.meta.dirname, '../refused/definition-failed--syntax/input'), root, { recursive: true });
  const { stderr } = await program(['generate', '--root', root]);
  expect(stderr).toContain("apps/web.ts:8: SyntaxError: Expected ','");
});
