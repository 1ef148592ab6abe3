import { mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, parseDocument, stringify, type YAMLMap } from 'yaml';
import { type Shape, writeSynthetic } from '../../../bench/synthetic.ts';
import { readImages } from '../../../src/candidates/images-file.ts';
import { readPlan } from '../../../src/candidates/plan-file.ts';
import { diskRepository } from '../../../src/edge/disk-repository.ts';
import { provideGenerator } from '../../../src/edge/load-module.ts';
import { chartLocator } from '../../../src/edge/verify/chart-locator.ts';
import { realPrograms } from '../../../src/edge/verify/real-programs.ts';
import type { RemoteChart } from '../../../src/model/chart-model.ts';
import type { AppModel, Model } from '../../../src/model/model.ts';
import { resolve } from '../../../src/model/resolve.ts';
import { inOrder, type PlanNode } from '../../../src/plan/plan.ts';
import { orThrow } from '../../../src/problem/errors.ts';
import { edit, read, write } from '../../../testing/folder.ts';
import { program, tool } from '../../../testing/program.ts';
import { copyRepository, lendGenerator } from '../../support/repository.ts';
import { definitionsIn, packCharts, type WantedChart } from './charts.ts';
import { placeholder, standInDefinitions } from './definitions.ts';
import { type Reach, serve } from './reach.ts';

/** The repository as a user would have it, pushed to a git that Argo CD can reach; only what is others' is near by. */
export interface World {
  /** Work tree. */
  readonly tree: string;
  readonly url: string;
  readonly model: Model;
  /** What had to be stood in for, by name. */
  readonly standIns: readonly string[];
  /** Definitions of all custom kinds, each a YAML text. */
  readonly definitions: readonly string[];
  plan(environment: string): PlanNode[];
  /** Changes files of the work tree. */
  edit(path: string, from: string, to: string): void;
  write(files: Readonly<Record<string, string>>): void;
  generate(): Promise<void>;
  /** Generates, commits and pushes; returns the commit. */
  push(message: string): Promise<string>;
  /** Commits and pushes the tree as it is, mistakes included. */
  pushAsIs(message: string): Promise<string>;
  /** The newest commit. */
  head(): Promise<string>;
  /** Makes the repository unreachable, and reachable again. */
  hide(hidden: boolean): Promise<void>;
  close(): void;
}

export interface WorldOptions {
  readonly helm: string;
  /** Third-party charts, as `verify --charts` takes them. */
  readonly charts: string | null;
  /** Definitions, a folder for each API group. */
  readonly crds: string | null;
  /** What this machine is called where Argo CD runs; null for here. */
  readonly address: string | null;
}

export async function makeWorld(root: string, options: WorldOptions): Promise<World> {
  provideGenerator();
  const tree = join(root, 'tree');
  await copyRepository(tree);
  const reach = await serve(root, options.address);
  proofOnly(tree, reach.git(ours));
  allowAllVersions(tree);
  const model = orThrow(resolve(await diskRepository(tree).read()));
  const { standIns, definitions } = await bringNear(tree, root, model, reach, options);
  return { ...(await published(tree, root, reach)), model, standIns, definitions };
}

/** A repository of many small apps of our own, for what depends on numbers. */
export async function makeSyntheticWorld(root: string, apps: number, shape: Shape): Promise<World> {
  const tree = join(root, 'tree');
  const reach = await serve(root, null);
  provideGenerator();
  writeSynthetic(tree, apps, shape);
  lendGenerator(tree);
  // Argo CD refuses a repository with links that lead out of it.
  write(tree, { '.gitignore': 'generator\n' });
  edit(tree, 'environments/platform.ts', 'https://git.example.org/many.git', reach.git(ours));
  write(tree, { 'charts/service/templates/all.yaml': workload });
  const model = orThrow(resolve(await diskRepository(tree).read()));
  return { ...(await published(tree, root, reach)), model, standIns: [], definitions: [] };
}

/** The environment that is installed: whichever a repository has, its apps are what is looked at. */
export const proof = 'proof';

