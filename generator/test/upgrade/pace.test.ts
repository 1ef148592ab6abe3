import { expect, test } from 'vitest';
import type { HoldReason, Step, StepSize, UnitChoice } from '../../src/upgrade/choice.ts';
import { paced } from '../../src/upgrade/pace/paced.ts';
import type { Situation } from '../../src/upgrade/pace/situation.ts';
import type { ImageSubject } from '../../src/upgrade/subject.ts';
import { targetsOf, type UpgradePlan, type UpgradeRequest } from '../../src/upgrade/upgrade-plan.ts';
import { clock, digestOf, image, unit } from './choosing.ts';

interface Wanted {
  readonly size?: StepSize;
  readonly wave?: number | null;
  readonly keepsData?: boolean;
  readonly policy?: object;
}

const step = (subject: ImageSubject, version: string, size: StepSize): Step => ({
  subject,
  size,
  version,
  digest: digestOf(version),
  revision: null,
  firstSeen: null,
  released: null,
});

/** A unit of one image at 1.0.0 that is to come to 1.1.0. */
function wants(
  key: string,
  { size = 'minor', wave = 1, keepsData = false, policy = {} }: Wanted = {},
): UnitChoice {
  const subject = image(key, '1.0.0', policy, size === 'pin' ? null : digestOf('1.0.0'));
  const runBy = [{ app: key, environment: 'dev', wave, keepsData }];
  return {
    unit: unit([subject], { runBy, keepsData }),
    steps: [step(subject, size === 'pin' ? '1.0.0' : '1.1.0', size)],
    holds: [],
    alarms: [],
    failures: [],
  };
}

const request = (choice: UnitChoice, number: number, more: Partial<UpgradeRequest> = {}): UpgradeRequest => ({
  unit: choice.unit.name,
  number,
  url: `https://git.example.org/${number}`,
  state: 'open',
  superseded: false,
  targets: targetsOf(choice.steps),
  ...more,
});

const plan = (choices: readonly UnitChoice[], situation: Partial<Situation> = {}): UpgradePlan =>
  paced(choices, { requests: [], freezes: [], followingMain: ['dev'], limit: 5, clock, ...situation });

const names = ({ proposals }: UpgradePlan): string[] => proposals.map(({ unit: { name } }) => name);
const waiting = ({ holds }: UpgradePlan): [string, HoldReason, string | null][] =>
  holds.map(({ subject, reason, until }) => [subject.key, reason, until]);

test('as Argo CD applies them, small steps first, by name at last; what is in no wave comes last', () => {
  const choices = [
    wants('z', { wave: null }),
    wants('b', { wave: 2 }),
    wants('d', { size: 'major' }),
    wants('c'),
    wants('a'),
  ];
  expect(names(plan(choices))).toEqual(['a', 'c', 'd', 'b', 'z']);
  expect(names(plan(choices.toReversed()))).toEqual(['a', 'c', 'd', 'b', 'z']);
});

test('what is open keeps its place, the oldest first, and counts for the limit', () => {
  const [a, b, c] = [wants('a'), wants('b'), wants('c')];
  const found = plan([a, b, c], { requests: [request(c, 8), request(b, 9)], limit: 2 });
  expect([names(found), waiting(found)]).toEqual([['c', 'b'], [['a', 'limit', null]]]);
  expect(names(plan([a, b, c], { requests: [request(c, 8), request(b, 9)], limit: 1 }))).toEqual(['c', 'b']);
});

test('one unit with data is in flight at a time', () => {
  const choices = [wants('db', { keepsData: true }), wants('kafka', { keepsData: true }), wants('web')];
  expect([names(plan(choices)), waiting(plan(choices))]).toEqual([['db', 'web'], [['kafka', 'data', null]]]);
  const open = plan(choices, { requests: choices.slice(1, 2).map((choice) => request(choice, 3)) });
  expect([names(open), waiting(open)]).toEqual([['kafka', 'web'], [['db', 'data', null]]]);
});

