import type { PlanNode } from '../../../src/plan/plan.ts';
import { begins, type NameOf } from './order.ts';
import { isWell, type Record } from './record.ts';

/** One app on the way up; milliseconds since the first one was created. */
export interface Row {
  readonly app: string;
  readonly wave: number;
  readonly created: number;
  readonly synced: number;
  readonly well: number;
}

/** When each app was created, when it began to sync, and when it was Synced and Healthy for the first time. */
export function rowsOf(record: Record, plan: readonly PlanNode[], nameOf: NameOf): Row[] {
  const rows = plan.flatMap(({ name: app, wave, layer }) => {
    const sights = record.sights.filter(({ name }) => name === nameOf(app));
    const well = sights.find(isWell)?.at;
    const created = sights[0]?.at;
    if (created === undefined || well === undefined) return [];
    // Operations come last, whatever number their wave has.
    const location = layer === 'operations' ? Number.POSITIVE_INFINITY : wave;
    return [{ app, wave: location, created, synced: begins(record, nameOf(app))[0]?.at ?? created, well }];
  });
  const start = Math.min(...rows.map(({ created }) => created));
  return rows
    .map((row) => ({
      ...row,
      created: row.created - start,
      synced: row.synced - start,
      well: row.well - start,
    }))
    .sort((a, b) => a.wave - b.wave || a.created - b.created || (a.app < b.app ? -1 : 1));
}

const left = 190;
const width = 860;
const line = 20;
const top = 34;

/** A picture of the order: a bar for each app, from its sync until it works, in waves. */
export function timeline(rows: readonly Row[]): string {
  const end = Math.max(...rows.map(({ well }) => well), 1);
  const x = (at: number): number => Math.round(left + (at / end) * (width - left - 60));
  const seconds = (at: number): string => `${Math.round(at / 1000)} s`;
  const step = [5, 10, 15, 30, 60, 120].find((each) => end / 1000 / each <= 8) ?? 300;
  const ticks = Array.from({ length: Math.floor(end / 1000 / step) + 1 }, (_, i) => i * step * 1000);
  const bottom = top + rows.length * line;
  const grid = ticks.flatMap((at) => [
    `<line x1="${x(at)}" y1="${top - 6}" x2="${x(at)}" y2="${bottom}" class="grid"/>`,
    `<text x="${x(at)}" y="${top - 12}" class="tick">${seconds(at)}</text>`,
  ]);
  const bars = rows.flatMap((row, i) => {
    const y = top + i * line;
    const first = i === 0 || rows[i - 1]?.wave !== row.wave;
    return [
      ...(first && i > 0 ? [`<line x1="8" y1="${y}" x2="${width - 8}" y2="${y}" class="wave"/>`] : []),
      `<text x="${left - 10}" y="${y + 14}" class="app">${row.app}</text>`,
      `<rect x="${x(row.created)}" y="${y + 4}" width="${Math.max(2, x(row.well) - x(row.created))}" height="12" rx="3" class="bar"/>`,
      `<text x="${x(row.well) + 6}" y="${y + 14}" class="time">${seconds(row.well)}</text>`,
    ];
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${bottom + 10}" width="${width}" height="${bottom + 10}" role="img" aria-label="When each app was created and when it was Synced and Healthy, in waves">
<style>
text { font: 12px system-ui, sans-serif; fill: #444 }
.app { text-anchor: end } .tick { text-anchor: middle; fill: #888 } .time { fill: #888; font-size: 11px }
.bar { fill: #2f7ed8 } .grid { stroke: #8884; } .wave { stroke: #8888; stroke-dasharray: 2 3 }
@media (prefers-color-scheme: dark) { text { fill: #ccc } .tick, .time { fill: #999 } }
</style>
${[...grid, ...bars].join('\n')}
</svg>
`;
}
