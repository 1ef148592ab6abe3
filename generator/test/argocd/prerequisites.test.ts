import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { shellLibrary } from '../../src/edge/shell-library.ts';
import { obtain } from '../../src/edge/tools/obtain.ts';
import type { EnvironmentModel } from '../../src/model/model.ts';
import type { Prerequisite } from '../../src/prerequisites/prerequisite.ts';
import { prerequisitesScript } from '../../src/prerequisites/prerequisites-script.ts';
import { tool } from '../../testing/program.ts';
import type { Thing } from './harness/api.ts';
import { type Cluster, startCluster } from './harness/cluster.ts';

/** What `prerequisites` writes, run by a shell with kubectl, against a real API server. */
const root = mkdtempSync(join(tmpdir(), 'gitops-prerequisites-'));
const say = (line: string): void => void process.stderr.write(`${line}\n`);

let cluster: Cluster;
let kubectl: string;

beforeAll(async () => {
  kubectl = await obtain('kubectl', say);
  const programs = { etcd: await obtain('etcd', say), apiserver: await obtain('kube-apiserver', say) };
  cluster = await startCluster('prerequisites', programs, root);
}, 600_000);

afterAll(async () => {
  await cluster?.stop();
  rmSync(root, { recursive: true, force: true });
});

const environment = {
  name: 'here',
  argocdNamespace: 'gitops',
  cloud: { kind: 'local', objectStore: { endpoint: 'https://objects.example.org', region: 'main' } },
} as unknown as EnvironmentModel;

/** Runs the script for some prerequisites; returns its lines and its exit code. */
async function look(...needs: readonly Prerequisite[]): Promise<{ code: number; lines: string[] }> {
  const script = prerequisitesScript(environment, needs, shellLibrary(), { createSecrets: false });
  const { code, stdout, stderr } = await tool('sh', ['-c', script], {
    env: {
      ...process.env,
      KUBECONFIG: cluster.kubeconfig,
      PATH: [dirname(kubectl), process.env.PATH].join(delimiter),
    },
  });
  expect(stderr).toBe('');
  const lines = stdout.split('\n').filter((line) => /^(ok|missing|cannot tell|by hand) /.test(line));
  return { code, lines: lines.map((line) => line.replace(/ +/g, ' ')) };
}

const make = (...things: readonly Thing[]): Promise<Thing[]> =>
  Promise.all(things.map((thing) => cluster.api.apply(thing)));

const namespace = (name: string): Thing => ({ apiVersion: 'v1', kind: 'Namespace', metadata: { name } });

const secret = (
  name: string,
  within: string,
  data: Readonly<Record<string, string>>,
  labels: Readonly<Record<string, string>> = {},
): Thing => ({
  apiVersion: 'v1',
  kind: 'Secret',
  metadata: { name, namespace: within, labels },
  stringData: data,
});

test('the version of the API server', async () => {
  expect((await look({ kind: 'kubernetes', version: '1.30' })).code).toBe(0);
  const { code, lines } = await look({ kind: 'kubernetes', version: '1.99' });
  expect(code).toBe(1);
  expect(lines[0]).toMatch(/^missing Kubernetes 1\.99 or newer: the cluster is 1\.\d+: upgrade it/);
});

test('a storage class by name or by default, and the driver behind it', async () => {
  const storageClass = (name: string, provisioner: string, annotations = {}): Thing => ({
    apiVersion: 'storage.k8s.io/v1',
    kind: 'StorageClass',
    metadata: { name, annotations },
    provisioner,
  });
  const fast = { kind: 'storage-class', name: 'fast', cloud: 'local' } as const;
  const usual = { kind: 'storage-class', name: null, cloud: 'local' } as const;
  expect((await look(fast, usual)).lines).toEqual([
    'missing StorageClass fast: create it; the cluster has: none',
    'missing StorageClass that is the default: create it; the cluster has: none',
  ]);
  await make(storageClass('fast', 'disk.csi.example.org'), storageClass('slow', 'example.org/tape'));
  expect((await look(fast, usual)).lines).toEqual([
    'missing StorageClass fast: it is there, but its driver disk.csi.example.org is not: install it',
    'missing StorageClass that is the default: create it; the cluster has: fast, slow',
  ]);
  await make(
    {
      apiVersion: 'storage.k8s.io/v1',
      kind: 'CSIDriver',
      metadata: { name: 'disk.csi.example.org' },
      spec: {},
    },
    storageClass('slow', 'example.org/tape', { 'storageclass.kubernetes.io/is-default-class': 'true' }),
  );
  expect(await look(fast, usual)).toEqual({
    code: 0,
    lines: [
      'ok StorageClass fast (disk.csi.example.org)',
      'ok StorageClass that is the default (example.org/tape)',
    ],
  });
});

test('nodes that together hold all pods, one of which holds the largest', async () => {
  const node = async (name: string, cpu: string, memory: string, taints: readonly unknown[] = []) => {
    const [made] = await make({ apiVersion: 'v1', kind: 'Node', metadata: { name } });
    if (!made) return;
    // A new node is not ready, which is a taint, until somebody says that it is.
    await cluster.api.merge(made, { spec: { taints } });
    await cluster.api.merge(made, { status: { allocatable: { cpu, memory } } }, '/status');
  };
  const room = { cpu: 5500, memory: 6000, largest: { cpu: 2000, memory: 3000 }, without: ['shop'] };
  const need = { kind: 'nodes', room } as const;
  const what =
    'nodes with room for 5500m CPU and 6000Mi memory, and for a pod of 2000m and 3000Mi, not counting shop';
  expect((await look(need)).lines).toEqual([
    `missing ${what}: 0 nodes have 0m and 0Mi; add nodes, unless the cluster does that by itself`,
  ]);
  await node('one', '1930m', '7Gi');
  await node('two', '4', '2097152Ki');
  await node('tainted', '64', '256Gi', [{ key: 'gpu', effect: 'NoSchedule' }]);
  expect((await look(need)).lines).toEqual([
    `missing ${what}: 2 nodes have 5930m and 9216Mi, and none of them holds the largest pod; add nodes, unless the cluster does that by itself`,
  ]);
  await node('three', '2', '3Gi');
  expect(await look(need)).toEqual({
    code: 0,
    lines: [`ok ${what} (3 nodes have 7930m and 12288Mi, for everything that runs there)`],
  });
});

