import { inert, list, table } from '../../text/markdown.ts';
import type { Alarm } from '../choice.ts';
import type { RunBy } from '../unit.ts';
import type { DashboardState } from './dashboard-state.ts';
import { foldedSection } from './folded.ts';

const kinds: Readonly<Record<Alarm['kind'], string>> = {
  moved: 'its tag means something else now',
  vanished: 'it is gone',
  identity: 'it would be another program',
  signature: 'its signature is not valid',
};

/** What a person should look at now; never folded. */
export function alarmSection({ alarms, units }: DashboardState): string {
  const runBy = (id: string): readonly RunBy[] =>
    units.find(({ subjects }) => subjects.some((subject) => subject.id === id))?.runBy ?? [];
  const rows = alarms
    .map(({ kind, subject, detail, hint }) => [
      inert(subject.id),
      `${kinds[kind]}: ${inert(detail)}`,
      whoRuns(runBy(subject.id)),
      inert(hint),
    ])
    .sort((a, b) => a.join().localeCompare(b.join(), 'en'));
  const text = table(['entry', 'what happened', 'what runs it', 'what to do'], rows);
  return foldedSection('Alarms', rows.length, text, false);
}

/** `api (dev, prod)`, by app. */
function whoRuns(runBy: readonly RunBy[]): string {
  const byApp = Map.groupBy(runBy, ({ app }) => app);
  const apps = [...byApp].sort(([a], [b]) => (a < b ? -1 : 1));
  const words = apps.map(
    ([app, places]) =>
      `${inert(app)} (${[...new Set(places.map(({ environment }) => inert(environment)))].sort().join(', ')})`,
  );
  return words.length === 0 ? 'nothing' : list(words);
}
