import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { codes } from '../../src/problem/codes.ts';
import { copyOf, filesIn } from '../../testing/folder.ts';
import { fixtures, program, repository, tool } from '../../testing/program.ts';
import { identity } from '../support/repository.ts';

/**
 * Each folder is named by a problem code, with a variant behind two dashes where a code has several. Its `input/` is
 * laid over the repository in `base/`, or `change.diff` is applied to it; `expected.txt` is what a person is told by `generate`, or by what
 * `arguments.txt` says once the tree is generated; `<root>` there is where both lie. `history.sh` makes the commits that
 * an example is about, `$GENERATE` being our program. UPDATE=1 writes it anew.
 */
const folder = join(import.meta.dirname, '../refused');
const examples = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== 'base')
  .map((entry) => entry.name);
const update = process.env.UPDATE === '1';

test('every problem code has an example', () => {
  const shown = new Set(examples.map((name) => name.split('--')[0]));
  expect(Object.keys(codes).filter((code) => !shown.has(code))).toEqual([]);
  expect([...shown].filter((name) => !(String(name) in codes))).toEqual([]);
});

describe.concurrent('refused', () => {
  test.each(examples)('%s', async (name) => {
    const input = join(folder, name, 'input');
    const root = copyOf(join(folder, 'base'), ...(existsSync(input) ? [input] : []));
    if (existsSync(join(folder, name, 'change.diff'))) await change(root, join(folder, name, 'change.diff'));
    if (existsSync(join(folder, name, 'history.sh'))) await history(root, join(folder, name, 'history.sh'));
    const argumentsFile = join(folder, name, 'arguments.txt');
    const args = existsSync(argumentsFile)
      ? readFileSync(argumentsFile, 'utf8').trim().split(/\s+/)
      : ['generate'];
    const words = args.map((word) => word.replace('<root>', root).replace('<fixtures>', fixtures));
    if (args[0] !== 'generate') await program(['generate', '--root', root]);
    const before = filesIn(root);
    const { code, stdout, stderr } = await program([...words, '--root', root], {
      // The shared catalog of schemas is the network's; what is told must not depend on it.
      env: { VERIFY_SCHEMA_LOCATION: root },
    });
    const said = `${stdout}${stderr}exit code ${code}\n`
      .replaceAll(root, '<root>')
      .replaceAll(fixtures, '<fixtures>')
      .replaceAll(/\b[0-9a-f]{12}\b/g, '<commit>');
    if (update) writeFileSync(join(folder, name, 'expected.txt'), said);
    expect(said).toBe(readFileSync(join(folder, name, 'expected.txt'), 'utf8'));
    expect(said).toContain(`[${name.split('--')[0]}]`);
    expect(filesIn(root)).toEqual(before);
  });
});

async function change(root: string, diff: string): Promise<void> {
  const { code, stderr } = await tool('git', ['apply', diff], { cwd: root });
  if (code !== 0) throw new Error(stderr);
}

async function history(root: string, script: string): Promise<void> {
  const GENERATE = `${join(repository, 'node_modules/.bin/node')} ${join(repository, 'generator/src/cli/main.ts')} generate`;
  const { code, stderr } = await tool('sh', ['-e', script], { cwd: root, env: { ...identity, GENERATE } });
  if (code !== 0) throw new Error(stderr);
}
