import { expect, test } from 'vitest';
import { read, repository, rowsIn } from '#testing';
import { standing, systems, systemsTable } from './systems.ts';

const apps = await standing();
const seeds = apps.flatMap(({ seed }) => seed);

/** System and app of each row; what comes after the first app of a system leaves the system out. */
const [, section = ''] = read(repository, 'README.md').split('\n## Systems\n');
const table = section.split('\n## ')[0] ?? '';
let system = '';
const rows = rowsIn(table).map(([first = '', app = '']) => {
  system = first || system;
  return { system, app: app.replaceAll('`', '') };
});
const names = new Set(apps.map(({ name }) => name));

test('every system of the overview has an app, and every app that stands for one has its row', () => {
  // A fork that did without an app may still have its row.
  expect(systems.filter((name) => !rows.some((row) => row.system === name))).toEqual([]);
  const wrong = rows.filter(
    (row) =>
      names.has(row.app) && !apps.some(({ name, seed }) => name === row.app && seed.includes(row.system)),
  );
  expect(wrong).toEqual([]);
  expect(seeds.filter((seed) => !systems.includes(seed))).toEqual([]);
  expect(systems).toEqual([...new Set(systems)]);
});

test('every system says why what stands for it is what it is', () => {
  const rows = rowsIn(read(repository, 'docs/systems.md'));
  expect(rows.filter(([, why]) => why === '').map(([system]) => system)).toEqual([]);
});

/** Versions and waves move with every upgrade, which a table of the README should not stop. */
const lasting = (text: string): string[] =>
  rowsIn(text)
    .filter(([, app = '']) => names.has(app.replaceAll('`', '')))
    .map(([, app = '', , , layer = '', , ...rest]) => [app, layer, ...rest].join(' | '));

test('the table of the README is what `npm run systems` writes', async () => {
  expect(lasting(table)).toEqual(lasting(await systemsTable()));
});
