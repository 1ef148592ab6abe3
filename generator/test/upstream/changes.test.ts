import { expect, test } from 'vitest';
import { chartChanges } from '../../src/charts/chart-changes.ts';
import { changesText } from '../../src/charts/describe-changes.ts';
import type { PlainObject } from '../../src/definition/plain.ts';
import type { Model } from '../../src/model/model.ts';
import { deriveSchema } from '../../src/upstream/derive.ts';
import { changesBetween, isEmpty } from '../../src/upstream/setting-changes.ts';

const of = (version: string, values: string): PlainObject => {
  const source = {
    name: 'meter',
    version,
    appVersion: null,
    values,
    schema: null,
    templates: [],
    dependencies: [],
  };
  return deriveSchema({ key: 'meter', version }, source, (text) => `of ${text.length}`);
};

const before = of('1.0.0', 'image: { tag: a, pull: Always }\nreplicas: 1\nold: { a: 1, b: 2 }\nport: 80\n');
const after = of(
  '2.0.0',
  'image: { tag: b }\ndeploy: { replicas: 1 }\nport: http\nfresh: { a: 1, b: { c: 2 } }\n',
);

test('what came, went, moved and changed, a subtree by its root', () => {
  const { came, went, moved, changed } = changesBetween(before, after);
  expect(came.map(({ path }) => path)).toEqual(['deploy', 'fresh']);
  expect(went.map(({ path }) => path)).toEqual(['image.pull', 'replicas', 'old']);
  expect(moved).toEqual([]);
  expect(changed.map(({ after: { path } }) => path)).toEqual(['image.tag', 'port']);
  expect(isEmpty(changesBetween(before, before))).toBe(true);
});

test('a key that is gone from one place and has come in one other has moved', () => {
  const young = of('2.0.0', 'image: { tag: a, pull: Always, replicas: 1 }\nold: { a: 1, b: 2 }\nport: 80\n');
  expect(changesBetween(before, young).moved.map(({ from, to }) => [from.path, to.path])).toEqual([
    ['replicas', 'image.replicas'],
  ]);
});

test('the report says which apps set what changed', () => {
  const chart = {
    kind: 'repository',
    name: 'meter',
    repository: 'r',
    chart: 'meter',
    version: '2.0.0',
  } as const;
  const app = { name: 'counter', chart, values: { image: { tag: 'x' }, replicas: 2 } };
  const model = { environments: [{ apps: [app] }, { apps: [app] }] } as unknown as Model;
  expect(changesText(chartChanges(chart, before, after, model))).toBe(
    `meter 1.0.0 → 2.0.0: 7 changes
  removed  image.pull
  removed  replicas  (set by counter)
  removed  old
  changed  image.tag: default "a" → "b"  (set by counter)
  changed  port: integer | string → string | number
  added    deploy: object
  added    fresh: object
`,
  );
});
