import type { PlainObject } from '../definition/plain.ts';
import { count, fenced, list } from '../text/markdown.ts';
import { oneLine, terminalText } from '../text/terminal.ts';
import { mapIn } from '../verify/manifest.ts';
import type { ManagedObject } from './live-application.ts';
import { described, type Standing, type Unwell } from './standing.ts';
import { troubleOf } from './trouble.ts';

/** What an unwell app's objects say, as far as somebody may look at them. */
export interface Inspection {
  readonly troubles: readonly { readonly object: string; readonly says: readonly string[] }[];
  /** Why something could not be looked at. */
  readonly refusals: readonly string[];
}

/** What is wrong with objects as the cluster has them, and which of those that an app should have are not there. */
export function inspect(
  managed: readonly ManagedObject[],
  live: readonly PlainObject[],
  refusals: readonly string[],
): Inspection {
  const found = live.map((object) => {
    const { namespace, name } = mapIn(object.metadata);
    return { object: described(String(object.kind), String(namespace ?? ''), String(name)), value: object };
  });
  const missing = managed
    .filter(({ status, requiresPruning }) => status === 'OutOfSync' && !requiresPruning)
    .map(({ kind, namespace, name }) => described(kind, namespace, name))
    .map((object) => ({ object, says: ['it is not as Git has it, or not there yet'] }));
  const said = found.map(({ object, value }) => ({ object, says: troubleOf(value) }));
  const all = [
    ...said,
    ...missing.filter(
      ({ object }) => !said.some((other) => other.object === object && other.says.length > 0),
    ),
  ];
  return { troubles: all.filter(({ says }) => says.length > 0), refusals };
}

/** What one environment's Argo CD says, with a look at the objects of each unwell app. */
export interface LiveReport {
  readonly environment: string;
  readonly standing: Standing;
  readonly inspections: Readonly<Record<string, Inspection>>;
}

/** For a terminal. */
export const liveText = (report: LiveReport): string => `${terminalText(linesOf(report).join('\n'))}\n`;

/** The same lines in a fence, for a comment or an issue. */
export const liveMarkdown = (report: LiveReport): string => `${fenced('text', linesOf(report).join('\n'))}\n`;

function linesOf({ environment, standing, inspections }: LiveReport): string[] {
  const { root, holding, waiting, aside, apps, well } = standing;
  const about = (unwell: Unwell): string[] => unwellLines(unwell, inspections[unwell.app]);
  return [
    headline(environment, standing),
    ...(root?.says ?? []).map((said) => `  the root ${root?.name}: ${oneLine(said)}`),
    ...holding.flatMap((unwell) => ['', ...about(unwell)]),
    ...waitingLines(waiting),
    ...(aside.length === 0 ? [] : ['', 'Not well either, and nothing waits for it now:']),
    ...aside.flatMap((unwell) => ['', ...about(unwell)]),
    '',
    `${well} of ${count(apps, 'app')} synced and healthy.`,
  ];
}

function headline(environment: string, { root, holding, aside }: Standing): string {
  if (root === null)
    return `${environment}: this Argo CD has no root for it. Is the bootstrap applied there, and is it no sample?`;
  const [first] = holding;
  if (first !== undefined) {
    const names = list(holding.map(({ app }) => app));
    return `${environment}: wave ${first.wave} (${first.layer}) is held by ${names}`;
  }
  return aside.length === 0
    ? `${environment}: nothing holds it, and every app is well`
    : `${environment}: nothing holds it; ${list(aside.map(({ app }) => app))} of the last layer not well`;
}

function unwellLines(
  { app, wave, layer, why, results }: Unwell,
  inspection: Inspection | undefined,
): string[] {
  const { troubles, refusals } = inspection ?? { troubles: [], refusals: [] };
  return [
    `${app} (${layer}, wave ${wave})`,
    ...why.map((said) => `  ${oneLine(said)}`),
    ...results.map(({ object, message }) => `  ${object}: ${oneLine(message)}`),
    ...troubles.flatMap(({ object, says }) => says.map((said) => `  ${object}: ${oneLine(said)}`)),
    ...refusals.map((refusal) => `  kubectl could not show everything: ${oneLine(refusal)}`),
  ];
}

/** One line for each wave that waits: those that need what holds first, and how many only come later. */
function waitingLines(waiting: Standing['waiting']): string[] {
  if (waiting.length === 0) return [];
  const waves = [...Map.groupBy(waiting, ({ wave }) => wave)];
  return [
    '',
    `Behind it ${waiting.length === 1 ? 'waits' : 'wait'} ${count(waiting.length, 'app')}; those that need it are marked with *.`,
    ...waves.map(([wave, apps]) => {
      const names = apps.map(({ app, needs }) => (needs.length > 0 ? `${app}*` : app));
      return `  wave ${wave}: ${names.join(', ')}`;
    }),
  ];
}
