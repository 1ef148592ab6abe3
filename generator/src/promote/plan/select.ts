import { layers } from '../../definition/layer.ts';
import { UsageError } from '../../problem/errors.ts';
import { didYouMean } from '../../problem/nearest.ts';
import { type Pin, pinsAt } from '../../running/pins.ts';
import type { History } from '../history.ts';
import type { Target, Wish } from './request.ts';

/** Whether an app is meant by a wish. `named` is for those that were asked for one by one. */
export interface Selection {
  readonly all: boolean;
  readonly named: ReadonlySet<string>;
  has(app: string): boolean;
}

/** Which of the known apps are meant. Throws a usage error for names that nothing has. */
export function select(wish: Wish, layerOf: ReadonlyMap<string, string>): Selection {
  for (const app of wish.apps) {
    if (!layerOf.has(app))
      throw new UsageError(`there is no app "${app}": ${didYouMean(app, layerOf.keys())}`);
  }
  for (const layer of wish.layers) {
    if (!layers.some((each) => each === layer))
      throw new UsageError(`there is no layer "${layer}": ${didYouMean(layer, layers)}`);
  }
  const named = new Set(wish.apps);
  const all = wish.apps.length === 0 && wish.layers.length === 0;
  return { all, named, has: (app) => all || named.has(app) || wish.layers.includes(layerOf.get(app) ?? '') };
}

/** Apps with their commits as pins, as the environment had them there. */
export const pinsIn = (
  environment: string,
  commits: ReadonlyMap<string, string | null>,
  history: History,
): Map<string, Pin> => pinsAt(commits, (commit) => history.candidates(environment, commit));

/** The freeze that is on, if any. */
export function freezeAt(now: number, { freezes }: Target): string | null {
  const found = freezes.find(({ from, until }) => seconds(from) <= now && now < seconds(until));
  return found ? `${found.reason}, until ${found.until}` : null;
}

const seconds = (time: string): number => Date.parse(time) / 1000;
