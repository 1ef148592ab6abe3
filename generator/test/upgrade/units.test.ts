import { expect, test } from 'vitest';
import { defineApp } from '../../src/definition/app.ts';
import type { App } from '../../src/definition/app-reference.ts';
import type { Layer } from '../../src/definition/layer.ts';
import { images } from '../../src/definition/shape/images-shape.ts';
import { upstream } from '../../src/definition/shape/upstream-shape.ts';
import { orThrow } from '../../src/problem/errors.ts';
import { subjectsOf } from '../../src/upgrade/units/subjects.ts';
import { unitsOf } from '../../src/upgrade/units/units.ts';
import { repositoryOf } from '../support/arbitrary.ts';
import { modelOf } from '../support/tree.ts';

const image = (tag: string, policy: object = {}) => ({
  repository: 'docker.io/example/program',
  tag,
  digest: null,
  policy,
});
const chart = (version: string, policy: object = {}) => ({
  oci: 'registry.example.org/charts',
  chart: 'program',
  version,
  policy,
});
const folder = (version: string, policy: object = {}) => ({
  git: 'https://git.example.org/program.git',
  revision: '0123456789abcdef0123456789abcdef01234567',
  version,
  path: 'crds',
  type: 'directory',
  policy,
});

const program = {
  version: '1.0.0',
  releases: { git: 'https://git.example.org/program.git', tags: 'v{version}' },
};

const runs = (name: string, layer: Layer, keepsData = false, dependsOn: readonly App[] = []): App =>
  defineApp({
    name,
    description: 'An app.',
    layer,
    namespace: name,
    chart: { kind: 'first-party', name: 'service' },
    images: [name as never],
    dependsOn,
    keepsData,
    values: (context) => ({ image: context.image(name as never).reference }),
  });
const db = runs('db', 'stores', true);
const apps = [runs('web', 'stores', false, [db]), db, runs('meter', 'operations')];
const entries = apps.map(
  ({ name }) => `  ${name}: { repository: docker.io/example/${name}, tag: 1.0.0, digest: null }\n`,
);
const model = modelOf({
  ...repositoryOf(apps),
  images: { file: 'images.yaml', text: `images:\n${entries.join('')}` },
});

function subjects(written: { images?: object; charts?: object; tools?: object }) {
  const { images: imageEntries = {}, charts = {}, tools = {} } = written;
  return subjectsOf(images.parse({ images: imageEntries }), upstream.parse({ charts }), tools);
}

const units = (written: Parameters<typeof subjects>[0]) =>
  orThrow(unitsOf(orThrow(subjects(written)), model)).map(({ name, subjects: members }) => [
    name,
    ...members.map(({ id }) => id),
  ]);

test('what follows comes right behind what it follows, however deep and wherever it stands', () => {
  const written = {
    images: {
      broker: image('1.2.0-broker-4.3.1', { follows: { chart: 'operator', as: '{version}-broker-*' } }),
      builder: image('1.2.0', { follows: { image: 'operator', as: '{version}' } }),
      operator: image('1.2.0', { follows: { chart: 'operator' } }),
      web: image('2.1.0'),
    },
    charts: {
      'operator-crds': folder('v1.2.0', { follows: { chart: 'operator', as: 'v{version}' } }),
      operator: chart('1.2.0'),
    },
  };
  expect(units(written)).toEqual([
    [
      'operator',
      'charts/upstream.yaml: operator',
      'images.yaml: broker',
      'images.yaml: operator',
      'images.yaml: builder',
      'charts/upstream.yaml: operator-crds',
    ],
    ['web', 'images.yaml: web'],
  ]);
});

test('a group has several that choose, and takes in what follows one of them', () => {
  const written = {
    images: {
      reader: image('1.0.0', { group: 'rows' }),
      writer: image('2.0.0', { group: 'rows' }),
      index: image('2.0.0', { follows: { image: 'writer' } }),
    },
  };
  expect(units(written)).toEqual([
    ['rows', 'images.yaml: reader', 'images.yaml: writer', 'images.yaml: index'],
  ]);
});

test('two that would have one name have two, whichever file is read first', () => {
  const written = {
    images: {
      digests: image('1.0.0'),
      kong: image('3.9.5'),
      rows: image('1.0.0'),
      a: image('1.0.0', { group: 'rows' }),
    },
    charts: { kong: chart('3.4.1'), rows: folder('v1.0.0') },
    tools: { kong: program },
  };
  expect(units(written).map(([name, ...members]) => [name, members.join()])).toEqual([
    ['digests-image', 'images.yaml: digests'],
    ['kong', 'charts/upstream.yaml: kong'],
    ['kong-image', 'images.yaml: kong'],
    ['kong-tool', 'generator/tools.json: kong'],
    ['rows', 'images.yaml: a'],
    ['rows-git', 'charts/upstream.yaml: rows'],
    ['rows-image', 'images.yaml: rows'],
  ]);
});

test('names stay labels, and differ, where keys are as long as they may be', () => {
  const key = 'k'.repeat(63);
  const names = units({
    images: { [key]: image('1.0.0') },
    charts: { [key]: chart('1.0.0') },
    tools: { [key]: program },
  });
  expect(new Set(names.map(([name]) => name)).size).toBe(3);
  expect(names.every(([name = '']) => name.length <= 63)).toBe(true);
});

test('who runs a version is told in the order in which it comes up, and not of a program', () => {
  const written = {
    images: {
      web: image('2.1.0', { group: 'all' }),
      db: image('16.1.0', { group: 'all' }),
      meter: image('3.0.0'),
    },
    tools: { web: program },
  };
  const [all, meter, tool] = orThrow(unitsOf(orThrow(subjects(written)), model));
  expect(all?.runBy.map(({ app, environment }) => `${environment} ${app}`)).toEqual([
    'dev db',
    'dev web',
    'prod db',
    'prod web',
  ]);
  const waves = all?.runBy.map(({ wave }) => wave ?? -1) ?? [];
  expect(waves[0]).toBeLessThan(waves[1] ?? -1);
  expect(all?.keepsData).toBe(true);
  expect(meter?.keepsData).toBe(false);
  expect(meter?.runBy.map(({ wave }) => wave)).toEqual([null, null]);
  expect(tool?.runBy).toEqual([]);
});

test('what cannot be followed is refused at once, all of it', () => {
  const written = {
    images: {
      a: image('1.0.0', { follows: { image: 'b' } }),
      b: image('1.0.0', { follows: { image: 'a' } }),
      c: image('1.0.0', { follows: { chart: 'nowhere' } }),
      d: image('1.0.0', { follows: { image: 'a' }, ignore: [{ versions: '2', reason: 'slow' }] }),
      e: image('1.1.0', { follows: { image: 'a' } }),
    },
    tools: { program: {} },
  };
  const read = subjects(written);
  expect(read.ok ? [] : read.problems.map(({ code, location }) => `${code} ${location.path}`)).toEqual([
    'unknown-name images.c.policy.follows.chart',
    'bad-follow images.d.policy.ignore',
    'out-of-step images.e.tag',
    'bad-follow images.a.policy.follows',
    'bad-shape program.version',
  ]);
});
