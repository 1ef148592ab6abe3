import { readRelease } from '../../../src/model/read-release.ts';
import { checkRelease } from '../../../src/release-check.ts';
import type { Month } from './month.ts';

/** What the gate has against a commit that somebody wants on main. */
export async function gateRefuses(month: Month, commit: string): Promise<string[]> {
  const { read, world } = month;
  const main = world.git('rev-parse', 'main');
  const base = world.git('merge-base', main, commit);
  const refused: string[] = [];
  for (const environment of read.environments(commit)) {
    const file = `environments/${environment}/release.yaml`;
    const text = read.text(commit, file);
    if (text === read.text(base, file)) continue;
    const release = text === null ? null : readRelease({ file, text });
    const proposed = release?.ok ? release.value : null;
    const found = await checkRelease(environment, proposed, world.tools());
    refused.push(...found.map(({ app, detail }) => `${environment}: ${app}: ${detail}`));
  }
  return refused;
}
