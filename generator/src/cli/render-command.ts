import { diskRepository } from '../edge/disk-repository.ts';
import { applicationFilesIn } from '../edge/render/application-files.ts';
import { commitTrees } from '../edge/render/commit-trees.ts';
import { diffTexts } from '../edge/render/diff-texts.ts';
import { environmentNamed } from '../model/environment-named.ts';
import { UsageError } from '../problem/errors.ts';
import { didYouMean } from '../problem/nearest.ts';
import { renderData, renderText } from '../render/describe-render.ts';
import type { RenderedApplication } from '../render/render-application.ts';
import { modelIn } from '../repository.ts';
import { fenced } from '../text/markdown.ts';
import type { Invocation, Report } from './command.ts';
import type { Format } from './format.ts';
import { refuseDrift } from './refuse-drift.ts';
import { type ChosenApplications, renderer } from './renderer.ts';

/** `render`: the manifests that Argo CD applies, or how they differ from those of another commit. */
export async function renderCommand(invocation: Invocation): Promise<Report> {
  const { options, arguments: words, format } = invocation;
  const [name, ...apps] = words;
  if (name === undefined) throw new UsageError('which environment? npm run render -- ENV [APP…]');
  const repository = diskRepository(invocation.root);
  await refuseDrift(repository);
  const model = await modelIn(repository);
  const environment = environmentNamed(name, model);
  const trees = commitTrees(repository.root);
  try {
    const commit = againstOf(options, () => trees.tip(model.platform.branch));
    const here = filesOf(repository.root, name, apps);
    const there = commit === null ? null : filesOf(trees.at(commit), name, apps);
    refuseUnknown(apps, [here, ...(there ? [there] : [])], name);
    const render = renderer(invocation, model, environment, trees);
    const after = await render(here);
    const before = there === null ? null : await render(there);
    const missing = [...after, ...(before ?? [])].flatMap(({ app, unreachable }) =>
      unreachable.map((why) => `not rendered: ${app}, because the chart could not be had: ${why}\n`),
    );
    for (const line of new Set(missing)) invocation.terminal.stderr.write(line);
    return {
      text: before === null ? whole(after, format) : await difference(before, after, format),
      exitCode: missing.length > 0 ? 2 : 0,
    };
  } finally {
    trees.close();
  }
}

/** The Applications of an environment in one tree. */
interface Side extends ChosenApplications {
  readonly all: readonly string[];
}

function filesOf(folder: string, environment: string, apps: readonly string[]): Side {
  const files = applicationFilesIn(folder, environment);
  const chosen = files.filter(({ app }) => apps.length === 0 || apps.includes(app));
  return { folder, all: files.map(({ app }) => app), chosen };
}

/** `--against COMMIT`; with `--diff` alone the main branch's. */
function againstOf(options: Invocation['options'], tipOfMain: () => string): string | null {
  if (typeof options.against === 'string') return options.against;
  return options.diff === true ? tipOfMain() : null;
}

function refuseUnknown(apps: readonly string[], sides: readonly Side[], environment: string): void {
  const known = new Set(sides.flatMap(({ all }) => all));
  const unknown = apps.filter((app) => !known.has(app));
  if (unknown.length === 0) return;
  const lines = unknown.map((app) => `${environment} has no app "${app}": ${didYouMean(app, known)}`);
  throw new UsageError(lines.join('\n'));
}

function whole(apps: readonly RenderedApplication[], format: Format): string {
  if (format === 'json') return `${JSON.stringify({ version: 1, apps: renderData(apps) }, null, 2)}\n`;
  return format === 'markdown' ? `${fenced('yaml', renderText(apps))}\n` : renderText(apps);
}

async function difference(
  before: readonly RenderedApplication[],
  after: readonly RenderedApplication[],
  format: Format,
): Promise<string> {
  const texts = (apps: readonly RenderedApplication[]) =>
    new Map(apps.map((app) => [`${app.app}.yaml`, renderText([app])]));
  const diff = diffTexts({ names: ['before', 'after'], before: texts(before), after: texts(after) });
  if (format === 'json') return `${JSON.stringify({ version: 1, diff }, null, 2)}\n`;
  if (diff === '') return 'no manifest differs\n';
  return format === 'markdown' ? `${fenced('diff', diff)}\n` : diff;
}
