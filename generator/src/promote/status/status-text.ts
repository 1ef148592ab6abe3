import { code, count, inert, sections, table } from '../../text/markdown.ts';
import { oneLine, terminalText } from '../../text/terminal.ts';
import { later, short } from '../describe/words.ts';
import { reasons } from '../plan/promotion-plan.ts';
import { durationText } from '../plan/soak.ts';
import type { AppStatus, EnvironmentStatus } from './status.ts';
import type { Unpromoted } from './unpromoted.ts';

/** One table: apps down, environments across; below it, what a person should know. Markdown. */
export function statusMarkdown(environments: readonly EnvironmentStatus[]): string {
  const apps = [
    ...new Set(environments.flatMap((environment) => environment.apps.map(({ app }) => app))),
  ].sort();
  const rows = apps.map((app) => [app, ...environments.map((environment) => cell(environment, app, code))]);
  const notes = environments.flatMap((status) => remarks(status, inert)).map((line) => `- ${line}`);
  return sections(
    table(['app', ...environments.map(({ name }) => name)], rows),
    [...notes, ...asOf(environments).map((line) => `- ${line}`)].join('\n'),
  );
}

/** The same for a terminal. */
export function statusText(environments: readonly EnvironmentStatus[]): string {
  const apps = [
    ...new Set(environments.flatMap((environment) => environment.apps.map(({ app }) => app))),
  ].sort();
  const plain = (text: string): string => text;
  const rows = [
    ['', ...environments.map(({ name }) => name)],
    ...apps.map((app) => [app, ...environments.map((environment) => cell(environment, app, plain))]),
  ];
  const widths = rows[0]?.map((_, i) => Math.max(...rows.map((row) => row[i]?.length ?? 0))) ?? [];
  const lines = rows.map((row) =>
    row
      .map((text, i) => text.padEnd(widths[i] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  const notes = [...environments.flatMap((status) => remarks(status, oneLine)), ...asOf(environments)];
  const bare = notes.map((line) => line.replaceAll(/\*\*|`/g, ''));
  return terminalText([...lines, '', ...bare].map((line) => `${line}\n`).join(''));
}

/** What is checked out may be another commit. */
const asOf = ([first]: readonly EnvironmentStatus[]): string[] =>
  first === undefined ? [] : [`as of ${code(short(first.asOf))}, the newest commit of the main branch here`];

function cell({ apps }: EnvironmentStatus, app: string, mark: (text: string) => string): string {
  const found = apps.find((status) => status.app === app);
  if (!found) return '–';
  return [
    found.version,
    mark(short(found.commit).slice(0, 7)),
    durationText(found.age),
    ...(found.behind > 0 ? [`${found.behind} behind`] : []),
    ...(found.hold ? ['held'] : []),
  ].join(' ');
}

/** `show` writes what somebody typed. */
function remarks(status: EnvironmentStatus, show: (text: string) => string): string[] {
  const {
    name,
    follows,
    revision,
    upstream,
    apps,
    unpromoted,
    promotable,
    lacking,
    emergencies,
    drift,
    pullRequests,
  } = status;
  const what =
    follows !== null
      ? `follows ${code(follows)}`
      : revision !== null
        ? `is pinned to ${code(short(revision))}`
        : 'was never released';
  return [
    `**${name}** ${what}${upstream === null ? '' : `; ${difference(apps, upstream)}`}`,
    ...apps.flatMap(({ app, hold }) =>
      hold ? [`${name}: ${app} is on hold until ${hold.until}: ${show(hold.reason)}`] : [],
    ),
    ...(unpromoted.length === 0
      ? []
      : [`${name}: not promoted yet: ${unpromoted.map(unpromotedText).join(', ')}`]),
    ...(promotable === null || promotable.apps.length === 0
      ? []
      : [`${name}: can be promoted now: ${promotable.apps.join(', ')}`]),
    ...(promotable === null || promotable.carried.length === 0
      ? []
      : [
          `${name}: can be carried to ${later(promotable.carried)} now: ${promotable.carried.map(({ app }) => app).join(', ')}`,
        ]),
    ...(promotable?.deferred ?? []).map(
      ({ app, reason, detail }) => `${name}: ${app} is not promoted: ${reasons[reason]}: ${show(detail)}`,
    ),
    ...lacking.map(
      ({ commit, subject }) =>
        `${name} runs what the main branch does not have: ${code(short(commit))} ${show(subject)}`,
    ),
    ...emergencies.map(
      ({ reason, since, apps: urgent }) =>
        `${name}: ${urgent.join(', ')}: emergency since ${since}, the soak was skipped: ${show(reason)}`,
    ),
    ...(drift ? [`${name}: its generated tree is out of date: npm run generate`] : []),
    ...pullRequests.map(({ url, title }) => `${name}: open pull request: ${show(title)} ${url}`),
  ];
}

const unpromotedText = ({ app, version, changes }: Unpromoted): string =>
  `${app} (${[version, ...changes].join('; ')})`;

function difference(apps: readonly AppStatus[], upstream: string): string {
  const by = (reason: AppStatus['differs'][number]): number =>
    apps.filter(({ differs }) => differs.includes(reason)).length;
  const [pins, settings] = [by('pin'), by('settings')];
  if (pins + settings === 0) return `nothing differs from ${upstream}`;
  return `against ${upstream}, ${count(pins, 'app')} by pin and ${count(settings, 'app')} by settings`;
}