test('an open pull request that nobody knows about still holds its place', () => {
  const silent = { ...wants('kafka', { keepsData: true }), steps: [], failures: ['no answer'] };
  const found = plan([wants('db', { keepsData: true }), silent], {
    requests: [request(wants('kafka'), 3)],
  });
  expect([found.closings, names(found), waiting(found)]).toEqual([[], [], [['db', 'data', null]]]);
});

const freeze = { from: '2026-03-20T00:00:00Z', until: '2026-03-22T00:00:00Z', reason: 'the fair' };

test('nothing new comes during a freeze of what a merge reaches; what is open goes on, and merges by nobody', () => {
  const choices = ['a', 'b'].map((key) => wants(key, { policy: { automerge: 'minor' } }));
  const requests = choices.slice(0, 1).map((choice) => request(choice, 3));
  const during = (environments: object): UpgradePlan =>
    plan(choices, { requests, freezes: [{ ...freeze, ...environments }] as Situation['freezes'] });
  for (const found of [during({}), during({ environments: ['dev', 'prod'] })]) {
    expect([names(found), waiting(found)]).toEqual([['a'], [['b', 'freeze', '2026-03-22']]]);
    expect(found.proposals.map(({ automerge }) => automerge)).toEqual([false]);
  }
  const elsewhere = during({ environments: ['prod'] });
  expect(elsewhere.proposals.map(({ unit: { name }, automerge }) => [name, automerge])).toEqual([
    ['a', true],
    ['b', true],
  ]);
  expect(names(during({ until: '2026-03-20T12:00:00Z' }))).toEqual(['a', 'b']);
  expect(names(during({ from: '2026-03-20T12:00:01Z' }))).toEqual(['a', 'b']);
});

test.each<[size: StepSize, automerge: string, merges: boolean]>([
  ['patch', 'none', false],
  ['patch', 'patch', true],
  ['minor', 'patch', false],
  ['minor', 'minor', true],
  ['major', 'minor', false],
  ['pin', 'patch', true],
])('a step of size %s with automerge: %s', (size, automerge, merges) => {
  const { proposals } = plan([wants('a', { size, keepsData: true, policy: { automerge } })]);
  expect(proposals.map((proposal) => proposal.automerge)).toEqual([merges]);
});

test('what follows merges by itself as its leader says', () => {
  const one = wants('a', { policy: { automerge: 'patch' }, size: 'patch' });
  const follower = image('b', '1.0.0', { follows: { image: 'a' } });
  const merges = (size: StepSize) =>
    plan([
      {
        ...one,
        unit: { ...one.unit, subjects: [...one.unit.subjects, follower] },
        steps: [...one.steps, step(follower, '1.1.0', size)],
      },
    ]).proposals[0]?.automerge;
  expect([merges('patch'), merges('minor')]).toEqual([true, false]);
});

test('what a person closed is not opened again for the same versions', () => {
  const a = wants('a');
  const closedBy = (more: Partial<UpgradeRequest>) =>
    plan([a], { requests: [request(a, 3, { state: 'closed', ...more })] });
  expect(waiting(closedBy({}))).toEqual([['a', 'closed', null]]);
  expect(names(closedBy({ superseded: true }))).toEqual(['a']);
  expect(names(closedBy({ state: 'merged' }))).toEqual(['a']);
  expect(names(closedBy({ targets: 'images.yaml: a 1.0.5' }))).toEqual(['a']);
});

test('digests that are only written down go together, but for those of data stores', () => {
  const pins = ['a', 'b'].map((key) => wants(key, { size: 'pin' }));
  const found = plan([...pins, wants('db', { size: 'pin', keepsData: true }), wants('web')]);
  expect(
    found.proposals.map(({ branch, steps }) => [branch, steps.map(({ subject }) => subject.key).join(' ')]),
  ).toEqual([
    ['upgrade/db', 'db'],
    ['upgrade/digests', 'a b'],
    ['upgrade/web', 'web'],
  ]);
});

