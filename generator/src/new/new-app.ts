import type { Layer } from '../definition/layer.ts';
import { resolve } from '../model/resolve.ts';
import type { Written } from '../model/written.ts';
import { gathering, type Problem, problem, type Result } from '../problem/problem.ts';
import { insertEntry } from '../text/insert-entry.ts';
import { type Needed, neededApps } from './app-needs.ts';
import { ownChart, serviceChart } from './app-own-chart.ts';
import { appSource } from './app-source.ts';
import { upstreamChart } from './app-upstream-chart.ts';
import type { ChartPart } from './chart-part.ts';
import { importsIn, insertApp } from './insert-app.ts';
import { type WantedImage, wantedImage } from './new-image.ts';
import { type LookedAtChart, newPolicy } from './new-policy.ts';
import type { Edit, NewFiles } from './planned-files.ts';
import { type Answers, answer, type RepositoryState } from './question.ts';
import { identifier } from './source-text.ts';

const index = 'apps/index.ts';

/** Everything about a new app: its definition, its chart, and its lines in the files that list apps and versions. */
export function planApp(
  answers: Answers,
  state: RepositoryState,
  indexText: string,
  chart: LookedAtChart | null,
): Result<NewFiles> {
  const name = answer(answers, 'name');
  const layer = answer(answers, 'layer') as Layer;
  const file = `apps/${layer}/${name}.ts`;
  const { problems, take, result } = gathering();
  const needs = take(neededApps(answers, state, indexText, file)) ?? [];
  const given = answer(answers, 'image') || answer(answers, 'chart-image');
  const own = answer(answers, 'chart') === 'first-party';
  const policyFor = (tag: string) => newPolicy(tag, answer(answers, 'chart-key'), own ? null : chart);
  const image = given === '' ? null : (take(wantedImage(given, name, state, policyFor)) ?? null);
  const part =
    take(own ? ownChart(answers, image) : upstreamChart(answers, state, chart?.schema ?? null, image)) ??
    noChart;
  const constant = identifier(name, 'App', importsIn(indexText).keys());
  const listed = insertApp(indexText, { identifier: constant, layer, file: name });
  if (listed === null) problems.push(unlisted(constant));
  // What was found wrong with an entry would only be said again by the file that holds it.
  const edits = problems.length > 0 ? new Map<string, Edit>() : editsOf(state.written, part, image);
  problems.push(...check(answers, state, { part, edits, image, needs, file }));
  const source = appSource(answers, {
    constant,
    needs,
    image: image?.key ?? null,
    definition: part.definition,
  });
  return result({
    create: new Map([[file, source], ...Object.entries(part.files)]),
    edit: new Map([...edits, [index, { before: indexText, after: listed ?? indexText }]]),
  });
}

/** Stands in for a chart that something is wrong with, so that the rest is checked all the same. */
const noChart: ChartPart = { files: {}, upstream: null, definition: '', written: (before) => before };

function unlisted(constant: string): Problem {
  const hint = `keep one name on each line between "= [" and "];", or add ${constant} by hand`;
  return problem(
    'bad-shape',
    { file: index, path: 'apps' },
    'its list of apps cannot be found in the text',
    hint,
  );
}

function editsOf(written: Written, part: ChartPart, image: WantedImage | null): ReadonlyMap<string, Edit> {
  const edits = new Map<string, Edit>();
  const add = ({ file, text }: Written['images'], map: string, lines: readonly string[]): void => {
    const key = lines[0]?.replace(/:$/, '') ?? '';
    edits.set(file, { before: text, after: insertEntry(text, map, key, lines) });
  };
  if (image?.entry) add(written.images, 'images', image.entry);
  if (part.upstream) add(written.upstream, 'charts', part.upstream);
  return edits;
}

interface Planned {
  readonly part: ChartPart;
  readonly edits: ReadonlyMap<string, Edit>;
  readonly image: WantedImage | null;
  readonly needs: readonly Needed[];
  readonly file: string;
}

/** Resolves the repository as it would be, but for the values: their code is text until it is written. */
function check(
  answers: Answers,
  { written }: RepositoryState,
  { part, edits, image, needs, file }: Planned,
): Problem[] {
  const definition = {
    name: answer(answers, 'name'),
    description: answer(answers, 'description'),
    layer: answer(answers, 'layer'),
    namespace: answer(answers, 'namespace'),
    chart: { kind: answer(answers, 'chart'), name: answer(answers, 'chart-key') || serviceChart },
    ...(image && edits.size > 0 && { images: [image.key] }),
    dependsOn: needs.map(({ app }) => app),
    uses: answers.uses ?? [],
  };
  const app = { kind: 'app' as const, name: definition.name, definition, site: undefined };
  const text = (source: Written['images']) => ({
    ...source,
    text: edits.get(source.file)?.after ?? source.text,
  });
  const result = resolve({
    ...part.written(written),
    apps: [...written.apps, app],
    images: text(written.images),
    upstream: text(written.upstream),
  });
  const found = result.ok ? [] : result.problems.filter(({ code }) => code !== 'bad-values');
  // What follows from two apps of one name says nothing about this one.
  const twice = found.filter(({ code }) => code === 'duplicate-name');
  return (twice.length > 0 ? twice : found).map((one) =>
    one.location.file === index ? { ...one, location: { ...one.location, file } } : one,
  );
}