test('who enforces network policies, as far as its pods tell', async () => {
  const agent = (name: string, args: readonly string[]): Thing => {
    const container = { name: 'agent', image: 'example.org/agent:1', args };
    const labels = { app: name };
    return {
      apiVersion: 'apps/v1',
      kind: 'DaemonSet',
      metadata: { name, namespace: 'kube-system' },
      spec: {
        selector: { matchLabels: labels },
        template: { metadata: { labels }, spec: { containers: [container] } },
      },
    };
  };
  const need = { kind: 'network-policies' } as const;
  expect(await look(need)).toMatchObject({
    code: 2,
    lines: [expect.stringMatching(/^cannot tell network policies are enforced: /)],
  });
  await make(agent('aws-node', ['--enable-ipv6=false']));
  expect(await look(need)).toMatchObject({ code: 1, lines: [expect.stringMatching(/^missing .*vpc-cni/)] });
  await make(agent('aws-node', ['--enable-ipv6=false', '--enable-network-policy=true']));
  expect((await look(need)).lines).toEqual(['ok network policies are enforced (by aws-node)']);
  await make(agent('cilium', []));
  expect((await look(need)).lines).toEqual(['ok network policies are enforced (by cilium)']);
});

test('kinds, and objects of kinds that the cluster may not have', async () => {
  const { code, lines } = await look(
    { kind: 'kinds', group: 'apps' },
    { kind: 'kinds', group: 'nothing.example.org' },
    { kind: 'gateway', namespace: 'edge', name: 'public' },
    { kind: 'ingress-class', name: 'nginx' },
    { kind: 'secret-store', name: 'company' },
  );
  expect(code).toBe(1);
  expect(lines).toEqual([
    'ok CRDs of apps',
    expect.stringMatching(/^missing CRDs of nothing\.example\.org: /),
    expect.stringMatching(/^missing ClusterSecretStore company: /),
    'missing gateways edge/public: create it',
    'missing ingressclasses nginx: install its controller',
  ]);
});

test('secrets of a namespace: names of keys are looked at, values are not shown', async () => {
  const place = { kind: 'namespace', namespace: 'secrets' } as const;
  const keys = [
    { key: 'user', provided: 'A name.' },
    { key: 'password', provided: 'Its password.' },
  ];
  const need = { kind: 'secret', name: 'login', keys, apps: ['web'], store: place } as const;
  expect((await look(need)).lines).toEqual([
    'missing secret login: from a person: user: A name.; password: Its password.',
  ]);
  await make(namespace('secrets'));
  await make(secret('login', 'secrets', { user: 'hidden' }));
  expect((await look(need)).lines).toEqual(['missing secret login: it lacks the keys password']);
  await make(secret('login', 'secrets', { user: 'hidden', password: 'hidden' }));
  expect(await look(need)).toEqual({ code: 0, lines: ['ok secret login'] });
});

test('what Argo CD is, and what it knows', async () => {
  const needs = [
    { kind: 'argocd', namespace: 'gitops', version: '3.3' },
    { kind: 'cluster', name: 'far.away' },
    { kind: 'repository', url: 'ssh://git@git.invalid/Team/GitOps.git' },
  ] as const;
  const empty = await look(...needs);
  expect(empty.lines.map((line) => line.slice(0, 8))).toEqual(['missing ', 'missing ', 'missing ']);
  await make(namespace('gitops'));
  const type = (name: string) => ({ 'argocd.argoproj.io/secret-type': name });
  const controller = (version: string): Thing => {
    const labels = { 'app.kubernetes.io/name': 'argocd-application-controller' };
    const containers = [
      { name: 'controller', image: `example.org:5000/argocd:v${version}@sha256:${'1'.repeat(64)}` },
    ];
    return {
      apiVersion: 'apps/v1',
      kind: 'StatefulSet',
      metadata: { name: 'any-name', namespace: 'gitops', labels },
      spec: { selector: { matchLabels: labels }, template: { metadata: { labels }, spec: { containers } } },
    };
  };
  await make(
    controller('3.2.9'),
    // A dot in a name is no pattern.
    secret('one', 'gitops', { name: 'far-away', server: 'https://one' }, type('cluster')),
    secret('two', 'gitops', { url: 'ssh://git@git.invalid/other' }, type('repo-creds')),
  );
  const old = await look(...needs);
  expect(old.lines.map((line) => line.slice(0, 8))).toEqual(['missing ', 'missing ', 'missing ']);
  expect(old.lines[0]).toContain('it is 3.2');
  await make(
    controller('3.10.0'),
    secret('one', 'gitops', { name: 'far.away', server: 'https://one' }, type('cluster')),
    secret('two', 'gitops', { url: 'ssh://git@git.invalid/team/gitops' }, type('repository')),
  );
  expect((await look(...needs)).code).toBe(0);
});
