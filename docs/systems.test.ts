import { expect, test } from 'vitest';
import { read, repository, rowsIn, sampleModel } from '#testing';

const { environments } = await sampleModel();
/** Apps of all clouds, each once. */
const apps = new Map(
  environments.flatMap((environment) => environment.apps.map((app) => [app.name, app] as const)),
);

const [, section = ''] = read(repository, 'README.md').split('\n## Systems\n');
/** Systems, each with the apps that its row names. */
const systems = rowsIn(section.split('\n## ')[0] ?? '').flatMap(([names = '', here = '']) => {
  const named = [...here.matchAll(/`([^`]+)`/g)].map(([, name]) => name ?? '');
  return names.split(', ').map((system) => [system, named] as const);
});
const rows = new Map(systems);

test.skipIf(rows.size === 0)('the table of systems names every app that stands for one', () => {
  const missing = [...apps.values()].flatMap(({ name, seed }) =>
    seed
      .filter((system) => system !== 'bootstrapper' && !rows.get(system)?.includes(name))
      .map((system) => `${system}: ${name}`),
  );
  expect(missing).toEqual([]);
});

test('each system has one row', () => {
  const names = systems.map(([system]) => system);
  expect(names).toEqual([...new Set(names)]);
});
