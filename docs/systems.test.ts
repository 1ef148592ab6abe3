import { expect, test } from 'vitest';
import { read, repository, rowsIn } from '#testing';
import { standing, systems, systemsTable } from './systems.ts';

const apps = await standing();
const seeds = apps.flatMap(({ seed }) => seed);

const names = new Set(apps.map(({ name }) => name));
const [, section = ''] = read(repository, 'README.md').split('\n## Systems\n');
const table = section.split('\n## ')[0] ?? '';

/** Cells of each row with its system, which the table says in the first row of a system alone. */
function rowsOf(text: string): { system: string; app: string; cells: readonly string[] }[] {
  let system = '';
  return rowsIn(text).map(([first = '', app = '', ...cells]) => {
    system = first || system;
    return { system, app: app.replaceAll('`', ''), cells };
  });
}

test('every system of the overview has an app, and every app that stands for one has its row', () => {
  // A fork that does without an app may still have its row.
  const shown = rowsOf(table).map(({ system }) => system);
  expect(systems.filter((system) => !shown.includes(system))).toEqual([]);
  expect(seeds.filter((seed) => !systems.includes(seed))).toEqual([]);
  expect(systems).toEqual([...new Set(systems)]);
});

test('every system says why what stands for it is what it is', () => {
  const rows = rowsIn(read(repository, 'docs/systems.md'));
  expect(rows.filter(([, why]) => why === '').map(([system]) => system)).toEqual([]);
});

/** The rows of the apps that are there. */
const present = (text: string) => rowsOf(text).filter(({ app }) => names.has(app));

test('the table of the README is what `npm run systems` writes', async () => {
  expect(present(table)).toEqual(present(await systemsTable()));
});
