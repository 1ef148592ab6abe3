import type { Pin } from '../../running/pins.ts';
import type { History } from '../history.ts';
import { pinsIn } from './select.ts';
import { pinnedAt } from './soak.ts';

/** What runs in an environment now: app by app, the commit and what it has of it. */
export function presentPins(environment: string, history: History): Map<string, Pin> {
  const [now] = history.moments(environment);
  return now ? pinsIn(environment, pinnedAt(environment, now, history), history) : new Map();
}

/** Whether an app's input differs between two sets of pins. */
export function differing(
  environment: string,
  before: ReadonlyMap<string, Pin>,
  after: ReadonlyMap<string, Pin>,
  history: History,
): (app: string) => boolean {
  const apps = [...new Set([...before.keys(), ...after.keys()])];
  const fingerprints = (pins: ReadonlyMap<string, Pin>): (string | null)[] => {
    const known = apps.flatMap((app) => {
      const pin = pins.get(app);
      return pin ? [{ app, commit: pin.commit }] : [];
    });
    const found = new Map(
      history.fingerprints(environment, known).map((fingerprint, i) => [known[i]?.app, fingerprint]),
    );
    return apps.map((app) => found.get(app) ?? null);
  };
  const [were, are] = [fingerprints(before), fingerprints(after)];
  const differ = new Set(apps.filter((_, i) => were[i] !== are[i]));
  return (app) => differ.has(app);
}
