import type { Chart } from '../model/chart-model.ts';
import type { AppModel, EnvironmentModel } from '../model/model.ts';
import { type Problem, problem, shownIn } from '../problem/problem.ts';
import { type Manifest, manifestsOf } from './manifest.ts';
import type { Programs, Rendered } from './programs.ts';

/** One app of one environment, as the real programs render it. */
export interface RenderedApp {
  readonly environment: EnvironmentModel;
  readonly app: AppModel;
  /** Text of each of its sources. */
  readonly texts: readonly string[];
  readonly manifests: readonly Manifest[];
}

/** What came of rendering one app. */
export type RenderOutcome =
  | { readonly kind: 'rendered'; readonly value: RenderedApp }
  | {
      readonly kind: 'unreachable';
      readonly environment: string;
      readonly app: string;
      readonly chart: string;
      readonly why: string;
    }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] };

/** Where the companion chart of this repository lies, and the file of an app's values for it. */
export interface Folders {
  chart(path: string): string;
  values(app: AppModel, environment: EnvironmentModel, which: 'values' | 'companion'): string;
}

/** Renders every source of an app, twice: what differs between two renders would never be in sync. */
export async function renderApp(
  app: AppModel,
  environment: EnvironmentModel,
  companion: Chart | null,
  folders: Folders,
  programs: Programs,
): Promise<RenderOutcome> {
  const located =
    app.chart.kind === 'first-party'
      ? { path: folders.chart(app.chart.path) }
      : await programs.locate(app.chart);
  if ('why' in located) {
    return {
      kind: 'unreachable',
      environment: environment.name,
      app: app.name,
      chart: app.chart.name,
      why: located.why,
    };
  }
  const render = async (): Promise<Rendered[]> => {
    const own = await renderChart(app, environment, located.path, folders, programs);
    if (app.companion === null || companion?.kind !== 'first-party') return [own];
    const chart = folders.chart(companion.path);
    return [
      own,
      await renderHelm(app, environment, chart, folders.values(app, environment, 'companion'), programs),
    ];
  };
  const [first, second] = [await render(), await render()];
  const failures = first.flatMap((result) =>
    result.ok ? [] : [renderProblem(app, environment, result.message)],
  );
  if (failures.length > 0) return { kind: 'refused', problems: failures };
  const texts = first.flatMap((result) => (result.ok ? [result.text] : []));
  if (texts.some((text, i) => !second[i]?.ok || second[i].text !== text)) {
    const message = `"${app.name}": two renders of ${app.chart.name} differ`;
    const hint = 'random values would be out of sync forever; find the value that switches them off';
    return {
      kind: 'refused',
      problems: [shownIn(environment.name, problem('unstable-render', app.location, message, hint))],
    };
  }
  return { kind: 'rendered', value: { environment, app, texts, manifests: texts.flatMap(manifestsOf) } };
}

function renderChart(
  app: AppModel,
  environment: EnvironmentModel,
  path: string,
  folders: Folders,
  programs: Programs,
): Promise<Rendered> {
  if (app.chart.kind === 'git' && app.chart.type !== 'helm')
    return programs.readFolder(path, app.chart.include);
  return renderHelm(app, environment, path, folders.values(app, environment, 'values'), programs);
}

function renderHelm(
  app: AppModel,
  { destination }: EnvironmentModel,
  chart: string,
  values: string,
  programs: Programs,
): Promise<Rendered> {
  const { kubernetesVersion } = destination;
  return programs.render({ chart, release: app.name, namespace: app.namespace, values, kubernetesVersion });
}

function renderProblem(app: AppModel, environment: EnvironmentModel, message: string): Problem {
  const gist = message
    .replace(/^Error: /, '')
    .replace(/\n\nUse --debug flag.*/s, '')
    .trim();
  return shownIn(environment.name, problem('render-failed', app.location, `"${app.name}": ${gist}`));
}