/** Takes the environments of a repository away, and gives it one for the cluster that Argo CD itself runs in. */
function proofOnly(tree: string, repository: string): void {
  const folder = join(tree, 'environments');
  for (const entry of readdirSync(folder, { withFileTypes: true }))
    if (entry.isDirectory()) rmSync(join(folder, entry.name), { recursive: true });
  renameSync(join(folder, 'platform.ts'), join(folder, 'own-platform.ts'));
  write(tree, {
    'environments/platform.ts': `import { definePlatform, type PlatformDefinition } from '#generator';
import { platform as own } from './own-platform.ts';

export const platform = definePlatform({
  ...(own.definition as PlatformDefinition),
  repository: '${repository}',
  branch: 'main',
  argocd: { ${proof}: { namespace: 'argocd' } },
  freezes: [],
  retired: [],
});
`,
    [`environments/${proof}/environment.ts`]: `import { defineEnvironment } from '#generator';
import { platform } from '../platform.ts';

const { buckets = [] } = platform.definition as { buckets?: readonly string[] };

export const ${proof} = defineEnvironment({
  name: '${proof}',
  description: 'Everything, on the cluster of Argo CD.',
  argocd: '${proof}',
  destination: { name: 'in-cluster', kubernetesVersion: '1.34' },
  cloud: {
    kind: 'local',
    objectStore: { endpoint: 'https://objects.example.internal', region: 'us-east-1' },
    buckets: Object.fromEntries(buckets.map((bucket) => [bucket, bucket])) as never,
  },
  domain: '${proof}.example.org',
  size: 'small',
  exposure: 'none',
});
`,
    [`environments/${proof}/release.yaml`]: 'follow: main\n',
  });
}

/** Lets all versions be what they are: the proof raises one app at a time, to versions that nobody published. */
function allowAllVersions(tree: string): void {
  for (const [file, entries] of Object.entries({
    'images.yaml': 'images',
    'charts/upstream.yaml': 'charts',
  })) {
    const document = parseDocument(read(tree, file));
    const { items } = document.get(entries) as YAMLMap;
    for (const { value } of items) {
      const entry = value as YAMLMap;
      if (entry.has('policy')) entry.set('policy', { update: 'none', tags: '.' });
    }
    write(tree, { [file]: document.toString({ lineWidth: 0 }) });
  }
}

const workload = `apiVersion: apps/v1
kind: Deployment
metadata: { name: "{{ .Release.Name }}" }
spec:
  replicas: {{ .Values.replicas }}
  selector: { matchLabels: { app: "{{ .Release.Name }}" } }
  template:
    metadata: { labels: { app: "{{ .Release.Name }}" } }
    spec: { containers: [{ name: main, image: {{ .Values.image | quote }} }] }
---
apiVersion: v1
kind: Service
metadata: { name: "{{ .Release.Name }}" }
spec: { ports: [{ port: 8080 }], selector: { app: "{{ .Release.Name }}" } }
---
apiVersion: v1
kind: ConfigMap
metadata: { name: "{{ .Release.Name }}" }
data: { values: {{ .Values | toJson | quote }} }
`;

/** What the repository is called where it is served. */
const ours = 'platform.git';

type Published = Omit<World, 'model' | 'standIns' | 'definitions'>;

/** A tree with a git behind it. */
async function published(tree: string, root: string, reach: Reach): Promise<Published> {
  const bare = join(root, 'git', ours);
  await git(tree, 'init', '--quiet', '--bare', '--initial-branch=main', bare);
  await git(tree, 'init', '--quiet', '--initial-branch=main');
  await git(tree, 'remote', 'add', 'origin', bare);
  const generate = async (): Promise<void> => {
    const { code, stdout, stderr } = await program(['generate', '--root', tree]);
    if (code !== 0) throw new Error(stdout + stderr);
  };
  const head = (): Promise<string> => git(tree, 'rev-parse', 'HEAD');
  const pushAsIs = async (message: string): Promise<string> => {
    await git(tree, 'add', '--all');
    await git(tree, 'commit', '--quiet', '--allow-empty', '-m', message);
    await git(tree, 'push', '--quiet', 'origin', 'main');
    return head();
  };
  return {
    tree,
    url: reach.git(ours),
    plan: (environment) => plansIn(join(tree, `environments/${environment}/generated/candidate`)),
    edit: (path, from, to) => edit(tree, path, from, to),
    write: (files) => write(tree, files),
    generate,
    push: async (message) => {
      await generate();
      return pushAsIs(message);
    },
    pushAsIs,
    head,
    hide: async (hidden) => {
      const [from, to] = hidden ? [bare, `${bare}.away`] : [`${bare}.away`, bare];
      await tool('mv', [from, to]);
    },
    close: reach.close,
  };
}

function plansIn(folder: string): PlanNode[] {
  const images = readImages(read(folder, 'images.yaml'));
  const files = readdirSync(join(folder, 'plan'));
  return inOrder(files.flatMap((name) => readPlan(read(folder, `plan/${name}`), images) ?? []));
}

export async function git(cwd: string, ...args: readonly string[]): Promise<string> {
  const identity = [
    '-c',
    'user.name=test',
    '-c',
    'user.email=test@example.org',
    '-c',
    'commit.gpgsign=false',
  ];
  const { code, stdout, stderr } = await tool('git', [...identity, ...args], { cwd });
  if (code !== 0) throw new Error(`git ${args.join(' ')}: ${stderr}`);
  return stdout.trim();
}

