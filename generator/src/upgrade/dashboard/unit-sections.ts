import { code, inert, table } from '../../text/markdown.ts';
import type { Subject } from '../subject.ts';
import type { DashboardState } from './dashboard-state.ts';
import { foldedSection } from './folded.ts';

/** Pull requests that wait for a review or for their checks. */
export function openSection({ requests }: DashboardState): string {
  const rows = requests
    .filter(({ state }) => state === 'open')
    .sort((a, b) => a.number - b.number)
    .map(({ number, url, unit, targets }) => [`[#${number}](${url})`, inert(unit), movesTo(targets)]);
  return foldedSection('Open', rows.length, table(['pull request', 'unit', 'moves to'], rows));
}

/** Targets without digests: `images.yaml: kafka 3.9.1, charts/upstream.yaml: kafka 4.2.0`. */
const movesTo = (targets: string): string =>
  targets
    .split('; ')
    .map((target) => inert(target.replace(/ (sha256:[0-9a-f]{64}|[0-9a-f]{40,64})$/, '')))
    .join(', ');

/** Entries that say that they are never to be proposed. */
export function fixedSection({ units }: DashboardState): string {
  const fixed = units
    .flatMap(({ subjects }): readonly Subject[] => subjects)
    .filter(({ policy }) => policy.update === 'none');
  const rows = fixed
    .map(({ id, current }) => [inert(id), code(current)])
    .sort((a, b) => a.join().localeCompare(b.join(), 'en'));
  return foldedSection('Never proposed', rows.length, table(['entry', 'version'], rows), true);
}
