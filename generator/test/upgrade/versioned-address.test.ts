import { expect, test } from 'vitest';
import { upgradePolicy } from '../../src/definition/shape/upgrade-policy-shape.ts';
import { chartOf } from '../../src/model/chart-of.ts';
import type { CheckedApp, Definitions } from '../../src/model/definitions.ts';
import { editText } from '../../src/upgrade/edit/edit-text.ts';
import { editsOf } from '../../src/upgrade/edit/edits-of.ts';
import type { ChartSubject } from '../../src/upgrade/subject.ts';

const repository = 'https://archive.example.org/fluss-{version}/';
const policy = upgradePolicy.parse({ follows: { image: 'fluss', as: '{version}' } });

test('a chart in a folder of its version is had from there', () => {
  const upstream = { fluss: { repository, chart: 'fluss', version: '1.2.0', policy } };
  const app = { chart: { kind: 'upstream', name: 'fluss' } } as unknown as CheckedApp;
  expect(chartOf(app, { upstream, charts: {} } as unknown as Definitions)).toMatchObject({
    repository: 'https://archive.example.org/fluss-1.2.0/',
    version: '1.2.0',
  });
});

test('an upgrade of it is an edit of one word', () => {
  const text = `charts:\n  fluss: # in a folder\n    repository: ${repository}\n    chart: fluss\n    version: 1.2.0\n`;
  const subject: ChartSubject = {
    kind: 'chart',
    id: 'charts/upstream.yaml: fluss',
    key: 'fluss',
    file: 'charts/upstream.yaml',
    current: '1.2.0',
    policy,
    place: 'repository',
    repository,
    chart: 'fluss',
  };
  const step = { subject, size: 'minor' as const, version: '1.3.0', digest: null, revision: null };
  const [edit] = editsOf([{ ...step, firstSeen: null, released: null }]);
  expect(edit?.file).toBe('charts/upstream.yaml');
  expect(editText('charts/upstream.yaml', text, edit?.edits ?? [])).toEqual({
    ok: true,
    value: text.replace('1.2.0', '1.3.0'),
  });
});
