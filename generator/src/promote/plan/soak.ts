import { commitsByApp } from '../../running/pins.ts';
import type { History, Moment } from '../history.ts';

/** The commit that each app ran from at a moment. */
export function pinnedAt(environment: string, { pins }: Moment, history: History): Map<string, string> {
  return commitsByApp(pins, (commit) => history.apps(environment, commit));
}

/** What an app ran from at each moment, as {@link History.inputs} words it. */
export type Inputs = (moment: Moment, app: string) => string | null;

/** Looks inputs up for whole moments, each once. */
export function inputsOf(environment: string, history: History): Inputs {
  const known = new Map<Moment, ReadonlyMap<string, string | null>>();
  return (moment, app) => {
    let inputs = known.get(moment);
    if (!inputs) {
      const apps = [...pinnedAt(environment, moment, history)].map(([name, commit]) => ({
        app: name,
        commit,
      }));
      const words = history.inputs(environment, apps);
      inputs = new Map(apps.map((each, i) => [each.app, words[i] ?? null]));
      known.set(moment, inputs);
    }
    return inputs.get(app) ?? null;
  };
}

/** How long an app ran without a change around a moment, and whether it still does. Times in seconds. */
export interface Stretch {
  readonly seconds: number;
  readonly current: boolean;
}

/**
 * The stretch of time around `moments[index]` in which the app ran from the same input: a main branch that is busy with
 * other apps does not end it. Looks back no further than `enough` seconds need.
 */
export function stretchOf(
  app: string,
  moments: readonly Moment[],
  index: number,
  inputs: Inputs,
  { now, enough }: { now: number; enough: number },
): Stretch {
  const here = moments[index];
  if (!here) return { seconds: 0, current: false };
  const word = inputs(here, app);
  let end = now;
  let current = true;
  for (let i = index - 1; i >= 0; i--) {
    const moment = moments[i];
    if (!moment || inputs(moment, app) === word) continue;
    end = moment.at;
    current = false;
    break;
  }
  let start = here.at;
  for (let i = index + 1; i < moments.length && end - start < enough; i++) {
    const moment = moments[i];
    if (!moment || inputs(moment, app) !== word) break;
    start = moment.at;
  }
  return { seconds: end - start, current };
}

/** `90 min`, `5 h`, `3 d`. */
export function spoken(seconds: number): string {
  if (seconds < 2 * 3600) return `${Math.floor(seconds / 60)} min`;
  return seconds < 2 * 86_400 ? `${Math.floor(seconds / 3600)} h` : `${Math.floor(seconds / 86_400)} d`;
}