/** Puts every third-party chart and folder of definitions within reach, and points `charts/upstream.yaml` there. */
async function bringNear(tree: string, root: string, model: Model, reach: Reach, options: WorldOptions) {
  const environment = model.environments[0];
  if (!environment) throw new Error('the repository has no environment');
  const programs = realPrograms({
    helm: options.helm,
    kubeconform: 'none',
    glua: 'none',
    charts: null,
    progress: () => undefined,
    schemaLocations: [],
  });
  const locate = chartLocator({ helm: options.helm, charts: options.charts, progress: () => undefined });
  const standIns: string[] = [];
  const loose =
    options.crds === null ? await standInDefinitions(model, tree, programs) : new Map<string, string[]>();
  /** What brings the definitions of some kinds: the folder that was named, its own source, or what lets all pass. */
  const definitionsOf = async ({ chart, provides }: AppModel): Promise<Definitions> => {
    const groups = Object.values(provides).flatMap((each) => (each.kind === 'kinds' ? each.groups : []));
    if (options.crds !== null) return { texts: definitionsIn(options.crds, groups), real: true };
    const found = chart.kind === 'first-party' ? null : await locate(chart);
    if (found === null || !('path' in found) || chart.kind === 'first-party')
      return { texts: groups.flatMap((group) => loose.get(group) ?? [placeholder(group)]), real: false };
    const { kubernetesVersion } = environment.destination;
    const named = { chart: found.path, release: chart.name, namespace: 'default' };
    const rendered =
      chart.kind === 'git' && chart.type !== 'helm'
        ? await programs.readFolder(found.path, chart.include)
        : await programs.render({ ...named, values: null, kubernetesVersion });
    if (!rendered.ok) throw new Error(rendered.message);
    return { texts: [rendered.text], real: true };
  };
  const definitions = new Map<string, Definitions>();
  for (const app of environment.apps.filter(({ provides }) => bringsKinds(provides)))
    definitions.set(app.chart.name, await definitionsOf(app));
  const textsOf = (chart: string): readonly string[] => definitions.get(chart)?.texts ?? [];
  const upstream = parse(read(tree, 'charts/upstream.yaml')) as {
    charts: Record<string, Record<string, string>>;
  };
  const charts: WantedChart[] = [];
  for (const chart of remoteCharts(model)) {
    const found = await locate(chart);
    const real = 'path' in found ? found.path : null;
    if (real === null) standIns.push(`chart ${chart.name} ${chart.version}`);
    charts.push({
      name: chart.chart,
      version: chart.version,
      real,
      definitions: real === null ? textsOf(chart.name) : [],
    });
  }
  await packCharts(charts, options.helm, join(root, 'charts'));
  for (const [name, entry] of Object.entries(upstream.charts)) {
    if (entry.git === undefined)
      upstream.charts[name] = {
        repository: reach.charts,
        chart: entry.chart ?? '',
        version: entry.version ?? '',
      };
    else {
      if (definitions.get(name)?.real !== true) standIns.push(`definitions ${name} ${entry.version}`);
      const revision = await gitFolder(join(root, `git/${name}.git`), entry, textsOf(name));
      upstream.charts[name] = { ...entry, git: reach.git(`${name}.git`), revision };
    }
  }
  write(tree, { 'charts/upstream.yaml': stringify(upstream) });
  const all = [...definitions.values()].flatMap(({ texts }) => texts);
  return { standIns: [...standIns].sort(), definitions: all };
}

const bringsKinds = (provides: AppModel['provides']): boolean =>
  Object.values(provides).some(({ kind }) => kind === 'kinds');

interface Definitions {
  readonly texts: readonly string[];
  /** Whether they are those of the kinds themselves. */
  readonly real: boolean;
}

const remoteCharts = (model: Model): RemoteChart[] => {
  const all = model.environments.flatMap(({ apps }) =>
    apps.flatMap(({ chart }) => (chart.kind === 'repository' || chart.kind === 'oci' ? [chart] : [])),
  );
  return [...new Map(all.map((chart) => [chart.name, chart])).values()];
};

/** A git repository with the definitions at the path where the real one has them; its commit. */
async function gitFolder(folder: string, entry: Record<string, string>, texts: readonly string[]) {
  const path = join(folder, entry.path ?? '');
  mkdirSync(path, { recursive: true });
  const names = texts.map((text, i) => {
    writeFileSync(join(path, `definition-${i}.yaml`), text);
    return `definition-${i}.yaml`;
  });
  if (entry.type === 'kustomize') {
    writeFileSync(
      join(path, 'kustomization.yaml'),
      stringify({ kind: 'Kustomization', apiVersion: 'kustomize.config.k8s.io/v1beta1', resources: names }),
    );
  }
  await git(folder, 'init', '--quiet', '--initial-branch=main');
  await git(folder, 'add', '--all');
  await git(folder, 'commit', '--quiet', '-m', 'definitions');
  return git(folder, 'rev-parse', 'HEAD');
}
