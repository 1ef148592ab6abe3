import { beforeAll, expect, test } from 'vitest';
import { pastOf, rehearsed, requests, states } from './rehearsal.ts';
import type { World } from './world.ts';

let past: World;

beforeAll(async () => {
  past = await pastOf();
});

/** Each state with the request that is the most to the point of it; all with all take minutes. */
const pairs: readonly (readonly [string, string])[] = [
  ['nothing is open', 'everything'],
  ['something chosen is open', 'everything'],
  ['a commit of a person is on the branch', 'an app'],
  ['a pin would be on no lasting branch', 'a commit apart'],
  ['a hotfix is not generated', 'a commit apart'],
  ['main is not generated', 'everything'],
  ['the settings have changed', 'settings'],
  ['upstream is new', 'everything'],
  ['upstream was renamed', 'an app'],
  ['the way back would not fit', 'the way back of an app'],
];

test.each(pairs)('a dry run is the run up to the push: %s, and %s is requested', async (state, request) => {
  const [happens, asks] = [states[state], requests[request]];
  if (!happens || !asks) throw new Error('no such pair');
  const { dry, real, untouched } = await rehearsed(past, happens, asks);
  expect(dry).toEqual(real);
  expect(untouched).toBe(true);
});
