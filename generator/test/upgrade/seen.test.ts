import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { look } from '../../src/upgrade/look/look.ts';
import type { ListedVersion } from '../../src/upgrade/look/looked.ts';
import { parseSeen, seenText } from '../../src/upgrade/seen/seen-file.ts';
import { seenNow } from '../../src/upgrade/seen/seen-now.ts';
import { withDigests } from '../../src/upgrade/seen/with-digests.ts';
import type { Seen } from '../../src/upgrade/seen.ts';
import type { SourceAnswer } from '../../src/upgrade/sources.ts';
import { chart, chosen, clock, digestOf, image, sourcesOn, today, unit, type World } from './choosing.ts';
import { seenOn } from './seen-on.ts';

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
  const seen = seenOn({ 'images.yaml: web': Object.fromEntries(odd.map((version) => [version, today])) });
  expect(parseSeen(seenText(seen))).toEqual(seen);
  expect(Object.keys(parseSeen(seenText(seen))['images.yaml: web'] ?? {})).toHaveLength(odd.length);
});

const key = fc
  .oneof(fc.string({ minLength: 1, maxLength: 12 }), fc.constantFrom(...odd))
  .filter((text) => text !== '__proto__');
const day = fc.date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });
const digest = fc.stringMatching(/^sha256:[0-9a-f]{64}$/);
const sighting = fc
  .record({
    day: day.map((date) => date.toISOString().slice(0, 10)),
    digest: fc.option(digest),
    moved: fc.boolean(),
  })
  // Only what was asked about can be known to have moved.
  .map((one) => ({ ...one, moved: one.moved && one.digest !== null }));
const versions = fc.dictionary(key, sighting, { minKeys: 1, noNullPrototype: true });
const record = fc.dictionary(key, versions, { noNullPrototype: true });

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
          .map(([subject, of]) => [subject, Object.fromEntries(Object.entries(of).reverse())]),
      );
      expect(seenText(turned)).toBe(seenText(seen));
    }),
  );
});

test('an empty file is an empty record, and what has no day is none', () => {
  expect([parseSeen(''), parseSeen(seenText({}))]).toEqual([{}, {}]);
  for (const odd of ['soon', '2026-02-30', '2026-02-20 sha256:1', "'2026-02-20 moved'", "''"])
    expect(() => parseSeen(`web: { 1.0.0: ${odd} }`)).toThrow(/^web: 1\.0\.0: /);
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
  const before = seenOn({ 'images.yaml: web': { '1.3.0': '2026-03-01' } });
  expect(after(before, { 'images.yaml: web': listed('1.2.3', '1.2.2', 'latest', '1.3.0', '1.3.1') })).toEqual(
    seenOn({
      'images.yaml: web': { '1.3.0': '2026-03-01', '1.3.1': today },
    }),
  );
});

test('what is gone or no longer newer is forgotten, and so is an entry that nobody has any more', () => {
  const before = seenOn({
    'images.yaml: web': { '1.2.3': '2026-03-01', '1.3.0': '2026-03-01' },
    'images.yaml: sidecar': { '1.3.0': '2026-03-01' },
    'images.yaml: removed': { '1.3.0': '2026-03-01' },
    'charts/upstream.yaml: db': { '1.1.0': '2026-03-01' },
  });
  const answers = {
    'images.yaml: web': listed('1.2.3'),
    'charts/upstream.yaml: db': { kind: 'missing', why: 'no db' } as const,
  };
  expect(after(before, answers)).toEqual({});
});

test('what did not answer, or was not asked, stays as it was', () => {
  const before = seenOn({
    'images.yaml: web': { '1.3.0': '2026-03-01' },
    'charts/upstream.yaml: db': { '1.1.0': '2026-03-01' },
  });
  expect(after(before, { 'images.yaml: web': { kind: 'failed', why: 'no answer' } })).toEqual(before);
});

/** A look on a day, at an image and what follows it; what it asked about tags that are no present ones. */
async function lookedOn(day: string, seen: Seen, world: World, policy: object = {}) {
  const sources = sourcesOn(world);
  const entries = [unit([image('web', '1.2.3', policy)]), unit([chart('db', '1.0.0')])];
  const looked = await look(entries, sources, () => undefined);
  const listedThen = seenNow(seen, entries, looked, day);
  const context = { clock: { ...clock, today: day }, cooldown: 3, mirrors: [], seen: listedThen };
  const asked = sources.asked.length;
  const now = await withDigests(entries, looked, context, sources);
  return { now, asked: sources.asked.slice(asked) };
}

