import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parse } from 'yaml';
import { obtain } from '../../src/edge/tools/obtain.ts';
import { isBuiltIn } from '../../src/verify/checks/scope.ts';
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
/** Kinds that no definition could be had for, with how many objects of them were not looked at. */
const unknown = new Map<string, number>();

beforeAll(async () => {
  const helm = await obtain('helm', say);
  const programs = { etcd: await obtain('etcd', say), apiserver: await obtain('kube-apiserver', say) };
  [cluster, everything] = await Promise.all([
    startCluster('acceptance', programs, root),
    renderEverything(helm, process.env.VERIFY_CHARTS || null),
  ]);
  await install(cluster, await moduleOf('argocd', 'github.com/argoproj/argo-cd/v3'));
  await define(cluster.api, everything);
  await makeNamespaces(cluster.api, everything.renders);
  const { renders, unreachable } = everything;
  for (const { apiVersion, kind } of renders.flatMap(({ objects }) => objects)) {
    if ((await cluster.api.isNamespaced(apiVersion, kind)) === undefined)
      unknown.set(`${apiVersion}/${kind}`, (unknown.get(`${apiVersion}/${kind}`) ?? 0) + 1);
  }
  say(`not rendered, because the chart could not be had: ${unreachable.length}`);
  for (const name of unreachable) say(`  ${name}`);
  say(`not shown to the server, because no definition could be had: ${unknown.size} kinds`);
  for (const [kind, count] of unknown) say(`  ${kind}: ${count} objects`);
}, 600_000);

afterAll(async () => {
  await cluster?.stop();
  rmSync(root, { recursive: true, force: true });
});

const isDefinition = ({ kind }: Thing): boolean => kind === 'CustomResourceDefinition';

/** Definitions as they are rendered; for kinds whose app could not be, those of the folder that was named. */
async function define(api: Api, { renders }: Renders): Promise<void> {
  const definitions = new Map<string, Thing>();
  for (const each of [
    ...nearDefinitions(),
    ...renders.flatMap(({ objects }) => objects).filter(isDefinition),
  ])
    definitions.set(each.metadata.name, each);
  for (const definition of definitions.values()) await api.apply(definition);
  await until('the definitions', async () => {
    const all = await api.list('apiextensions.k8s.io/v1', 'CustomResourceDefinition');
    const isReady = ({ status }: Thing): boolean =>
      status?.conditions?.some(
        ({ type, status: holds }: { type: string; status: string }) =>
          type === 'Established' && holds === 'True',
      );
    return all.every(isReady);
  });
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
  for (const { objects } of renders) {
    for (const { metadata } of objects)
      if (metadata.namespace !== undefined) labels.set(metadata.namespace, {});
  }
  for (const { namespace, namespaceLabels } of renders) labels.set(namespace, namespaceLabels);
  for (const [name, own] of labels)
    await api.apply({ apiVersion: 'v1', kind: 'Namespace', metadata: { name, labels: own } });
}

interface Finding {
  readonly object: string;
  readonly refusal: string | null;
  readonly warnings: readonly string[];
  readonly dropped: readonly string[];
}

/** What the server says, of each object once: environments differ in few. */
async function findings(api: Api, shown: readonly (readonly [string, Thing])[]): Promise<Finding[]> {
  const objects = new Map(shown.map(([name, object]) => [JSON.stringify(object), [name, object] as const]));
  const queue = [...objects.values()];
  const found: Finding[] = [];
  const work = async (): Promise<void> => {
    for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
      const [name, object] = next;
      const { taken, refusal, warnings } = await api.tryOut(object);
      const dropped = taken === null ? [] : missing(object, taken, '');
      if (refusal !== null || warnings.length > 0 || dropped.length > 0)
        found.push({ object: `${name}: ${object.kind}/${object.metadata.name}`, refusal, warnings, dropped });
    }
  };
  await Promise.all(Array.from({ length: 8 }, work));
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

/** Every object that a kind could be had for, in its namespace. */
async function shownObjects(): Promise<(readonly [string, Thing])[]> {
  const shown: (readonly [string, Thing])[] = [];
  for (const { name, namespace, objects } of everything.renders) {
    for (const object of objects) {
      const namespaced = await cluster.api.isNamespaced(object.apiVersion, object.kind);
      if (namespaced === undefined) continue;
      const where = namespaced && object.metadata.namespace === undefined ? { namespace } : {};
      shown.push([name, { ...object, metadata: { ...object.metadata, ...where } }]);
    }
  }
  return shown;
}

test('there is a definition for every custom kind whose app could be rendered', () => {
  expect(
    [...unknown.keys()].filter((kind) => isBuiltIn(kind.includes('.') ? (kind.split('/')[0] ?? '') : '')),
  ).toEqual([]);
  if (everything.unreachable.length === 0) expect([...unknown.keys()]).toEqual([]);
});

test('the server takes every object as it stands: refuses none, warns of none, drops no field', async () => {
  const shown = await shownObjects();
  say(`${shown.length} objects of ${everything.renders.length} renders`);
  expect(shown.length).toBeGreaterThan(1000);
  expect(await findings(cluster.api, shown)).toEqual([]);
});
