import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { codes } from '../../src/problem/codes.ts';
import { copyOf, filesIn } from '../support/folder.ts';
import { program, repository } from '../support/program.ts';

/**
 * Each folder is named by a problem code, with a variant behind two dashes where a code has several. Its `input/` is
 * laid over the repository in `base/`; `expected.txt` is what a person is told by `generate`, or by what
 * `arguments.txt` says once the tree is generated; `<root>` there is where both lie. UPDATE=1 writes it anew.
 */
const folder = import.meta.dirname;
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
    const root = copyOf(join(folder, 'base'), input);
    mkdirSync(join(root, 'schemas'), { recursive: true });
    symlinkSync(join(repository, 'schemas/kubernetes'), join(root, 'schemas/kubernetes'));
    const argumentsFile = join(folder, name, 'arguments.txt');
    const args = existsSync(argumentsFile) ? readFileSync(argumentsFile, 'utf8').trim().split(/\s+/) : ['generate'];
    const words = args.map((word) => word.replace('<root>', root));
    if (args[0] !== 'generate') await program(['generate', '--root', root]);
    const before = filesIn(root);
    const { code, stdout, stderr } = await program([...words, '--root', root], {
      // The shared catalogue of schemas is the network's; what is told must not depend on it.
      env: { VERIFY_SCHEMA_LOCATION: root },
    });
    const said = `${stdout}${stderr}exit code ${code}\n`.replaceAll(root, '<root>');
    if (update) writeFileSync(join(folder, name, 'expected.txt'), said);
    expect(said).toBe(readFileSync(join(folder, name, 'expected.txt'), 'utf8'));
    expect(said).toContain(`[${name.split('--')[0]}]`);
    expect(filesIn(root)).toEqual(before);
  });
});
