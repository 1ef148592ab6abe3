import { versionInUrl } from '../definition/format/url.ts';
import { entryOf } from '../problem/entry-of.ts';
import type { Chart } from './chart-model.ts';
import type { CheckedApp, Definitions } from './definitions.ts';

/** The chart of an app, at the version that stands in the repository. */
export function chartOf(app: CheckedApp, definitions: Definitions): Chart {
  const { kind, name } = app.chart;
  const ours = entryOf(definitions.charts, name);
  if (kind === 'first-party' && ours) return ours.chart;
  const entry = entryOf(definitions.upstream, name);
  if (!entry) throw new Error(`chart ${name} was checked to exist`);
  if ('git' in entry) {
    const { git: repository, include = null, ...rest } = entry;
    return { kind: 'git', name, repository, include, ...rest };
  }
  const repository = 'oci' in entry ? entry.oci : entry.repository.replaceAll(versionInUrl, entry.version);
  return {
    kind: 'oci' in entry ? 'oci' : 'repository',
    name,
    repository,
    chart: entry.chart,
    version: entry.version,
  };
}

/** Third-party charts that are given values, by key, wherever their apps run: those whose values have a schema. */
export function chartsWithValues(definitions: Definitions): Chart[] {
  const charts = definitions.apps
    .map((app) => chartOf(app, definitions))
    .filter(({ kind }) => kind !== 'first-party')
    .filter((chart) => chart.kind !== 'git' || chart.type === 'helm');
  return [...new Map(charts.map((chart) => [chart.name, chart])).values()];
}
