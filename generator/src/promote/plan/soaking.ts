import type { Pin } from '../../running/pins.ts';
import type { Court } from './gates.ts';
import type { Left } from './promotion.ts';
import { pinnedAt, spoken, stretchOf } from './soak.ts';

/** Apps of which upstream runs a newer version that nobody proposes yet, because it is too young. */
export function soaking(
  pins: ReadonlyMap<string, Pin>,
  known: ReadonlySet<string>,
  { target, selection, history, clock, upstream }: Court,
): Left[] {
  const [present] = upstream?.moments ?? [];
  if (!upstream || !present || target.upstream === null) return [];
  const there = [...pinnedAt(target.upstream, present, history).keys()];
  const apps = there.filter((app) => selection.has(app) && !known.has(app));
  const here = apps.flatMap((app) => {
    const pin = pins.get(app);
    return pin ? [{ app, commit: pin.commit }] : [];
  });
  const words = new Map(history.inputs(target.upstream, here).map((word, i) => [here[i]?.app, word]));
  return apps.flatMap((app): Left[] => {
    if (words.get(app) === upstream.inputs(present, app)) return [];
    const enough = target.soak;
    const { seconds } = stretchOf(app, upstream.moments, 0, upstream.inputs, { now: clock.now, enough });
    if (seconds >= enough) return [];
    const why = `a newer version has run ${spoken(seconds)} there, ${spoken(enough)} are asked for`;
    return [{ app, reason: 'soak', why }];
  });
}
