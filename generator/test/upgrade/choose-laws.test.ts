import fc from 'fast-check';
import { expect, test } from 'vitest';
import { followedBy } from '../../src/model/version-entry.ts';
import type { UnitChoice } from '../../src/upgrade/choice.ts';
import { paced } from '../../src/upgrade/pace/paced.ts';
import { targetsOf, type UpgradePlan, type UpgradeRequest } from '../../src/upgrade/upgrade-plan.ts';
import { compareNumbers, numbersIn } from '../../src/upgrade/version/compare-versions.ts';
import { chart, chosen, clock, image, unit } from './choosing.ts';

const small = fc.integer({ min: 0, max: 3 });
const version = fc.tuple(small, small, small).map((numbers) => numbers.join('.'));
const tag = fc.oneof(
  version,
  fc
    .tuple(version, fc.constantFrom('-rc.1', '-alpine', '-kafka-4.3.1', '-kafka-4.4.0', '-kafka-3.9.0'))
    .map((parts) => parts.join('')),
  fc.constantFrom('latest', 'v1.2.3', '20240101'),
);
const tags = fc.uniqueArray(tag, { maxLength: 25 });
const brokerTags = fc.uniqueArray(
  fc
    .tuple(version, fc.constantFrom('4.2.0', '4.3.1', '4.4.0', '5.0.0'))
    .map((parts) => parts.join('-kafka-')),
  { maxLength: 60 },
);

const policy = fc.record({
  update: fc.constantFrom('patch', 'minor', 'major'),
  prerelease: fc.boolean(),
  automerge: fc.constantFrom('none', 'patch', 'minor'),
  cooldown: fc.constantFrom(0, 3),
});

/** Units of a leader and what follows it, each with a registry of its own. */
const scene = fc.array(
  fc.record({
    current: version,
    policy,
    tags,
    broker: brokerTags,
    keepsData: fc.boolean(),
    wave: small,
    isPinned: fc.boolean(),
  }),
  { minLength: 1, maxLength: 6 },
);
type Scene = typeof scene extends fc.Arbitrary<infer T> ? T : never;

const unitsIn = (parts: Scene) =>
  parts.map(({ current, policy: leading, keepsData, wave, isPinned }, i) =>
    unit(
      [
        chart(`chart-${i}`, current, leading),
        image(
          `image-${i}`,
          current,
          { follows: { chart: `chart-${i}`, as: '{version}' } },
          isPinned ? undefined : null,
        ),
        image(`broker-${i}`, `${current}-kafka-4.3.1`, {
          follows: { chart: `chart-${i}`, as: '{version}-kafka-*' },
        }),
      ],
      { keepsData, runBy: [{ app: `app-${i}`, environment: 'dev', wave, keepsData }] },
    ),
  );

const worldIn = (parts: Scene, order: <T>(list: readonly T[]) => readonly T[] = (list) => list) => ({
  has: Object.fromEntries(
    parts.flatMap((part, i) => [
      [`chart-${i}`, order(part.tags).join(' ')],
      [`broker-${i}`, order(part.broker).join(' ')],
    ]),
  ),
});

const reversed = <T>(list: readonly T[]): T[] => list.toReversed();

test('the order of versions and of units never matters', async () => {
  await fc.assert(
    fc.asyncProperty(scene, async (parts) => {
      const units = unitsIn(parts);
      const one = await chosen(units, worldIn(parts));
      const other = await chosen(reversed(units), worldIn(parts, reversed));
      expect(reversed(other.choices)).toEqual(one.choices);
    }),
  );
});

const partOf = (text: string): number[] => numbersIn(text.replace(/^.*-kafka-/, ''));

test('nothing ever goes down, and what follows stands where its leader does', async () => {
  await fc.assert(
    fc.asyncProperty(scene, async (parts) => {
      const { choices } = await chosen(unitsIn(parts), worldIn(parts));
      for (const {
        unit: { subjects },
        steps,
      } of choices) {
        const after = new Map(steps.map(({ subject, version: next }) => [subject, next]));
        const [leader, ...followers] = subjects.map((subject) => ({
          subject,
          next: after.get(subject) ?? subject.current,
        }));
        for (const { subject, next } of [leader, ...followers].filter((one) => one !== undefined)) {
          expect(compareNumbers(numbersIn(next), numbersIn(subject.current))).toBeGreaterThanOrEqual(0);
          expect(compareNumbers(partOf(next), partOf(subject.current))).toBeGreaterThanOrEqual(0);
          const as = followedBy(subject)?.as;
          if (as !== undefined) expect(next.split('-kafka-')[0]).toBe(leader?.next);
        }
      }
    }),
  );
});

const planFor = (
  choices: readonly UnitChoice[],
  requests: readonly UpgradeRequest[],
  limit: number,
): UpgradePlan => paced(choices, { requests, freezes: [], followingMain: ['dev'], limit, clock });

/** The pull requests of a plan, once they are open. */
const opened = ({ proposals }: UpgradePlan): UpgradeRequest[] =>
  proposals.map(({ unit: { name }, steps }, i) => ({
    unit: name,
    number: i + 1,
    url: '',
    state: 'open',
    superseded: false,
    targets: targetsOf(steps),
  }));

const limits = fc.integer({ min: 1, max: 5 });

test('at most one proposal for a unit, one data store, and the limit', async () => {
  await fc.assert(
    fc.asyncProperty(scene, limits, async (parts, limit) => {
      const { choices } = await chosen(unitsIn(parts), worldIn(parts));
      const { proposals } = planFor(choices, [], limit);
      const names = proposals.map((proposal) => proposal.unit.name);
      expect(new Set(names).size).toBe(names.length);
      expect(names.length).toBeLessThanOrEqual(limit);
      expect(proposals.filter((proposal) => proposal.unit.keepsData).length).toBeLessThanOrEqual(1);
      const subjects = proposals.flatMap(({ steps }) => steps.map(({ subject }) => subject.id));
      expect(new Set(subjects).size).toBe(subjects.length);
    }),
  );
});

test('once its pull requests are open, a plan is the same again', async () => {
  await fc.assert(
    fc.asyncProperty(scene, limits, async (parts, limit) => {
      const { choices } = await chosen(unitsIn(parts), worldIn(parts));
      const plan = planFor(choices, [], limit);
      const again = planFor(choices, opened(plan), limit);
      expect([again.proposals, again.closings]).toEqual([plan.proposals, []]);
    }),
  );
});
