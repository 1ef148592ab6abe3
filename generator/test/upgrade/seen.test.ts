import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ListedVersion } from '../../src/upgrade/look/looked.ts';
import { parseSeen, seenText } from '../../src/upgrade/seen/seen-file.ts';
import { seenNow } from '../../src/upgrade/seen/seen-now.ts';
import type { SourceAnswer } from '../../src/upgrade/sources.ts';
import { chart, image, today, unit } from './choosing.ts';

const odd = [
  '4.40',
  '1e3',
  'null',
  'yes',
  '~',
  '2024-12-18',
  '0x10',
  '012',
  '484',
  'v1',
  '- a',
  'a: b',
  '# no',
  ' ',
];

test('a record is read as it was written, whatever its versions look like', () => {
  const seen = { 'images.yaml: web': Object.fromEntries(odd.map((version) => [version, today])) };
  expect(parseSeen(seenText(seen))).toEqual(seen);
  expect(Object.keys(parseSeen(seenText(seen))['images.yaml: web'] ?? {})).toHaveLength(odd.length);
});

const key = fc
  .oneof(fc.string({ minLength: 1, maxLength: 12 }), fc.constantFrom(...odd))
  .filter((text) => text !== '__proto__');
const day = fc.date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });
const days = fc.dictionary(
  key,
  day.map((date) => date.toISOString().slice(0, 10)),
  { minKeys: 1, noNullPrototype: true },
);
const record = fc.dictionary(key, days, { noNullPrototype: true });

test('any record is read as it was written', () => {
  fc.assert(
    fc.property(record, (seen) => {
      expect(parseSeen(seenText(seen))).toEqual(seen);
    }),
  );
});

test('the order of a record does not change its text', () => {
  fc.assert(
    fc.property(record, (seen) => {
      const turned = Object.fromEntries(
        Object.entries(seen)
          .reverse()
          .map(([subject, versions]) => [subject, Object.fromEntries(Object.entries(versions).reverse())]),
      );
      expect(seenText(turned)).toBe(seenText(seen));
    }),
  );
});

test('an empty file is an empty record, and what has no day is none', () => {
  expect([parseSeen(''), parseSeen(seenText({}))]).toEqual([{}, {}]);
  expect(() => parseSeen('web: { 1.0.0: soon }')).toThrow(/^web: 1\.0\.0: /);
});

const listed = (...versions: string[]): SourceAnswer<readonly ListedVersion[]> => ({
  kind: 'found',
  value: versions.map((version) => ({ version, released: null, revision: null, deprecated: false })),
});
const units = [
  unit([image('web', '1.2.3'), image('sidecar', '1.2.3', { follows: { image: 'web' } })]),
  unit([chart('db', '1.0.0')]),
];
const after = (
  seen: Parameters<typeof seenNow>[0],
  answers: Record<string, SourceAnswer<readonly ListedVersion[]>>,
) => seenNow(seen, units, { versions: new Map(Object.entries(answers)), digests: new Map() }, today);

test('newer versions count from today, or from the day on which they were first seen', () => {
  const before = { 'images.yaml: web': { '1.3.0': '2026-03-01' } };
  expect(after(before, { 'images.yaml: web': listed('1.2.3', '1.2.2', 'latest', '1.3.0', '1.3.1') })).toEqual(
    {
      'images.yaml: web': { '1.3.0': '2026-03-01', '1.3.1': today },
    },
  );
});

test('what is gone or no longer newer is forgotten, and so is an entry that nobody has any more', () => {
  const before = {
    'images.yaml: web': { '1.2.3': '2026-03-01', '1.3.0': '2026-03-01' },
    'images.yaml: sidecar': { '1.3.0': '2026-03-01' },
    'images.yaml: removed': { '1.3.0': '2026-03-01' },
    'charts/upstream.yaml: db': { '1.1.0': '2026-03-01' },
  };
  const answers = {
    'images.yaml: web': listed('1.2.3'),
    'charts/upstream.yaml: db': { kind: 'missing', why: 'no db' } as const,
  };
  expect(after(before, answers)).toEqual({});
});

test('what did not answer, or was not asked, stays as it was', () => {
  const before = {
    'images.yaml: web': { '1.3.0': '2026-03-01' },
    'charts/upstream.yaml: db': { '1.1.0': '2026-03-01' },
  };
  expect(after(before, { 'images.yaml: web': { kind: 'failed', why: 'no answer' } })).toEqual(before);
});