const nothing = (choice: UnitChoice, more: Partial<UnitChoice> = {}): UnitChoice => ({
  ...choice,
  steps: [],
  ...more,
});
const whyClosed = (choices: readonly UnitChoice[], requests: readonly UpgradeRequest[]) =>
  plan(choices, { requests }).closings.map(({ request: { number }, why }) => `${number} ${why}`);

test('a pull request is closed with the reason that it has lost', () => {
  const a = wants('a');
  const [subject] = a.unit.subjects as [ImageSubject];
  const at = (current: string, digest: string | null): UnitChoice =>
    nothing({ ...a, unit: { ...a.unit, subjects: [{ ...subject, current, digest }] } });
  const hold = { subject, version: '1.1.0', reason: 'ignored', detail: 'it is slow', until: null } as const;
  expect(whyClosed([], [request(a, 3)])).toEqual([
    '3 Nothing in the repository is upgraded under this name any more.',
  ]);
  expect(whyClosed([at('1.1.0', digestOf('1.1.0'))], [request(a, 3)])).toEqual([
    '3 The main branch has these versions already.',
  ]);
  const gone = '3 These versions are not proposed any more: they are gone, or the policy has changed.';
  expect(whyClosed([nothing(a)], [request(a, 3)])).toEqual([gone]);
  expect(whyClosed([at('1.1.0', null)], [request(a, 3)])).toEqual([gone]);
  expect(whyClosed([nothing(a)], [request(a, 3, { targets: '' })])).toEqual([gone]);
  expect(whyClosed([nothing(a, { holds: [hold] })], [request(a, 3)])).toEqual([
    '3 These versions are not proposed any more: a 1.1.0 is held back (it is slow).',
  ]);
  const shorter = { ...hold, version: '1.1' };
  expect(whyClosed([nothing(a, { holds: [shorter] })], [request(a, 3)])).toEqual([gone]);
});

test('where somebody did not answer, and for what is still proposed, nothing is closed', () => {
  const a = wants('a');
  const [subject] = a.unit.subjects as [ImageSubject];
  const hold = {
    subject,
    version: '1.1.0',
    reason: 'unreachable',
    detail: 'no answer',
    until: null,
  } as const;
  expect(whyClosed([nothing(a, { failures: ['no answer'] })], [request(a, 3)])).toEqual([]);
  expect(whyClosed([nothing(a, { holds: [hold] })], [request(a, 3)])).toEqual([]);
  expect(whyClosed([a], [request(a, 3, { targets: 'images.yaml: a 1.0.5' })])).toEqual([]);
});

test('the pull request with digests is closed once all are written down, if all answered', () => {
  const pins = request(wants('a'), 3, { unit: 'digests' });
  expect(whyClosed([nothing(wants('a'))], [pins])).toEqual(['3 Every image that was left to pin is pinned.']);
  expect(whyClosed([nothing(wants('a'), { failures: ['no answer'] })], [pins])).toEqual([]);
});

test('a closing makes room', () => {
  const [a, b] = [wants('a'), wants('b')];
  expect(names(plan([nothing(a), b], { requests: [request(a, 3)], limit: 1 }))).toEqual(['b']);
});

test('holds, alarms and failures of choices are handed on, each failure once', () => {
  const choice = wants('a');
  const [subject] = choice.unit.subjects as [ImageSubject];
  const hold = { subject, version: '2.0.0', reason: 'policy', detail: '', until: null } as const;
  const alarm = { kind: 'moved', subject, detail: '', hint: '' } as const;
  const full = { ...choice, holds: [hold], alarms: [alarm], failures: ['no answer'] };
  expect(plan([full, { ...wants('b'), failures: ['no answer'] }])).toMatchObject({
    holds: [hold],
    alarms: [alarm],
    failures: ['no answer'],
  });
});
