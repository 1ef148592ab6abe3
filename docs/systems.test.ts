import { expect, test } from 'vitest';
import { read, repository, rowsIn } from '#testing';
import { standing, systems, systemsTable } from './systems.ts';

const apps = await standing();
const seeds = apps.flatMap(({ seed }) => seed);

test('every system of the overview has an app, and every app that stands for one has its row', () => {
  expect(systems.filter((system) => !seeds.includes(system))).toEqual([]);
  expect(seeds.filter((system) => !systems.includes(system))).toEqual([]);
  expect(systems).toEqual([...new Set(systems)]);
});

test('every system says why what stands for it is what it is', () => {
  const rows = rowsIn(read(repository, 'docs/systems.md'));
  expect(rows.filter(([, why]) => why === '').map(([system]) => system)).toEqual([]);
});

/** Versions and waves move with every upgrade, which a table of the README should not stop. */
const lasting = (table: string): string[][] =>
  rowsIn(table).map(([system = '', app = '', , , layer = '', , ...rest]) => [system, app, layer, ...rest]);

test('the table of the README is what `npm run systems` writes', async () => {
  const [, section = ''] = read(repository, 'README.md').split('\n## Systems\n');
  expect(lasting(section.split('\n## ')[0] ?? '')).toEqual(lasting(await systemsTable()));
});
