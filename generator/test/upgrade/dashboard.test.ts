import { describe, expect, test } from 'vitest';
import { fitted } from '../../src/edge/github/limits.ts';
import { dashboardOf } from '../../src/upgrade/dashboard/dashboard.ts';
import type { DashboardState } from '../../src/upgrade/dashboard/dashboard-state.ts';
import { held, image, unitOf } from './proposals.ts';

const kafka = image('kafka', '3.9.0');
const web = image('web', '1.0.0');
const fixed = image('fixed', '5', { update: 'none' });
const nothing: DashboardState = {
  units: [kafka, web, fixed].map((subject) => unitOf(subject)),
  requests: [],
  holds: [],
  alarms: [],
  failures: [],
};
const bodyOf = (state: Partial<DashboardState>): string => dashboardOf({ ...nothing, ...state }).body;
const titlesIn = (text: string): string[] => [...text.matchAll(/^## (.*)$/gm)].map(([, title = '']) => title);

test('where nothing is to be said it says so, and what is never proposed', () => {
  const body = bodyOf({});
  expect(titlesIn(body)).toEqual(['Never proposed']);
  expect(body).toContain('| images.yaml: fixed | `5` |');
  expect(body).toMatch(/\n2 other entries are as new as their policies let them be\.\n$/);
});

test('alarms come first, with what runs them and what to do', () => {
  const body = bodyOf({
    alarms: [{ kind: 'moved', subject: kafka, detail: '3.9.0 was sha256:1, is sha256:2', hint: 'Look.' }],
    holds: [held(web, '2.0.0', 'policy', 'a major step')],
  });
  expect(titlesIn(body)).toEqual(['Alarms', 'Held by their policy', 'Never proposed']);
  expect(body).toContain(
    '| images.yaml: kafka | its tag means something else now: 3.9.0 was sha256:1, is sha256:2 | kafka (dev, prod) | Look. |',
  );
});

test('every reason for which a version is held has one place, with the day on which it ends', () => {
  const reasons = {
    cooldown: 'Waiting',
    freeze: 'Waiting',
    data: 'Waiting',
    limit: 'Waiting',
    commit: 'For a person',
    manual: 'For a person',
    follower: 'For a person',
    identity: 'For a person',
    signature: 'For a person',
    closed: 'Closed by a person',
    refused: 'Failed',
    unreachable: 'Failed',
    policy: 'Held by their policy',
    nothing: 'Held by their policy',
    ignored: 'Ignored',
  } as const;
  for (const [reason, title] of Object.entries(reasons)) {
    const hold = held(kafka, '3.9.1', reason as keyof typeof reasons, 'the reason', '2026-03-01');
    const body = bodyOf({ holds: [hold] });
    expect(titlesIn(body), reason).toEqual([title, 'Never proposed']);
    expect(body).toContain('| images.yaml: kafka | `3.9.0` → `3.9.1` | the reason | 2026-03-01 |');
  }
});

test('open and closed pull requests are linked', () => {
  const request = (unit: string, number: number, state: 'open' | 'closed') => {
    const targets = `images.yaml: ${unit} 3.9.1 sha256:${'0'.repeat(64)}`;
    return { unit, number, url: `https://git.example.org/${number}`, state, superseded: false, targets };
  };
  const body = bodyOf({
    requests: [request('kafka', 7, 'open'), request('web', 3, 'closed')],
    holds: [held(web, '3.9.1', 'closed', 'a person closed pull request 3')],
  });
  expect(body).toContain('| [#7](https://git.example.org/7) | kafka | images.yaml: kafka 3.9.1 |');
  expect(body).toContain('a person closed pull request 3 ([#3](https://git.example.org/3))');
  expect(body).toContain('take the line `<!-- upgrade: … -->` out of its description');
});

test('is the same in whatever order things were found', () => {
  const holds = ['3.9.10', '3.9.9', '4.0.0'].map((version) => held(kafka, version, 'policy', 'why'));
  const failures = ['b did not answer', 'a did not answer'];
  const [there, back] = [false, true].map((isBack) =>
    bodyOf({
      holds: isBack ? holds.toReversed() : holds,
      failures: isBack ? failures.toReversed() : failures,
      units: isBack ? nothing.units.toReversed() : nothing.units,
    }),
  );
  expect(back).toBe(there);
  expect(there?.indexOf('3.9.9')).toBeLessThan(there?.indexOf('3.9.10') ?? 0);
});

describe('what somebody else wrote', () => {
  test('is shown as it is, calls nobody and ends no table', () => {
    const detail = 'see #12 | @alice: <script> https://x.example.org\n## Title';
    const body = bodyOf({ holds: [held(kafka, '1`2', 'refused', detail)], failures: ['<!-- x'] });
    expect(titlesIn(body)).toEqual(['Failed', 'Never proposed']);
    expect(body).not.toMatch(/#12|@alice|(?<!\\)<script|https:\/\/x|(?<!\\)<!-- x/);
    const row = body.split('\n').find((line) => line.includes('alice'));
    expect(row?.match(/(?<!\\)\|/g)).toHaveLength(4);
  });

  test('of a thousand held versions the alarms are still read, and the rest is folded and cut', () => {
    const holds = Array.from({ length: 1000 }, (_, i) =>
      held(kafka, `4.0.${i}`, 'policy', 'a reason of some length'),
    );
    const alarm = { kind: 'vanished', subject: web, detail: 'gone', hint: 'Use a mirror.' } as const;
    const body = fitted(bodyOf({ holds, alarms: [alarm] }));
    expect(body.length).toBeLessThanOrEqual(65_536);
    expect(body).toContain('Use a mirror.');
    expect(body).toContain('<details>\n<summary>1000</summary>');
    expect(body.match(/<details>/g)).toHaveLength(body.match(/<\/details>/g)?.length ?? 0);
  });
});
