import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { expect, test } from 'vitest';
import { circlesOf } from '../../src/model/circles.ts';
import { repository } from '../../testing/program.ts';

/** Sources of the generator by path from `generator/src`. */
const sources = new Map(
  readdirSync(join(repository, 'generator/src'), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .map((path) => [path, readFileSync(join(repository, 'generator/src', path), 'utf8')]),
);

const folderOf = (path: string): string => (path.includes('/') ? path.slice(0, path.indexOf('/')) : '');

/**
 * Which folder may import from which. The top level (`''`) is the main flow: it may import all but `edge` and `cli`;
 * interfaces that `edge` implements are declared inside.
 */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  problem: [],
  text: ['problem'],
  lua: ['problem'],
  definition: ['problem'],
  upstream: ['definition', 'problem'],
  model: ['upstream', 'definition', 'lua', 'problem'],
  tree: ['text', 'problem'],
  forge: [],
  plan: ['model', 'definition', 'problem'],
  candidates: ['plan', 'tree', 'text', 'model', 'definition'],
  running: ['candidates', 'plan', 'tree', 'model', 'definition', 'problem'],
  prerequisites: ['running', 'plan', 'text', 'model', 'definition'],
  emit: [
    'prerequisites',
    'running',
    'candidates',
    'plan',
    'tree',
    'text',
    'model',
    'upstream',
    'definition',
    'problem',
  ],
  charts: ['model', 'upstream', 'definition', 'problem'],
  verify: ['emit', 'tree', 'plan', 'model', 'lua', 'upstream', 'definition', 'problem'],
  render: ['verify', 'candidates', 'model', 'definition', 'problem'],
  live: ['verify', 'candidates', 'plan', 'text', 'definition', 'problem'],
  promote: ['forge', 'running', 'candidates', 'plan', 'tree', 'text', 'model', 'definition', 'problem'],
  update: [],
  upgrade: ['forge', 'promote', 'plan', 'tree', 'text', 'model', 'definition', 'problem'],
  new: ['verify', 'text', 'model', 'upstream', 'definition', 'problem'],
  '': [
    'candidates',
    'definition',
    'emit',
    'forge',
    'model',
    'plan',
    'problem',
    'promote',
    'running',
    'tree',
    'upgrade',
    'verify',
  ],
  edge: [
    '',
    'candidates',
    'charts',
    'definition',
    'emit',
    'forge',
    'live',
    'model',
    'new',
    'prerequisites',
    'problem',
    'promote',
    'render',
    'running',
    'tree',
    'update',
    'upgrade',
    'upstream',
    'verify',
  ],
  cli: [
    '',
    'candidates',
    'charts',
    'definition',
    'edge',
    'emit',
    'forge',
    'live',
    'model',
    'new',
    'prerequisites',
    'problem',
    'promote',
    'render',
    'running',
    'text',
    'tree',
    'upgrade',
    'upstream',
    'verify',
  ],
};

