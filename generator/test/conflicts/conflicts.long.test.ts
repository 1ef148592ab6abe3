import { expect, test } from 'vitest';
import { changes, moreChanges } from './changes.ts';
import {
  branches,
  isTheirs,
  type Meeting,
  meeting,
  needEachOther,
  pairsOf,
  report,
  toldOf,
} from './matrix.ts';
import { pinnedPlatform } from './platform.ts';

test('whichever two pull requests meet, they conflict and drift only where they must', async () => {
  const past = await pinnedPlatform();
  const every = [...changes, ...moreChanges];
  const made = await branches(every, past);
  const all: Meeting[] = [];
  for (const pair of pairsOf(every)) all.push(await meeting(pair, made, past, true));
  process.stdout.write(`${report(all)}\n`);
  const those = (result: Meeting['result']): Meeting[] => all.filter((met) => met.result === result);
  // What an app waits for and an address outside stand beside each other in PLAN.md.
  const ours = those('conflict').filter((met) => !isTheirs(met));
  expect(ours.length, ours.map(toldOf).join('\n')).toBeLessThanOrEqual(1);
  expect(
    those('drift')
      .filter((met) => !needEachOther(met))
      .map(toldOf),
  ).toEqual([]);
  expect(those('refused').map(toldOf)).toEqual([]);
  // Of 496 pairs, nearly all of which are somebody's who removes an app that somebody else changes.
  expect(those('conflict').length).toBeLessThanOrEqual(30);
});
