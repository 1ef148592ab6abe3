import { beforeAll, expect, test } from 'vitest';
import { pastOf, rehearsed, requests, states } from './rehearsal.ts';
import type { World } from './world.ts';

let past: World;

beforeAll(async () => {
  past = await pastOf();
});

const pairs = Object.entries(states).flatMap(([state, happens]) =>
  Object.entries(requests).map(([request, asks]) => ({ state, request, happens, asks })),
);

test.each(pairs)('whatever there is and is asked for: $state, $request', async ({ happens, asks }) => {
  const { dry, real, untouched } = await rehearsed(past, happens, asks);
  expect(dry).toEqual(real);
  expect(untouched).toBe(true);
});
