import type { MonthEvent, MonthPlan } from './month-events.ts';
import { play } from './play.ts';

/** What a breach is about, without when and with which commits. */
const kindOf = (breach: string): string =>
  breach
    .replace(/^\w+( [a-z]+)?: /, '')
    .replaceAll(/[0-9a-f]{12,}/g, 'COMMIT')
    .replaceAll(/\d+/g, 'N');

/** Leaves events out for as long as the first breach stays the same, the largest parts first. */
export async function shrink({ place, events }: MonthPlan, breach: string, tries = 60): Promise<MonthPlan> {
  const wanted = kindOf(breach);
  let shortest = events;
  let left = tries;
  for (let size = Math.ceil(events.length / 2); size >= 1; size = Math.floor(size / 2)) {
    for (let at = Math.max(0, shortest.length - size); at >= 0 && left > 0; at -= size) {
      const shorter = [...shortest.slice(0, at), ...shortest.slice(at + size)].map((event, i) =>
        // Time goes on as before.
        i === at ? { ...event, after: event.after + hoursOf(shortest.slice(at, at + size)) } : event,
      );
      left -= 1;
      const { breaches } = await play({ place, events: shorter }, { first: true });
      if (breaches.some((found) => kindOf(found) === wanted)) shortest = shorter;
    }
  }
  return { place, events: shortest };
}

const hoursOf = (events: readonly MonthEvent[]): number => events.reduce((sum, { after }) => sum + after, 0);

/** A month as it can be pasted into a story. */
export function storyOf({ place, events }: MonthPlan): string {
  const lines = events.map(
    ({ kind, after, picks }) => `    { kind: '${kind}', after: ${after}, picks: [${picks.join(', ')}] },\n`,
  );
  return `{\n  place: '${place}',\n  events: [\n${lines.join('')}  ],\n}\n`;
}
