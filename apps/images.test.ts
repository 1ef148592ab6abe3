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

/** Images of a project that releases its program and its chart together, with the tag that a chart version has. */
const released: Readonly<Record<string, (version: string) => string>> = {
  'cert-manager-controller': (version) => version,
  'cert-manager-webhook': (version) => version,
  'external-secrets': (version) => `v${version}`,
  'flink-kubernetes-operator': (version) => version,
  'spark-operator': (version) => version,
  'strimzi-operator': (version) => version,
};

test.each(Object.entries(released))('%s has the version of its chart', (image, tagOf) => {
  const users = apps.filter((app) => image in app.images);
  for (const { chart, images: own } of users) expect(own[image]?.tag).toBe(tagOf(chart.version));
});
