import type { Month } from './month.ts';
import { runAndMerge } from './runs.ts';

type Picks = readonly [number, number, number];

/** An environment that follows main is pinned. */
export async function pin(month: Month, [which]: Picks): Promise<void> {
  const following = month.chain.filter(
    (name) => !month.invariants.isPinned(name) && month.upstream(name) !== null,
  );
  const environment = following[which % following.length];
  if (environment === undefined) return;
  await runAndMerge(month, environment);
  if (month.invariants.isPinned(environment)) month.count('pinned');
}

/** A new environment, at the end of the chain or between two. */
export async function arrive(month: Month, [which, where]: Picks): Promise<void> {
  const { chain, world } = month;
  if (chain.length > 4) return;
  const name = `site-${++month.serial}`;
  const promotesFrom = chain[which % chain.length] ?? 'dev';
  const next = chain.find((other) => month.upstream(other) === promotesFrom);
  const edit: Record<string, string> = {
    [`environments/${name}/environment.ts`]: settings({ size: 'small', promotesFrom, soak: '3h' }),
    ...(where % 3 !== 0 && { [`environments/${name}/release.yaml`]: 'follow: main\n' }),
  };
  if (next !== undefined && where % 2 === 0)
    edit[`environments/${next}/environment.ts`] = settings({ ...world.settings(next), promotesFrom: name });
  if (await world.change(edit, `define ${name}`)) month.moved();
}

const settings = (value: object): string => `${JSON.stringify(value)}\n`;

/** The last environment of the chain goes. */
export async function depart(month: Month, [which]: Picks): Promise<void> {
  const { chain, world } = month;
  const last = chain.filter((name) => !chain.some((other) => month.upstream(other) === name));
  const name = last[which % last.length];
  if (chain.length < 4 || name === undefined) return;
  if (!(await world.remove(name))) return;
  month.invariants.gone(name);
  month.moved();
}

/** One gets another name: what it runs and ran is the same. */
export async function rename(month: Month, [which]: Picks): Promise<void> {
  const { chain, world } = month;
  const name = chain[which % chain.length] ?? 'prod';
  const to = `${name.slice(0, 8)}-${++month.serial}`;
  if (!(await world.rename(name, to))) return month.count('not renamed');
  month.count(`renamed ${month.invariants.isPinned(name) ? 'pinned' : 'following'}`);
  month.read.renamed(name, to);
  month.invariants.gone(name, to);
  month.moved();
}
