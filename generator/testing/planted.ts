import { obtain } from '../src/edge/tools/obtain.ts';
import { realPrograms } from '../src/edge/verify/real-programs.ts';
import { checks } from '../src/verify/checks/all.ts';
import { clustersOf } from '../src/verify/cluster.ts';
import { manifestsOf } from '../src/verify/manifest.ts';
import { type RenderedApp, renderApp } from '../src/verify/rendered.ts';
import { temporaryFolder } from './folder.ts';
import { sampleModel } from './platform.ts';
import { writtenTree } from './verified.ts';

/** A platform as it is rendered for one sample environment, and what `verify` says where something is planted in it. */
export interface PlantedPlatform {
  readonly apps: readonly RenderedApp[];
  /** Codes of what is said beyond what is said without it, where these objects stand among those of an app. */
  codesWith(app: RenderedApp, objects: string): string[];
}

/** The apps of this repository whose charts are ours, in the sample environment of that name. */
export async function plantedPlatform(name: string): Promise<PlantedPlatform> {
  const model = await sampleModel();
  const environment = model.environments.find((sample) => sample.name === name);
  if (environment === undefined) throw new Error(`there is no sample environment ${name}`);
  const folders = writtenTree({ ...model, environments: [environment] }, temporaryFolder());
  const helm = await obtain('helm', () => undefined);
  const programs = realPrograms({
    helm,
    kubeconform: '',
    glua: '',
    charts: null,
    schemaLocations: [],
    progress: () => undefined,
  });
  const own = environment.apps.filter(({ chart }) => chart.kind === 'first-party');
  const outcomes = await programs.inParallel(own, (app) =>
    renderApp(app, environment, model.companion, folders, programs),
  );
  const apps = outcomes.flatMap((outcome) => (outcome.kind === 'rendered' ? [outcome.value] : []));
  const { platform, contracts, healthChecks } = model;
  const said = (all: readonly RenderedApp[]): Map<string, string> => {
    const context = { all, clusters: clustersOf(all), platform, contracts, healthChecks };
    const findings = all.flatMap((app) => checks.flatMap((check) => check(app, context)));
    return new Map(
      findings.map(({ code, rendered, manifest, message }) => [
        [code, rendered.app.name, manifest?.kind, manifest?.name, message].join(' '),
        code,
      ]),
    );
  };
  const before = said(apps);
  return {
    apps,
    codesWith: (app, objects) => {
      const planted = { ...app, manifests: [...app.manifests, ...manifestsOf(objects)] };
      const after = said(apps.map((one) => (one === app ? planted : one)));
      return [...new Set([...after].filter(([key]) => !before.has(key)).map(([, code]) => code))];
    },
  };
}
