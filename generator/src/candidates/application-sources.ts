import type { GitChart, RemoteChart } from '../model/chart-model.ts';
import type { AppModel, EnvironmentModel, Model } from '../model/model.ts';
import { paths } from '../tree/paths.ts';
import { argocd, revisionPlaceholder } from './resource-names.ts';

type SourceFields = Readonly<Record<string, unknown>>;

/** `source` of an app that comes from one place, `sources` of one that needs our values or our companion chart. */
export function sourcesOf(
  app: AppModel,
  environment: EnvironmentModel,
  { platform, companion }: Model,
): SourceFields {
  const { chart } = app;
  const files = paths.values(app, environment);
  const ours = { repoURL: platform.repository, targetRevision: revisionPlaceholder };
  if (chart.kind === 'first-party') {
    const helm = { releaseName: app.name, valueFiles: [`/${files.values}`] };
    return { source: { ...ours, path: chart.path, helm } };
  }
  const sources: SourceFields[] = [
    chart.kind === 'git' ? gitSource(chart, app.name, files) : chartSource(chart, app.name, files),
  ];
  if (app.values !== null) sources.push({ ...ours, ref: 'values' });
  if (app.companion !== null && companion !== null) {
    const helm = { releaseName: `${app.name}-companion`, valueFiles: [`/${files.companion}`] };
    sources.push({ ...ours, path: companion.path, helm });
  }
  return sources.length === 1 ? { source: sources[0] } : { sources };
}

/**
 * The paths of this repository that an app is rendered from: a commit that touches none of them costs it nothing.
 * Derived from the same data as the sources, because a path that is forgotten is a change that never arrives.
 */
export function manifestPaths(
  app: AppModel,
  environment: EnvironmentModel,
  model: Model,
): Record<string, string> {
  const files = paths.values(app, environment);
  const all = [
    ...(app.chart.kind === 'first-party' ? app.chart.closure : []),
    ...(app.companion === null ? [] : (model.companion?.closure ?? [])),
    ...(app.values === null ? [] : [files.values]),
    ...(app.companion === null ? [] : [files.companion]),
  ];
  return all.length === 0 ? {} : { [argocd.manifestPaths]: all.map((path) => `/${path}`).join(';') };
}

type ValuesFiles = ReturnType<typeof paths.values>;

/** Definitions come from the crds layer alone; a chart that brought its own would fight with it. */
function helmOf(release: string, files: ValuesFiles): SourceFields {
  return { releaseName: release, skipCrds: true, skipTests: true, valueFiles: [`$values/${files.values}`] };
}

function chartSource(chart: RemoteChart, release: string, files: ValuesFiles): SourceFields {
  const { repository, chart: name, version } = chart;
  return { repoURL: repository, chart: name, targetRevision: version, helm: helmOf(release, files) };
}

function gitSource(chart: GitChart, release: string, files: ValuesFiles): SourceFields {
  const at = { repoURL: chart.repository, targetRevision: chart.revision, path: chart.path };
  switch (chart.type) {
    case 'helm':
      return { ...at, helm: helmOf(release, files) };
    case 'kustomize':
      return { ...at, kustomize: { commonAnnotations: keepsDefinitions } };
    case 'directory':
      return { ...at, ...(chart.include !== null && { directory: { include: chart.include } }) };
  }
}

/** Pruning a definition deletes every object of its kind. */
const keepsDefinitions = { [argocd.syncOptions]: 'Prune=false', [argocd.compareOptions]: 'IgnoreExtraneous' };
