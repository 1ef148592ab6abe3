import { afterAll } from 'vitest';

const stops: (() => Promise<unknown>)[] = [];

/** Ends what a test has started, last first, when the file's tests have ended. */
export const atTheEnd = (stop: () => Promise<unknown>): void => {
  stops.push(stop);
};

// Vitest never runs an `afterAll` that is asked for while a test runs: it has to be there before.
afterAll(async () => {
  for (const stop of stops.reverse()) await stop();
});
