import { expect, test } from 'vitest';
import { sampleModel } from '#testing';

const { environments } = await sampleModel();
const apps = environments.flatMap((environment) => environment.apps);
const images = new Map(apps.flatMap((app) => Object.entries(app.images)));

const isApp = (image: string): boolean => apps.some(({ name }) => name === image);

test('images are those of the projects themselves, and of Obsrv its own programs alone', () => {
  const repositories = [...images].map(([name, { repository }]) => [name, repository] as const);
  expect(repositories.filter(([, repository]) => repository.includes('bitnami'))).toEqual([]);
  // Of a program of its own there may be a second version, too; and connectors are its own, which users start.
  const own = new Set(repositories.flatMap(([name, repository]) => (isApp(name) ? [repository] : [])));
  const pushedAgain = repositories.filter(
    ([name, repository]) =>
      repository.includes('/sanketikahub/') && !own.has(repository) && !name.endsWith('-connectors'),
  );
  expect(pushedAgain).toEqual([]);
});
