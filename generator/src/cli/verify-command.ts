import { join } from 'node:path';
import { diskRepository } from '../edge/disk-repository.ts';
import { obtain } from '../edge/tools/obtain.ts';
import { realPrograms } from '../edge/verify/real-programs.ts';
import { environmentNamed } from '../model/environment-named.ts';
import { modelIn } from '../repository.ts';
import { fenced } from '../text/markdown.ts';
import { paths } from '../tree/paths.ts';
import { type Verification, verify } from '../verify/verify.ts';
import type { Invocation, Report } from './command.ts';
import { folderOption } from './folder-option.ts';
import type { Format } from './format.ts';
import { refuseDrift } from './refuse-drift.ts';
import { annotations, problemsText } from './report-error.ts';
import { publicCatalog, schemaLocations } from './schema-locations.ts';

/** `verify`: renders every app with the real programs and looks at what comes out. */
export async function verifyCommand(invocation: Invocation): Promise<Report> {
  const { root, options, terminal, format } = invocation;
  const progress = (line: string): void => void terminal.stderr.write(`${line}\n`);
  const repository = diskRepository(root);
  await refuseDrift(repository);
  const model = await modelIn(repository);
  const { environment } = options;
  const environments =
    typeof environment === 'string' ? [environmentNamed(environment, model)] : model.environments;
  const helm = await obtain('helm', progress);
  const kubeconform = await obtain('kubeconform', progress);
  const glua = Object.keys(model.healthChecks).length > 0 ? await obtain('glua', progress) : '';
  const given = schemaLocation(invocation);
  const programs = realPrograms({
    helm,
    kubeconform,
    glua,
    charts: folderOption(invocation, 'charts', 'VERIFY_CHARTS'),
    progress,
    schemaLocations: [...schemaLocations(given), ...(given === null ? await publicCatalog() : [])],
  });
  const folders = {
    chart: (path: string) => join(root, path),
    values: (...[app, environment, which]: Parameters<Parameters<typeof verify>[2]['values']>) =>
      join(root, paths.values(app, environment)[which]),
  };
  const verification = await verify(model, environments, folders, programs);
  const incomplete = options.strict === true && !verification.complete;
  const exitCode = verification.problems.length > 0 ? 1 : incomplete ? 2 : 0;
  const last = exitCode === 2 ? incompleteLine(format) : '';
  return { text: `${renderers[format](verification)}${last}`, exitCode };
}

/** Why it ended in 2. JSON says so itself. */
function incompleteLine(format: Format): string {
  const text = 'incomplete: --strict asks for everything, and what is named above could not be looked at';
  if (format === 'json') return '';
  return format === 'github' ? `::error::${text}\n` : `${text}\n`;
}

const renderers: Readonly<Record<Format, (verification: Verification) => string>> = {
  text: (verification) => problemLines(verification) + textOf(verification),
  json: (verification) => `${JSON.stringify({ version: 1, ...verification }, null, 2)}\n`,
  markdown: (verification) => `${fenced('', problemLines(verification) + textOf(verification))}\n`,
  github: (verification) => annotations(verification.problems) + textOf(verification),
};

const problemLines = ({ problems }: Verification): string =>
  problems.length === 0 ? '' : `${problemsText(problems)}\n`;

/** A folder, or a template of names as kubeconform takes it. */
export function schemaLocation(invocation: Invocation): string | null {
  const given = invocation.options['schema-location'] ?? invocation.terminal.env.VERIFY_SCHEMA_LOCATION;
  return typeof given === 'string' && (given.includes('://') || given.includes('{{'))
    ? given
    : folderOption(invocation, 'schema-location', 'VERIFY_SCHEMA_LOCATION');
}

/** One line for each environment; then, last and by name, everything that could not be looked at. */
function textOf({ environments, unreachable, unchecked, schemas }: Verification): string {
  const lines = environments.map(
    ({ name, apps, rendered, objects }) =>
      `${name}: ${rendered} of ${apps} apps rendered, ${objects} objects checked`,
  );
  const missing = unreachable.map(({ chart, why, apps }) => `  ${chart} for ${apps.join(', ')}: ${why}`);
  const kinds = unchecked.map(({ kind, objects }) => `  ${kind}: ${objects}`);
  return [
    ...lines,
    ...(schemas.all > 0
      ? [`third-party charts: ${schemas.compared} of ${schemas.all} schemas compared with the chart`]
      : []),
    ...(missing.length > 0
      ? [`not rendered, because the chart could not be had: ${missing.length}`, ...missing]
      : []),
    ...(kinds.length > 0
      ? [`not checked, because the schema could not be had: ${kinds.length} kinds`, ...kinds]
      : []),
  ]
    .map((line) => `${line}\n`)
    .join('');
}
