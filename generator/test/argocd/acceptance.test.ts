import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parse } from 'yaml';
import { publishedSchemas } from '../../scripts/published-schemas.ts';
import { obtain } from '../../src/edge/tools/obtain.ts';
import { isBuiltIn } from '../../src/verify/checks/scope.ts';
import { filesIn, read } from '../../testing/folder.ts';
import { verdicts } from '../../testing/lua.ts';
import { repository } from '../../testing/program.ts';
import type { Api, Thing } from './harness/api.ts';
import { install } from './harness/argocd.ts';
import { type Cluster, startCluster } from './harness/cluster.ts';
import { type Render, type Renders, renderEverything } from './harness/renders.ts';
import { until } from './harness/running.ts';
import { moduleOf } from './harness/stage.ts';

/**
 * Every object of every environment and cloud, shown to a real API server: defaulting, admission, validation with CEL.
 * It stores nothing but definitions and namespaces; no controller runs.
 */
const root = mkdtempSync(join(tmpdir(), 'gitops-acceptance-'));
const say = (line: string): void => void process.stderr.write(`${line}\n`);

let cluster: Cluster;
let everything: Renders;
let stopWatch: (() => void) | undefined;
/** Definitions in the order in which the server changed them, without what they define. */
const steps: Pick<Thing, 'metadata' | 'status'>[] = [];
/** Kinds that no definition could be had for, with how many objects of them were not looked at. */
const unknown = new Map<string, number>();

beforeAll(async () => {
  const helm = await obtain('helm', say);
  const programs = { etcd: await obtain('etcd', say), apiserver: await obtain('kube-apiserver', say) };
  [cluster, everything] = await Promise.all([
    startCluster('acceptance', programs, root),
    renderEverything(helm, process.env.VERIFY_CHARTS || null),
  ]);
  stopWatch = cluster.api.watch(
    'apiextensions.k8s.io/v1',
    'CustomResourceDefinition',
    ({ type, object: { metadata, status } }) => {
      if (type === 'ADDED' || type === 'MODIFIED') steps.push({ metadata, status });
    },
  );
  await install(cluster, await moduleOf('argocd', 'github.com/argoproj/argo-cd/v3'));
  await define(cluster.api, everything);
  await makeNamespaces(cluster.api, everything.renders);
  const { renders, unreachable } = everything;
  for (const { object } of renders.flatMap(({ objects }) => objects)) {
    const { apiVersion, kind } = object;
    if ((await cluster.api.isNamespaced(apiVersion, kind)) === undefined)
      unknown.set(`${apiVersion}/${kind}`, (unknown.get(`${apiVersion}/${kind}`) ?? 0) + 1);
  }
  // `environment/app`; in each environment it is the same chart.
  const apps = [...new Set(unreachable.map((name) => name.slice(name.indexOf('/') + 1)))].sort();
  say(
    `not rendered, because the chart could not be had: ${unreachable.length}, of ${apps.join(', ') || 'none'}`,
  );
  say(`not shown to the server, because no definition could be had: ${unknown.size} kinds`);
  for (const [kind, count] of unknown) say(`  ${kind}: ${count} objects`);
}, 600_000);

afterAll(async () => {
  stopWatch?.();
  await cluster?.stop();
  rmSync(root, { recursive: true, force: true });
});

const isDefinition = ({ kind }: Thing): boolean => kind === 'CustomResourceDefinition';

/** Definitions as they are rendered; for kinds whose app could not be, those of the folder that was named. */
async function define(api: Api, { renders }: Renders): Promise<void> {
  const objects = renders.flatMap((render) => render.objects.map(({ object }) => object));
  const rendered = objects.filter(isDefinition);
  const kinds = new Set(objects.map(({ apiVersion, kind }) => `${apiVersion.split('/')[0]}/${kind}`));
  const near = nearDefinitions().filter(({ spec }) => kinds.has(`${spec.group}/${spec.names.kind}`));
  const definitions = new Map([...near, ...rendered].map((each) => [each.metadata.name, each]));
  await api.define([...definitions.values()]);
}

