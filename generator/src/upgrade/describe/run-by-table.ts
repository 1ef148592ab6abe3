import { inert, list, table } from '../../text/markdown.ts';
import type { RunBy, Unit } from '../unit.ts';

/** Which apps run it, where, in which wave, and what holds for those that keep data. */
export function runByTable({ runBy }: Pick<Unit, 'runBy'>): string {
  const byApp = [...Map.groupBy(runBy, ({ app }) => app)];
  const rows = byApp.map(([app, places]) => [
    `**${inert(app)}**`,
    wavesOf(places),
    places.some(({ keepsData }) => keepsData) ? 'keeps data' : '',
  ]);
  return rows.length === 0 ? '' : table(['app', 'where', ''], rows);
}

/** `wave 5 in dev and prod, after the waves in local` */
function wavesOf(places: readonly RunBy[]): string {
  const byWave = Map.groupBy(places, ({ wave }) => wave);
  return [...byWave]
    .map(([wave, those]) => {
      const where = list([...new Set(those.map(({ environment }) => inert(environment)))].sort());
      return `${wave === null ? 'after the waves' : `wave ${wave}`} in ${where}`;
    })
    .join(', ');
}

export const dataNote =
  '**It keeps data.** No other upgrade of anything that keeps data is open meanwhile. Before merging, see that its newest backup can be restored: `RESTORE.md` of an environment says how.';
