import { code, inert, table } from '../../text/markdown.ts';
import type { HeldVersion, HoldReason } from '../choice.ts';
import type { UpgradeRequest } from '../upgrade-plan.ts';
import type { DashboardState } from './dashboard-state.ts';
import { foldedSection } from './folded.ts';

interface HoldSection {
  readonly title: string;
  readonly reasons: readonly HoldReason[];
  /** Markdown above the table. */
  readonly words?: string;
  /** Plain lines of what belongs here too. */
  readonly lines?: readonly string[];
}

/** Versions that are not proposed for some reasons, by entry and version. */
export function holdSection(
  state: DashboardState,
  { title, reasons, words = '', lines = [] }: HoldSection,
): string {
  const held = state.holds.filter(({ reason }) => reasons.includes(reason));
  const hasDay = held.some(({ until }) => until !== null);
  const head = ['entry', 'version', 'why', ...(hasDay ? ['until'] : [])];
  const rows = held
    .map((hold) => [
      inert(hold.subject.id),
      `${code(hold.subject.current)} → ${code(hold.version)}`,
      `${inert(hold.detail)}${linkOf(hold, state)}`,
      ...(hasDay ? [hold.until ?? ''] : []),
    ])
    .sort((a, b) => a.join().localeCompare(b.join(), 'en', { numeric: true }));
  const bullets = [...new Set(lines)].sort().map((line) => `- ${inert(line)}`);
  const text = [words, rows.length > 0 ? table(head, rows) : '', bullets.join('\n')].filter(Boolean);
  return foldedSection(title, rows.length + bullets.length, text.join('\n\n'));
}

/** The pull request that a hold is about, where there is one. */
function linkOf({ subject, reason }: HeldVersion, { units, requests }: DashboardState): string {
  const wanted: UpgradeRequest['state'] | null =
    reason === 'closed' ? 'closed' : ['commit', 'refused'].includes(reason) ? 'open' : null;
  const unit = units.find(({ subjects }) => subjects.some(({ id }) => id === subject.id));
  const found = requests.find(({ state, unit: name }) => state === wanted && name === unit?.name);
  return found ? ` ([#${found.number}](${found.url}))` : '';
}
