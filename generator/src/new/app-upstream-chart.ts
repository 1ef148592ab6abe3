import { parse } from 'yaml';
import type { PlainObject } from '../definition/plain.ts';
import type { UpstreamShape } from '../definition/shape/upstream-shape.ts';
import type { TextFile } from '../model/written.ts';
import {
  failure,
  type Problem,
  problem,
  type Result,
  type SourceLocation,
  success,
} from '../problem/problem.ts';
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
): Result<ChartPart> {
  const key = answer(answers, 'chart-key');
  const listed = model.upstream.find(({ name }) => name === key);
  const problems = [
    ...folderInGit(key, written.upstream),
    ...(listed === undefined ? incomplete(answers) : listedAlready(answers)),
  ];
  if (problems.length > 0) return failure(problems);
  const schema = listed?.schema?.schema ?? derived;
  const settings = settingsFor(image?.key ?? null, Number(answer(answers, 'user')), schema);
  const file = `schemas/upstream/${key}.schema.json`;
  const text = listed?.schema || derived === null ? null : schemaText(derived);
  return success({
    files: text === null ? {} : { [file]: text },
    upstream: listed === undefined ? entryOf(answers) : null,
    definition: definitionOf(settings, image),
    written: (before) =>
      text === null
        ? before
        : { ...before, upstreamSchemas: { ...before.upstreamSchemas, [key]: { file, text } } },
  });
}

function folderInGit(key: string, { file, text }: TextFile): Problem[] {
  const { charts } = parse(text) as UpstreamShape;
  const entry = Object.hasOwn(charts, key) ? charts[key] : undefined;
  if (entry === undefined || !('git' in entry)) return [];
  const what = `"${key}" comes from a folder in Git, whose values nobody can guess`;
  const hint = 'write the app by hand: copy a similar app';
  return [problem('bad-shape', { file, path: `charts.${key}` }, what, hint)];
}

const locationOf = (answers: Answers): SourceLocation => ({
  file: 'charts/upstream.yaml',
  path: `charts.${answer(answers, 'chart-key')}`,
});

/** Flags that a chart needs which is not listed yet. */
function incomplete(answers: Answers): Problem[] {
  const what = `there is no chart "${answer(answers, 'chart-key')}"`;
  return ['repository', 'chart-version']
    .filter((flag) => answer(answers, flag) === '')
    .map((flag) => problem('unknown-name', locationOf(answers), what, `a new one needs --${flag}`));
}

/** Flags that would say something else of a chart than its entry. */
function listedAlready(answers: Answers): Problem[] {
  if (answer(answers, 'repository') === '' && answer(answers, 'chart-version') === '') return [];
  const what = `there is a chart "${answer(answers, 'chart-key')}" already`;
  const hint = 'leave out --repository and --chart-version, or take another --chart-key';
  return [problem('duplicate-name', locationOf(answers), what, hint)];
}

/** Lines of a new entry in `charts/upstream.yaml`. */
function entryOf(answers: Answers): string[] {
  const url = answer(answers, 'repository');
  const from = url.startsWith('oci://')
    ? `oci: ${scalar(url.slice('oci://'.length).replace(/\/$/, ''))}`
    : `repository: ${scalar(url)}`;
  const name = scalar(answer(answers, 'chart-name'));
  const version = scalar(answer(answers, 'chart-version'));
  const lines = [from, `chart: ${name}`, `version: ${version}`];
  return [`${answer(answers, 'chart-key')}:`, ...lines.map((line) => `  ${line}`)];
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
