import type { Pin } from '../../running/pins.ts';
import { type GateContext, soaked } from './gates.ts';
import type { Deferred } from './promotion-plan.ts';
import { pinnedAt, runPeriodOf } from './soak.ts';

/** Apps of which upstream runs a newer version that nobody proposes yet, because it is too young. */
export function soaking(
  pins: ReadonlyMap<string, Pin>,
  known: ReadonlySet<string>,
  context: GateContext,
): Deferred[] {
  const { target, selection, history, clock, upstream } = context;
  const [present] = upstream?.moments ?? [];
  if (!upstream || !present || target.upstream === null) return [];
  const there = [...pinnedAt(target.upstream, present, history).keys()];
  const apps = there.filter((app) => selection.has(app) && !known.has(app));
  const here = apps.flatMap((app) => {
    const pin = pins.get(app);
    return pin ? [{ app, commit: pin.commit }] : [];
  });
  const fingerprints = new Map(
    history.fingerprints(target.upstream, here).map((fingerprint, i) => [here[i]?.app, fingerprint]),
  );
  return apps.flatMap((app): Deferred[] => {
    if (fingerprints.get(app) === upstream.fingerprintAt(present, app)) return [];
    const limits = { now: clock.now, enough: target.soak };
    const { seconds } = runPeriodOf(app, upstream.moments, 0, upstream.fingerprintAt, limits);
    if (seconds >= target.soak) return [];
    return [{ app, reason: 'soak', detail: `a newer version has ${soaked(seconds, context)}` }];
  });
}