describe('what tags mean', () => {
  const sighting = (day: string, meant: string | null, moved = false) => ({
    day,
    digest: meant === null ? null : digestOf(meant),
    moved,
  });
  const web = (of: Seen[string]): Seen => ({ 'images.yaml: web': of });
  const has = { web: '1.2.3 1.3.0 1.3.1' };

  test('the newest version that waits is asked about once', async () => {
    const first = await lookedOn('2026-03-01', {}, { has });
    expect(first).toEqual({
      now: web({ '1.3.0': sighting('2026-03-01', null), '1.3.1': sighting('2026-03-01', '1.3.1') }),
      asked: ['digest web:1.3.1'],
    });
    const second = await lookedOn('2026-03-02', first.now, { has });
    expect(second).toEqual({ now: first.now, asked: [] });
  });

  test('a version that grew old is asked about again, and stays where it is the same', async () => {
    const seen = web({ '1.3.0': sighting('2026-03-01', null), '1.3.1': sighting('2026-03-01', '1.3.1') });
    expect(await lookedOn('2026-03-04', seen, { has })).toEqual({ now: seen, asked: ['digest web:1.3.1'] });
  });

  test('one whose tag was moved meanwhile counts from that day, and from no day before', async () => {
    const seen = web({
      '1.3.0': sighting('2026-03-01', '1.3.0'),
      '1.3.1': sighting('2026-03-01', '1.3.1'),
    });
    const world = { has, digests: { '1.3.1': digestOf('evil') } };
    const { now, asked } = await lookedOn('2026-03-04', seen, world);
    expect(now).toEqual(
      web({ '1.3.0': sighting('2026-03-01', '1.3.0'), '1.3.1': sighting('2026-03-04', 'evil', true) }),
    );
    expect(asked).toEqual(['digest web:1.3.1', 'digest web:1.3.0']);
    expect(
      await chosen([unit([image('web', '1.2.3')])], world, {
        seen: now,
        clock: { ...clock, today: '2026-03-04' },
      }),
    ).toMatchObject({
      steps: ['web 1.3.0 minor'],
      holds: [
        expect.stringMatching(/^web 1\.3\.1 cooldown: its tag was moved, as was seen on 2026-03-04 until /),
      ],
    });
    const later = await lookedOn('2026-03-07', now, world);
    expect(later.now).toEqual(now);
  });

  test('moved back, it counts anew', async () => {
    const seen = web({ '1.3.1': sighting('2026-03-04', 'evil', true) });
    expect((await lookedOn('2026-03-07', seen, { has: { web: '1.3.1' } })).now).toEqual(
      web({ '1.3.1': sighting('2026-03-07', '1.3.1', true) }),
    );
  });

  test.each([
    ['without a cooldown', { cooldown: 0 }],
    ['that its policy leaves out', { versions: '<1.3' }],
  ])('nobody asks about a version %s', async (_, policy) => {
    expect((await lookedOn('2026-03-01', {}, { has }, policy)).asked).toEqual([]);
  });

  test('a digest that nobody could pin is not kept: the record is always one that can be read', async () => {
    const digests = { '1.3.1': `sha512:${'0'.repeat(128)}` };
    const { now } = await lookedOn('2026-03-01', {}, { has, digests });
    expect(now['images.yaml: web']?.['1.3.1']).toEqual(sighting('2026-03-01', null));
    expect(parseSeen(seenText(now))).toEqual(now);
  });

  test('what does not answer is asked another time', async () => {
    const waits = await lookedOn('2026-03-01', {}, { has, gone: ['1.3.1'] });
    expect(waits.now['images.yaml: web']?.['1.3.1']).toEqual(sighting('2026-03-01', null));
    const seen = web({ '1.3.1': sighting('2026-03-01', '1.3.1') });
    const old = await lookedOn('2026-03-04', seen, { has: { web: '1.3.1' }, gone: ['1.3.1'] });
    expect(old.now).toEqual(seen);
  });
});
