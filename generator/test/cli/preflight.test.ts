import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder, write } from '../../testing/folder.ts';
import { repository, tool } from '../../testing/program.ts';

const read = (path: string): string => readFileSync(join(repository, path), 'utf8');

/** What is said with these packages installed, and nothing else. */
async function saidWith(
  installed: Readonly<Record<string, string>>,
  dependencies: Readonly<Record<string, string>>,
): Promise<{ code: number; stderr: string }> {
  const root = temporaryFolder();
  write(root, {
    'generator/preflight.cjs': read('generator/preflight.cjs'),
    'generator/package.json': JSON.stringify({ dependencies }),
  });
  for (const [name, version] of Object.entries(installed))
    write(root, { [`node_modules/${name}/package.json`]: JSON.stringify({ version }) });
  return tool(process.execPath, ['generator/preflight.cjs'], { cwd: root });
}

const node = process.versions.node;

test('says nothing where all is there', async () => {
  const dependencies = { yaml: '2.0.0', node };
  expect(await saidWith(dependencies, dependencies)).toMatchObject({ code: 0, stderr: '' });
});

test.each([
  ['nothing is installed', {}, 'the packages that this repository needs are not installed', 'run: npm ci'],
  ['a package is missing', { node }, 'yaml is not installed', 'run: npm ci'],
  [
    'a package is old',
    { node, yaml: '1.9.0' },
    'yaml 1.9.0 is installed, and 2.0.0 is needed',
    'run: npm ci',
  ],
])('says in one line that %s', async (_, installed, what, hint) => {
  expect(await saidWith(installed, { yaml: '2.0.0', node })).toMatchObject({
    code: 2,
    stderr: `error: ${what}\n  hint: ${hint}\n`,
  });
});

test('says in one line that Node is too old', async () => {
  const { code, stderr } = await saidWith({ node: '99.0.0' }, { node: '99.0.0' });
  expect(code).toBe(2);
  expect(stderr).toContain(`error: this is Node ${node}, and Node 99 or newer is needed\n  hint: npm ci`);
});

test('is written so that old versions of Node read it', () => {
  expect(read('generator/preflight.cjs')).not.toMatch(/\bimport\b.* from |\bawait\b|\?\?|\?\.|#!/);
});

test.each(['package.json', 'generator/scripts.json'])('comes before every script of %s', (file) => {
  const parsed = JSON.parse(read(file));
  const scripts: Record<string, string> = parsed.scripts ?? parsed;
  const without = Object.entries(scripts).filter(
    ([name, line]) =>
      name !== 'test' &&
      !/^node (-r \.\/generator\/preflight\.cjs |generator\/preflight\.cjs && )/.test(line),
  );
  expect(without).toEqual([]);
});
