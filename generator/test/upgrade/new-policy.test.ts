import { expect, test } from 'vitest';
import { newPolicy } from '../../src/new/new-policy.ts';

const chart = (version: string, appVersion: string | null) => ({ schema: {}, version, appVersion });

test.each([
  ['2.0.0', chart('1.2.3', '2.0.0'), '{ follows: { chart: reports } }'],
  [
    'v2.0.0-distroless',
    chart('1.2.3', '2.0.0'),
    "{ follows: { chart: reports, as: 'v{appVersion}-distroless' } }",
  ],
  ['v1.2.3', chart('1.2.3', null), "{ follows: { chart: reports, as: 'v{version}' } }"],
  ['2.0.0', chart('2.0.0', '2.0.0'), '{ follows: { chart: reports } }'],
  // Another version than the chart's: it chooses by itself.
  ['2.1.0', chart('1.2.3', '2.0.0'), null],
  ['12.0.0', chart('1.2.3', '2.0.0'), null],
  ['2.0.0.1', chart('1.2.3', '2.0.0'), null],
  ['2.0.0', null, null],
  // Pinned by its digest.
  ['1.10', null, null],
  ['lts-alpine', chart('1.2.3', 'lts-alpine'), '{ update: none }'],
])('%s beside %o: %s', (tag, looked, policy) => {
  expect(newPolicy(tag, 'reports', looked)).toBe(policy);
});
