import { posix } from 'node:path';
import { diskRepository } from '../edge/disk-repository.ts';
import { withLock } from '../edge/lock.ts';
import { generate } from '../generate.ts';
import { hasDrift, type Outcome, type Share } from '../outcome.ts';
import type { Invocation, Report } from './command.ts';
import type { Format } from './format.ts';

/** `generate`: one line for each environment, or under `--check` the list of what differs. */
export async function generateCommand({ root, format, options }: Invocation): Promise<Report> {
  const repository = diskRepository(root);
  const check = options.check === true;
  const environment = typeof options.environment === 'string' ? options.environment : undefined;
  const work = (): Promise<Outcome> =>
    generate(repository, { check, ...(environment !== undefined && { environment }) });
  const outcome = await (check ? work() : withLock(repository.root, work));
  return { text: renderers[format](outcome), exitCode: hasDrift(outcome) ? 1 : 0 };
}

/** `check`: `generate --check`, as a command whose flags npm cannot keep to itself. */
export const checkCommand = (invocation: Invocation): Promise<Report> =>
  generateCommand({ ...invocation, options: { ...invocation.options, check: true } });

const renderers: Readonly<Record<Format, (outcome: Outcome) => string>> = {
  text,
  json: (outcome) => `${JSON.stringify({ version: 1, ...outcome }, null, 2)}\n`,
  markdown,
  github: (outcome) =>
    `${drift(outcome)
      .map((path) => `::error file=${path}::differs from what is generated\n`)
      .join('')}${text(outcome)}`,
};

const plural = (n: number, noun: string): string => `${n} ${noun}${n === 1 ? '' : 's'}`;

/** `prod: 44 apps in 9 waves, 91 files: 1 created, 2 updated, 0 deleted` */
function lineOf({ check }: Outcome, share: Share): string {
  const what =
    share.environment === null ? '' : `${plural(share.apps, 'app')} in ${plural(share.waves, 'wave')}, `;
  const verbs = check ? ['missing', 'different', 'left over'] : ['created', 'updated', 'deleted'];
  const numbers = [share.created, share.updated, share.deleted].map(
    (list, i) => `${list.length} ${verbs[i]}`,
  );
  return `${share.environment ?? 'shared'}: ${what}${plural(share.files, 'file')}: ${numbers.join(', ')}`;
}

function text(outcome: Outcome): string {
  const differing = outcome.check
    ? outcome.shares.flatMap((share) => [
        ...share.created.map((path) => `missing    ${path}`),
        ...share.updated.map((path) => `different  ${path}`),
        ...share.deleted.map((path) => `left over  ${path}`),
      ])
    : [];
  const advice = differing.length > 0 ? ['drift: run npm run generate and commit what it writes'] : [];
  return [
    ...differing,
    ...outcome.shares.map((share) => lineOf(outcome, share)),
    ...outcome.notes.map((note) => `note: ${note}`),
    ...advice,
    ...(outcome.check ? [] : nextSteps(outcome)),
  ]
    .map((line) => `${line}\n`)
    .join('');
}

/** What a person does with what was written; nothing where nothing was. */
function nextSteps(outcome: Outcome): string[] {
  const created = outcome.shares.flatMap((share) => share.created);
  const changed = outcome.shares.some(({ updated, deleted }) => updated.length + deleted.length > 0);
  if (created.length === 0 && !changed) return [];
  const roots = created
    .filter((path) => /\/bootstrap\/[^/]+\/root\.yaml$/.test(path))
    .map((path) => posix.dirname(path));
  return [
    'next: npm run verify; read git diff; commit it together with what you changed, and push',
    ...roots.map(
      (folder) =>
        `then, once, in its Argo CD: kubectl apply --server-side -f ${folder}/project.yaml -f ${folder}/root.yaml`,
    ),
  ];
}

function markdown(outcome: Outcome): string {
  const rows = outcome.shares.map(
    ({ environment, apps, waves, files, created, updated, deleted }) =>
      `| ${environment ?? 'shared'} | ${apps} | ${waves} | ${files} | ${created.length} | ${updated.length} | ${deleted.length} |\n`,
  );
  const head =
    '| environment | apps | waves | files | created | updated | deleted |\n| --- | --- | --- | --- | --- | --- | --- |\n';
  const list = outcome.check ? drift(outcome).map((path) => `- \`${path}\`\n`) : [];
  return `${head}${rows.join('')}${list.length > 0 ? `\n${list.join('')}` : ''}`;
}

const drift = ({ shares }: Outcome): string[] =>
  shares.flatMap(({ created, updated, deleted }) => [...created, ...updated, ...deleted]);
