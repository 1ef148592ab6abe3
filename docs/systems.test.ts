import { expect, test } from 'vitest';
import { read, repository, sampleModel } from '#testing';

const { environments } = await sampleModel();
/** Apps of all clouds, each once. */
const apps = new Map(
  environments.flatMap((environment) => environment.apps.map((app) => [app.name, app] as const)),
);

const [, section = ''] = read(repository, 'README.md').split('\n## Systems\n');
const table = section.split('\n## ')[0] ?? '';

/** Apps that a row names, by each system of its first cell. */
const rows = new Map(
  table
    .split('\n')
    .filter((line) => line.startsWith('| ') && !/^\| (-+|system) \|/.test(line))
    .flatMap((line) => {
      const [systems = '', here = ''] = line.split('|').slice(1);
      const named = [...here.matchAll(/`([^`]+)`/g)].map(([, name]) => name ?? '');
      return systems.split(',').map((system) => [system.trim(), named] as const);
    }),
);

test.skipIf(rows.size === 0)('the table of systems names every app that stands for one', () => {
  const missing = [...apps.values()].flatMap(({ name, seed }) =>
    seed
      .filter((system) => system !== 'bootstrapper' && !rows.get(system)?.includes(name))
      .map((system) => `${system}: ${name}`),
  );
  expect(missing).toEqual([]);
});

test('each system has one row', () => {
  const systems = table
    .split('\n')
    .flatMap((line) => line.match(/^\| ([a-z][^|]*) \|/)?.[1]?.split(', ') ?? [])
    .filter((system) => system !== 'system');
  expect(systems).toEqual([...new Set(systems)]);
});