const importsOf = (path: string, text: string): string[] =>
  [...text.matchAll(/(?:from|import\()\s*'(\.[^']+)'/g)]
    .map(([, target]) => posix.join(posix.dirname(path), target ?? ''))
    // Data beside the sources belongs to no folder of them.
    .filter((target) => !target.startsWith('../'));

test('folders import only in the direction that the design draws', () => {
  const wrong = [...sources].flatMap(([path, text]) =>
    importsOf(path, text)
      .filter(
        (target) =>
          folderOf(target) !== folderOf(path) && !mayImport[folderOf(path)]?.includes(folderOf(target)),
      )
      .map((target) => `${path} imports ${target}`),
  );
  expect(wrong).toEqual([]);
});

/** Files that import each other in a circle. `graph` has what each file imports. */
const circles = (graph: ReadonlyMap<string, readonly string[]>): string[][] =>
  circlesOf([...graph].map(([name, dependsOn]) => ({ name, dependsOn })));

test('no file imports itself by way of others, imports of types counted', () => {
  expect(
    circles(
      new Map([
        ['a', ['b']],
        ['b', ['c']],
        ['c', ['a', 'd']],
        ['d', []],
      ]),
    ),
  ).toEqual([['a', 'b', 'c']]);
  expect(circles(new Map([...sources].map(([path, text]) => [path, importsOf(path, text)])))).toEqual([]);
});

test('only edge and cli touch the world', () => {
  const world =
    /from 'node:|import\('node:|\bprocess\.|\bnew Date\(|\bDate\.now|\bMath\.random|(?<![.\w])fetch\(|(?<![.\w])console\./;
  const wrong = [...sources].filter(
    ([path, text]) => !['edge', 'cli'].includes(folderOf(path)) && world.test(text),
  );
  expect(wrong.map(([path]) => path)).toEqual([]);
});

test('files are small: the median is under 80 lines, none is over 250', () => {
  const sizes = [...sources].map(([path, text]) => ({ path, lines: text.split('\n').length }));
  const sorted = sizes.map(({ lines }) => lines).sort((a, b) => a - b);
  expect(sizes.filter(({ lines }) => lines > 250)).toEqual([]);
  expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThan(80);
});

/** Values that have more than one key. */
const shared = (pairs: readonly (readonly [string, string])[]): string[] => {
  const byName = Map.groupBy(pairs, ([name]) => name);
  return [...byName]
    .filter(([, found]) => found.length > 1)
    .map(([name, found]) => `${name}: ${found.map(([, path]) => path).join(', ')}`);
};

test('no two types have the same name, and no two files that are searched for by name', () => {
  const declared = /^(?:export )?(?:interface|type|class) (\w+)/gm;
  const types = [...sources].flatMap(([path, text]) =>
    [...text.matchAll(declared)].map(([, name = '']) => [name, path] as const),
  );
  const files = [...sources.keys()].map((path) => [posix.basename(path), path] as const);
  expect(shared(types)).toEqual([]);
  expect(shared(files)).toEqual([]);
});

test('problems are returned: no function is given a list to add them to', () => {
  const wrong = [...sources].filter(([, text]) => /\w+\??: Problem\[\][,)]/.test(text));
  expect(wrong.map(([path]) => path)).toEqual([]);
});

test('no name says nothing', () => {
  const wrong = [...sources.keys()].filter((path) =>
    /(util|helper|common|manager|service)s?[./-]/i.test(path),
  );
  expect(wrong).toEqual([]);
  const variables = [...sources].filter(([, text]) => /[([{] ?each\b|\bconst each\b|\.\.\.each\b/.test(text));
  expect(variables.map(([path]) => path)).toEqual([]);
});

test('definitions import the generator by its name, and nothing from inside it', () => {
  const definitions = ['apps', 'environments'].flatMap((folder) =>
    readdirSync(join(repository, folder), { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.ts'))
      .map((path) => join(folder, path)),
  );
  const wrong = definitions.filter((path) =>
    /from '[^']*generator\/(src|testing)/.test(readFileSync(join(repository, path), 'utf8')),
  );
  expect(wrong).toEqual([]);
});

const words = /obsrv|sanketika|sunbird/i;

test('the generator knows nothing of the platform that it is used for', () => {
  const files = readdirSync(join(repository, 'generator'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.parentPath.includes('node_modules'))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => file !== import.meta.filename && words.test(readFileSync(file, 'utf8')));
  expect(files).toEqual([]);
});

/** Files that a repository made with the generator has of its own, or lacks. */
const around =
  /\brepository,\s*'(README|ARCHITECTURE|CONTRIBUTING|LICENSE|images|(apps|environments|charts|schemas|docs|\.github)\b)/;

test('no test of the generator reads what the repository around it says', () => {
  const folder = join(repository, 'generator/test');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.test.ts'))
    .filter((path) => around.test(readFileSync(join(folder, path), 'utf8')));
  expect(files).toEqual([]);
});

const decisions = join(repository, 'generator/decisions');

test.each(readdirSync(decisions))('%s has its context, what was decided, and the consequences', (name) => {
  expect(name).toMatch(/^\d{4}-[a-z0-9-]+\.md$/);
  const text = readFileSync(join(decisions, name), 'utf8');
  for (const part of ['**Context.**', '**Decision.**', '**Consequences.**']) expect(text).toContain(part);
});
