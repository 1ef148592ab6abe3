import { commitsByApp } from '../../running/pins.ts';
import type { History, Moment } from '../history.ts';

/** The commit that each app ran from at a moment. */
export function pinnedAt(environment: string, { pins }: Moment, history: History): Map<string, string> {
  return commitsByApp(pins, (commit) => history.apps(environment, commit));
}

/** The fingerprint of what an app ran from at a moment; null where it did not run. */
export type FingerprintAt = (moment: Moment, app: string) => string | null;

/** Looks fingerprints up for whole moments, each once. */
export function fingerprintsOf(environment: string, history: History): FingerprintAt {
  const known = new Map<Moment, ReadonlyMap<string, string | null>>();
  const at = (moment: Moment): ReadonlyMap<string, string | null> => {
    const apps = [...pinnedAt(environment, moment, history)].map(([app, commit]) => ({ app, commit }));
    const found = history.fingerprints(environment, apps);
    return new Map(apps.map(({ app }, i) => [app, found[i] ?? null]));
  };
  return (moment, app) => {
    const fingerprints = known.get(moment) ?? at(moment);
    known.set(moment, fingerprints);
    return fingerprints.get(app) ?? null;
  };
}

/** How long an app ran without a change around a moment, and whether it still does. Times in seconds. */
export interface RunPeriod {
  readonly seconds: number;
  readonly current: boolean;
}

/**
 * The time around `moments[index]` in which the app ran from the same input: a main branch that is busy with
 * other apps does not end it. Looks back no further than `enough` seconds need.
 */
export function runPeriodOf(
  app: string,
  moments: readonly Moment[],
  index: number,
  fingerprintAt: FingerprintAt,
  { now, enough }: { now: number; enough: number },
): RunPeriod {
  const here = moments[index];
  if (!here) return { seconds: 0, current: false };
  const fingerprint = fingerprintAt(here, app);
  let end = now;
  let current = true;
  for (let i = index - 1; i >= 0; i--) {
    const moment = moments[i];
    if (!moment || fingerprintAt(moment, app) === fingerprint) continue;
    end = moment.at;
    current = false;
    break;
  }
  let start = here.at;
  for (let i = index + 1; i < moments.length && end - start < enough; i++) {
    const moment = moments[i];
    if (!moment || fingerprintAt(moment, app) !== fingerprint) break;
    start = moment.at;
  }
  return { seconds: end - start, current };
}

/** `90min`, `5h`, `3d`. */
export function durationText(seconds: number): string {
  if (seconds < 2 * 3600) return `${Math.floor(seconds / 60)}min`;
  return seconds < 2 * 86_400 ? `${Math.floor(seconds / 3600)}h` : `${Math.floor(seconds / 86_400)}d`;
}
