import { layers } from '../../definition/layer.ts';
import { UsageError } from '../../problem/errors.ts';
import { didYouMean } from '../../problem/nearest.ts';
import { type Pin, pinsAt } from '../../running/pins.ts';
import type { History } from '../history.ts';
import type { PromotionRequest, PromotionTarget } from './request.ts';

/** Whether a request is for an app. `named` are those that it lists one by one. */
export interface Selection {
  readonly all: boolean;
  readonly named: ReadonlySet<string>;
  has(app: string): boolean;
}

/** Which of the known apps are meant. Throws a usage error for names that nothing has. */
export function select(request: PromotionRequest, layerOf: ReadonlyMap<string, string>): Selection {
  for (const app of request.apps) {
    if (!layerOf.has(app))
      throw new UsageError(`there is no app "${app}": ${didYouMean(app, layerOf.keys())}`);
  }
  for (const layer of request.layers) {
    if (!layers.some((known) => known === layer))
      throw new UsageError(`there is no layer "${layer}": ${didYouMean(layer, layers)}`);
  }
  const named = new Set(request.apps);
  const all = request.apps.length === 0 && request.layers.length === 0;
  return {
    all,
    named,
    has: (app) => all || named.has(app) || request.layers.includes(layerOf.get(app) ?? ''),
  };
}

/** Apps with their commits as pins, as the environment had them there. */
export function pinsIn(
  environment: string,
  commits: ReadonlyMap<string, string | null>,
  history: History,
): Map<string, Pin> {
  const named = [...commits.values()].filter((commit) => commit !== null);
  const candidates = history.candidates(environment, named);
  return pinsAt(commits, (commit) => candidates.get(commit) ?? {});
}

/** The freeze that is on, if any. */
export function freezeAt(now: number, { freezes }: PromotionTarget): string | null {
  const found = freezes.find(({ from, until }) => seconds(from) <= now && now < seconds(until));
  return found ? `${found.reason}, until ${found.until}` : null;
}

const seconds = (time: string): number => Date.parse(time) / 1000;
