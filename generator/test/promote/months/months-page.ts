import type { MonthResult } from './play.ts';

/** A month with its seed, and how long it took. */
export interface PlayedMonth extends MonthResult {
  readonly seed: number;
  readonly seconds: number;
}

/** What many months came to, as a page. */
export function monthsPage(months: readonly PlayedMonth[], date: string): string {
  const seeds = months.map(({ seed }) => seed);
  const total: Record<string, number> = {};
  for (const { counts } of months)
    for (const [what, times] of Object.entries(counts)) total[what] = (total[what] ?? 0) + times;
  const rows = Object.entries(total).sort(([a], [b]) => (a < b ? -1 : 1));
  const broken = months.filter(({ breaches }) => breaches.length > 0);
  const looked = `${months.length} months, seeds ${Math.min(...seeds)} to ${Math.max(...seeds)}`;
  return [
    '# Random months',
    '',
    'A month of a platform team is played on real git: people merge, squash, rebase and take back; environments are',
    'promoted to, rolled back, frozen, renamed; runs are killed, branches of ours are committed to, gates are lied to. After',
    "every event code that shares nothing with the generator's looks at what must hold. `npm run test:months -- --help` says",
    'how to play them; `--page` writes this page.',
    '',
    `${date}: ${looked}: **${broken.length} broke a rule**.`,
    '',
    ...broken.flatMap(({ seed, breaches }) => breaches.map((breach) => `- month ${seed}: ${breach}`)),
    ...(broken.length > 0 ? [''] : []),
    '| what happened | times |',
    '| --- | ---: |',
    ...rows.map(([what, times]) => `| ${what} | ${times} |`),
    '',
  ].join('\n');
}
