import { expect, test } from 'vitest';
import { look, lookAtTags } from '../../src/upgrade/look/look.ts';
import { chart, folder, image, sourcesOn, tool, unit } from './choosing.ts';

const units = [
  unit([
    chart('operator', '1.2.0'),
    folder('crds', 'v1.2.0', { follows: { chart: 'operator', as: 'v{version}' } }),
    image('server', '5.0.0', { follows: { chart: 'operator' } }),
    image('broker', '1.2.0-kafka-4.3.1', { follows: { chart: 'operator', as: '{version}-kafka-*' } }),
  ]),
  unit([image('fixed', '1.0.0', { update: 'none' })]),
  unit([{ ...image('ours', '2.0.0'), repository: 'localhost/ours' }]),
  unit([folder('schemas', '1.0.0')]),
  unit([tool('helm', '4.2.0')]),
];

test('lists are asked of entries that choose, and tags of all images that somebody publishes', async () => {
  const sources = sourcesOn({});
  const lines: string[] = [];
  const { versions, digests } = await look(units, sources, (line) => lines.push(line));
  const tags = ['digest broker:1.2.0-kafka-4.3.1', 'digest fixed:1.0.0', 'digest server:5.0.0'];
  expect(sources.asked.toSorted()).toEqual(
    ['charts operator', 'tags broker', 'git schemas', 'tool helm', ...tags].sort(),
  );
  expect([versions.size, digests.size]).toEqual([4, 3]);
  expect(lines).toEqual(['asking for newer versions of 4 entries, and for what 3 tags mean']);
});

test('the nightly look asks for tags alone', async () => {
  const sources = sourcesOn({});
  await lookAtTags(units, sources, () => undefined);
  expect(sources.asked).toHaveLength(3);
  expect(sources.asked.every((question) => question.startsWith('digest '))).toBe(true);
});

test('each answer keeps what its source says, and those that failed are beside those that did not', async () => {
  const charts = { operator: [{ version: '1.3.0', created: '2026-01-02T03:04:05Z', deprecated: true }] };
  const sources = sourcesOn({ charts, has: { schemas: '1.1.0' }, silent: ['helm'], gone: ['broker'] });
  const { versions, digests } = await look(units, sources, () => undefined);
  const plain = { released: null, revision: null, deprecated: false };
  expect(Object.fromEntries(versions)).toEqual({
    'charts/upstream.yaml: operator': {
      kind: 'found',
      value: [{ ...plain, version: '1.3.0', released: '2026-01-02T03:04:05Z', deprecated: true }],
    },
    'charts/upstream.yaml: schemas': {
      kind: 'found',
      value: [{ ...plain, version: '1.1.0', revision: expect.stringMatching(/^[0-9a-f]{40}$/) as string }],
    },
    'images.yaml: broker': { kind: 'missing', why: 'no broker' },
    'generator/tools.json: helm': { kind: 'failed', why: 'helm did not answer' },
  });
  expect(digests.get('images.yaml: broker')?.kind).toBe('missing');
});

test('a long look says how far it is', async () => {
  const many = Array.from({ length: 45 }, (_, i) => unit([image(`image-${i}`, '1.0.0')]));
  const lines: string[] = [];
  await look(many, sourcesOn({}), (line) => lines.push(line));
  expect(lines.slice(1)).toEqual(['23 of 90 answered', '46 of 90 answered', '69 of 90 answered']);
});
