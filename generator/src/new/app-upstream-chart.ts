import { parse } from 'yaml';
import type { PlainObject } from '../definition/plain.ts';
import type { UpstreamShape } from '../definition/shape/upstream-shape.ts';
import { type Problem, problem } from '../problem/problem.ts';
import { schemaText } from '../upstream/schema-text.ts';
import type { ChartPart } from './chart-part.ts';
import { scalar, type WantedImage } from './new-image.ts';
import { type Answers, answer, type RepositoryState } from './question.ts';
import { literal, quoted } from './source-text.ts';
import { type SettingExample, settingsFor } from './upstream-settings.ts';

/**
 * A third-party chart: one that is listed already, or a new entry with the schema of its values. `derived` is that
 * schema; null where the chart could not be had.
 */
export function upstreamChart(
  answers: Answers,
  { model, written }: RepositoryState,
  derived: PlainObject | null,
  image: WantedImage | null,
  problems: Problem[],
): ChartPart {
  const key = answer(answers, 'chart-key');
  const listed = model.upstream.find(({ name }) => name === key);
  if (fromGit(key, written.upstream.text)) {
    const what = `"${key}" comes from a folder in git, which nobody can guess the values of`;
    const hint = 'write the app by hand: copy a neighbor that is made like it';
    problems.push(problem('bad-shape', { file: written.upstream.file, path: `charts.${key}` }, what, hint));
  }
  const entry = entryOf(answers, listed !== undefined, problems);
  const schema = listed?.schema?.schema ?? derived;
  const settings = settingsFor(image?.key ?? null, Number(answer(answers, 'user')), schema);
  const file = `schemas/upstream/${key}.schema.json`;
  const text = listed?.schema || derived === null ? null : schemaText(derived);
  return {
    files: text === null ? {} : { [file]: text },
    upstream: entry,
    definition: definitionOf(settings, image),
    written: (before) =>
      text === null
        ? before
        : { ...before, upstreamSchemas: { ...before.upstreamSchemas, [key]: { file, text } } },
  };
}

function fromGit(key: string, text: string): boolean {
  const { charts } = parse(text) as UpstreamShape;
  const entry = charts[key];
  return entry !== undefined && 'git' in entry;
}

/** Lines of the entry in `charts/upstream.yaml`; null where the chart is there already. */
function entryOf(answers: Answers, isListed: boolean, problems: Problem[]): string[] | null {
  const key = answer(answers, 'chart-key');
  const url = answer(answers, 'repository');
  const version = answer(answers, 'chart-version');
  const location = { file: 'charts/upstream.yaml', path: `charts.${key}` };
  if (isListed) {
    if (url !== '' || version !== '') {
      const hint = 'leave out --repository and --chart-version, or take another --chart-key';
      problems.push(problem('duplicate-name', location, `there is a chart "${key}" already`, hint));
    }
    return null;
  }
  for (const [flag, value] of Object.entries({ repository: url, 'chart-version': version })) {
    if (value === '')
      problems.push(
        problem('unknown-name', location, `there is no chart "${key}"`, `a new one needs --${flag}`),
      );
  }
  const from = url.startsWith('oci://')
    ? `oci: ${scalar(url.slice('oci://'.length).replace(/\/$/, ''))}`
    : `repository: ${scalar(url)}`;
  const lines = [from, `chart: ${scalar(answer(answers, 'chart-name'))}`, `version: ${scalar(version)}`];
  return [`${key}:`, ...lines.map((line) => `  ${line}`)];
}

function definitionOf(settings: readonly SettingExample[], image: WantedImage | null): string {
  if (settings.length === 0) return '  values: (): Values => ({}),\n';
  const takes = [
    ...(image === null ? [] : ['image']),
    ...(settings.some(({ key }) => key === 'imagePullSecrets') ? ['imagePullSecrets'] : []),
  ];
  const expression = settings.find(({ key }) => key === 'image')?.value;
  const parts =
    isExpression(expression) && expression.expression.includes('registry')
      ? 'registry, path, tagAndDigest'
      : 'repository, tagAndDigest';
  const unpacked = image === null ? '' : `    const { ${parts} } = image(${quoted(image.key)});\n`;
  const lines = settings.map(
    (setting) => `      ${setting.key === 'imagePullSecrets' ? setting.key : lineOf(setting)},\n`,
  );
  return `  values: (${takes.length === 0 ? '' : `{ ${takes.join(', ')} }`}): Values => {\n${unpacked}    return {\n${lines.join('')}    };\n  },\n`;
}

const lineOf = ({ key, value }: SettingExample): string =>
  `${key}: ${isExpression(value) ? value.expression : literal(value, '      ', key.length + 2)}`;

const isExpression = (value: unknown): value is { readonly expression: string } =>
  typeof value === 'object' && value !== null && 'expression' in value;