async function inParallel<T>(list: readonly T[], work: (item: T) => Promise<unknown>): Promise<void> {
  const queue = [...list];
  const worker = async (): Promise<void> => {
    for (let next = queue.pop(); next !== undefined; next = queue.pop()) await work(next);
  };
  await Promise.all(Array.from({ length: 8 }, worker));
}

function nearDefinitions(): Thing[] {
  const folder = process.env.ARGOCD_CRDS;
  if (!folder || !existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.yaml') && !name.startsWith('argoproj.io'))
    .sort()
    .map((name) => parse(readFileSync(join(folder, name), 'utf8')) as Thing);
}

/** Namespaces with the labels that Argo CD gives them, and those that objects name themselves. */
async function makeNamespaces(api: Api, renders: readonly Render[]): Promise<void> {
  const labels = new Map<string, Readonly<Record<string, string>>>();
  for (const { object } of renders.flatMap(({ objects }) => objects))
    if (object.metadata.namespace !== undefined) labels.set(object.metadata.namespace, {});
  for (const { namespace, namespaceLabels } of renders) labels.set(namespace, namespaceLabels);
  for (const [name, own] of labels)
    await api.apply({ apiVersion: 'v1', kind: 'Namespace', metadata: { name, labels: own } });
}

/** An object in the namespace that it goes to, and the text that is sent of it. */
interface Shown {
  readonly name: string;
  readonly object: Thing;
  readonly text?: string;
}

interface Finding {
  readonly object: string;
  readonly refusal: string | null;
  readonly warnings: readonly string[];
  readonly dropped: readonly string[];
}

/** Warnings that we know of, and why they stand. */
const expected: readonly (readonly [RegExp, string])[] = [
  [/resources-finalizer\.argocd\.argoproj\.io/, 'the finalizer is called so by Argo CD itself'],
];

/** What the server says, of each object once: environments differ in few. */
async function findings(api: Api, shown: readonly Shown[]): Promise<Finding[]> {
  const objects = [
    ...new Map(
      shown.map((each) => [
        `${each.object.metadata.namespace} ${each.text ?? JSON.stringify(each.object)}`,
        each,
      ]),
    ).values(),
  ];
  const found: Finding[] = [];
  await inParallel(objects, async ({ name, object, text }) => {
    const { taken, refusal, ...rest } = await api.tryOut(object, text);
    const warnings = rest.warnings.filter((warning) => !expected.some(([known]) => known.test(warning)));
    const dropped = taken === null ? [] : missing(object, taken, '');
    if (refusal !== null || warnings.length > 0 || dropped.length > 0)
      found.push({ object: `${name}: ${object.kind}/${object.metadata.name}`, refusal, warnings, dropped });
  });
  return found;
}

/** Paths that were sent and did not come back. Nothing is lost with an empty value. */
function missing(sent: unknown, taken: unknown, path: string): string[] {
  if (sent === null || sent === '' || sent === false || sent === 0) return [];
  if (typeof sent !== 'object') return taken === undefined || taken === null ? [path] : [];
  const entries = Object.entries(sent);
  return entries.flatMap(([key, value]) => {
    const inner = typeof taken === 'object' && taken !== null ? (taken as Thing)[key] : undefined;
    return missing(value, inner, `${path}.${key}`);
  });
}

/** Every object whose kind the server has, in its namespace. */
async function shownObjects(): Promise<Shown[]> {
  const shown: Shown[] = [];
  for (const { name, namespace, objects } of everything.renders) {
    for (const { object, text } of objects) {
      const namespaced = await cluster.api.isNamespaced(object.apiVersion, object.kind);
      if (namespaced === undefined) continue;
      const where = namespaced && object.metadata.namespace === undefined ? { namespace } : {};
      shown.push({ name, object: { ...object, metadata: { ...object.metadata, ...where } }, text });
    }
  }
  return shown;
}

/** Pods as the controllers of their owners would make them, in the namespaces of their apps. */
function shownPods(): Shown[] {
  return everything.renders.flatMap(({ name, namespace, objects }) =>
    objects.flatMap(({ object }) => {
      const template =
        object.kind === 'CronJob' ? object.spec.jobTemplate.spec.template : object.spec?.template;
      if (!['Deployment', 'StatefulSet', 'DaemonSet', 'Job', 'CronJob'].includes(object.kind)) return [];
      // A claim of a StatefulSet is a volume of its pods.
      const claims = (object.spec.volumeClaimTemplates ?? []) as Thing[];
      const volumes = claims.map(({ metadata }) => ({
        name: metadata.name,
        persistentVolumeClaim: { claimName: `${metadata.name}-0` },
      }));
      const pod: Thing = {
        apiVersion: 'v1',
        kind: 'Pod',
        metadata: {
          ...template.metadata,
          name: `${object.metadata.name}-0`,
          namespace: object.metadata.namespace ?? namespace,
        },
        spec: { ...template.spec, volumes: [...(template.spec.volumes ?? []), ...volumes] },
      };
      return [{ name, object: pod }];
    }),
  );
}

test('there is a definition for every kind, where every app could be rendered', () => {
  const builtIn = [...unknown.keys()].filter((kind) => isBuiltIn(kind.split('/').slice(0, -2).join('/')));
  expect(builtIn).toEqual([]);
  if (everything.unreachable.length === 0) expect([...unknown.keys()]).toEqual([]);
});

test('no definition is unhealthy while the server establishes it', async () => {
  const script = read(repository, 'generator/health/apiextensions.k8s.io_CustomResourceDefinition.lua');
  const newest = (): Map<string, (typeof steps)[number]> =>
    new Map(steps.map((step) => [step.metadata.name, step]));
  const judge = async (objects: readonly unknown[]): Promise<string[]> =>
    (await verdicts(script, objects)).map(({ status }) => status);
  await until('definitions to be established', async () => {
    const judged = await judge([...newest().values()]);
    return judged.length > 0 && judged.every((status) => status === 'Healthy');
  });
  const judged = await judge(steps);
  expect(steps.flatMap(({ metadata }, i) => (judged[i] === 'Degraded' ? metadata.name : []))).toEqual([]);
  expect(judged).toContain('Progressing');
});

test('the server takes every object as it stands: refuses none, warns of none, drops no field', async () => {
  const shown = await shownObjects();
  say(`${shown.length} objects of ${everything.renders.length} renders`);
  const all = everything.renders.flatMap(({ objects }) => objects).length;
  const hidden = [...unknown.values()].reduce((sum, count) => sum + count, 0);
  expect(shown.length).toBe(all - hidden);
  expect(shown.length).toBeGreaterThan(everything.renders.length);
  expect(await findings(cluster.api, shown)).toEqual([]);
});

/** Namespaces that do not enforce `restricted`, each with the reason. */
const exceptions: Readonly<Record<string, string>> = {};

test('every pod is admitted where it runs, and that is where Pod Security is restricted', async () => {
  const pods = shownPods();
  say(`${pods.length} pods`);
  expect(pods.length).toBeGreaterThan(10);
  const enforced = new Map(
    (await cluster.api.list('v1', 'Namespace')).map(({ metadata }) => [
      metadata.name,
      metadata.labels?.['pod-security.kubernetes.io/enforce'],
    ]),
  );
  const namespaces = new Set(pods.map(({ object }) => object.metadata.namespace ?? ''));
  const open = [...namespaces].filter((name) => enforced.get(name) !== 'restricted');
  expect(open.sort()).toEqual(Object.keys(exceptions).sort());
  expect(await findings(cluster.api, pods)).toEqual([]);
});

test('the server means it: it refuses what is no pod of a restricted namespace, and a field that does not exist', async () => {
  const [first] = shownPods();
  if (first === undefined) throw new Error('there is no pod');
  const spec = { ...first.object.spec, hostNetwork: true };
  const { refusal } = await cluster.api.tryOut({ ...first.object, spec });
  expect(refusal).toContain('violates PodSecurity "restricted');
  const misspelled = await cluster.api.tryOut({
    ...first.object,
    spec: { ...first.object.spec, hostNetwrok: true },
  });
  expect(misspelled.refusal).toContain('hostNetwrok');
});

test('the committed schemas of built-in kinds are those that this server publishes', async () => {
  const { folder, files } = await publishedSchemas(cluster.api);
  const committed = filesIn(join(repository, folder));
  expect(Object.keys(committed)).toEqual([...files.keys()]);
  expect(Object.keys(committed).filter((name) => committed[name] !== files.get(name))).toEqual([]);
});
