import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { diskRepository } from '../../../src/edge/disk-repository.ts';
import { realPrograms } from '../../../src/edge/verify/real-programs.ts';
import type { EnvironmentModel, Model } from '../../../src/model/model.ts';
import { resolve } from '../../../src/model/resolve.ts';
import { orThrow } from '../../../src/problem/errors.ts';
import { paths } from '../../../src/tree/paths.ts';
import { argocdObjects } from '../../../src/verify/argocd-objects.ts';
import { type Folders, renderApp } from '../../../src/verify/rendered.ts';
import { read } from '../../../testing/folder.ts';
import { sampleModel } from '../../../testing/platform.ts';
import { repository } from '../../../testing/program.ts';
import { writtenTree } from '../../../testing/verified.ts';
import type { Thing } from './api.ts';

/** What an app is in one environment, or what Argo CD itself is given, as objects. */
export interface Render {
  /** As `prod/kafka`, or `prod/(root)`. */
  readonly name: string;
  /** Where objects go that do not say. */
  readonly namespace: string;
  /** Labels that Argo CD gives to that namespace. */
  readonly namespaceLabels: Readonly<Record<string, string>>;
  readonly objects: readonly Rendered[];
}

/** An object, and the text that a server would get of it. */
export interface Rendered {
  readonly object: Thing;
  readonly text: string;
}

export interface Renders {
  readonly renders: readonly Render[];
  /** Apps whose chart could not be had, each with its environment. */
  readonly unreachable: readonly string[];
}

/** Everything that the environments of this repository, and samples on every cloud, would give to a server. */
export async function renderEverything(helm: string, charts: string | null): Promise<Renders> {
  const own = orThrow(resolve(await diskRepository(repository).read()));
  const ours: Folders = {
    chart: (path) => join(repository, path),
    values: (app, environment, which) => join(repository, paths.values(app, environment)[which]),
  };
  const samples = await sampleModel();
  const folder = mkdtempSync(join(tmpdir(), 'gitops-samples-'));
  const all = [
    await renderModel(own, ours, helm, charts),
    await renderModel(samples, writtenTree(samples, folder), helm, charts),
  ];
  rmSync(folder, { recursive: true });
  return {
    renders: all.flatMap(({ renders }) => renders),
    unreachable: all.flatMap(({ unreachable }) => unreachable),
  };
}

async function renderModel(
  model: Model,
  folders: Folders,
  helm: string,
  charts: string | null,
): Promise<Renders> {
  const programs = realPrograms({
    helm,
    kubeconform: 'none',
    glua: 'none',
    charts,
    schemaLocations: [],
    progress: () => undefined,
  });
  const jobs = model.environments.flatMap((environment) =>
    environment.apps.map((app) => ({ app, environment })),
  );
  const outcomes = await programs.inParallel(jobs, async ({ app, environment }) => ({
    app,
    environment,
    outcome: await renderApp(app, environment, model.companion, folders, programs),
  }));
  const renders: Render[] = [];
  const unreachable: string[] = [];
  for (const { app, environment, outcome } of outcomes) {
    const name = `${environment.name}/${app.name}`;
    if (outcome.kind === 'refused')
      throw new Error(outcome.problems.map(({ message }) => message).join('\n'));
    if (outcome.kind === 'unreachable') unreachable.push(name);
    else
      renders.push({
        name,
        namespace: app.namespace,
        namespaceLabels: labelsIn(folders, environment, app.name),
        objects: outcome.value.texts.flatMap(objectsOf),
      });
  }
  const texts = await argocdObjects(model, model.environments, folders, programs);
  return {
    renders: [...renders, ...texts.map(([name, text]) => argocdRender(model, name, text))],
    unreachable,
  };
}

const argocdRender = (model: Model, name: string, text: string): Render => ({
  name,
  namespace: Object.values(model.platform.argocd)[0]?.namespace ?? 'argocd',
  namespaceLabels: {},
  objects: objectsOf(text),
});

/** Labels of the namespace as the app's Application has Argo CD set them. */
function labelsIn(folders: Folders, environment: EnvironmentModel, app: string): Record<string, string> {
  const folder = folders.chart(`${paths.candidate(environment)}/applications`);
  const { spec } = parse(read(folder, `${app}.yaml`)) as Thing;
  return spec.syncPolicy.managedNamespaceMetadata?.labels ?? {};
}

const known = new Map<string, Thing | null>();

/** Objects of a render. Each text is parsed once: environments differ in few of them, and definitions are long. */
function objectsOf(render: string): Rendered[] {
  return render.split(/^---\s*$/m).flatMap((text) => {
    // As Helm and Kubernetes read it: a mode of 0555 is octal.
    const object = known.has(text) ? known.get(text) : (parse(text, { version: '1.1' }) as Thing | null);
    known.set(text, object ?? null);
    return object?.kind === undefined ? [] : [{ object, text }];
  });
}
