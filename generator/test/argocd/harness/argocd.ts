import { chmodSync, copyFileSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Thing } from './api.ts';
import type { Cluster } from './cluster.ts';
import { freePort, type Running, start } from './running.ts';

/** Paths of the programs that make an Argo CD. */
export interface ArgoPrograms {
  readonly argocd: string;
  readonly redis: string;
  readonly helm: string;
  readonly kustomize: string;
  /** Folder of Argo CD's module: its definitions and the script that its image ships. */
  readonly module: string;
}

export type Controller = 'applications' | 'applicationsets' | 'repositories' | 'redis';

/** Argo CD's own controllers, on loopback, outside of any cluster. */
export interface ArgoCd {
  /** Those that run on this machine. */
  readonly running: Readonly<Partial<Record<Controller, Running>>>;
  stop(controller: Controller, signal?: 'SIGTERM' | 'SIGKILL'): Promise<void>;
  start(controller: Controller): Promise<void>;
  stopAll(): Promise<void>;
}

export interface ArgoOptions {
  /** Seconds between two looks at an Application that nothing else wakes. */
  readonly resync: number;
  readonly env?: Readonly<Record<string, string>>;
}

/** Installs what Argo CD needs into a cluster and starts its controllers. */
export async function startArgoCd(
  cluster: Cluster,
  programs: ArgoPrograms,
  root: string,
  options: ArgoOptions,
): Promise<ArgoCd> {
  await install(cluster, programs.module);
  const ports = {
    redis: await freePort(),
    repositories: await freePort(),
    metrics: await Promise.all([freePort(), freePort(), freePort(), freePort(), freePort()]),
  };
  const commands = commandsOf(cluster, programs, root, ports, options);
  const launch = (controller: Controller): Running => {
    const { program, args, env } = commands[controller];
    return start(controller, program, args, { folder: root, env });
  };
  const running = { redis: launch('redis') } as Record<Controller, Running>;
  for (const controller of ['repositories', 'applications', 'applicationsets'] as const)
    running[controller] = launch(controller);
  return {
    running,
    stop: (controller, signal) => running[controller].stop(signal),
    start: async (controller) => {
      running[controller] = launch(controller);
    },
    stopAll: async () => {
      for (const controller of ['applicationsets', 'applications', 'repositories', 'redis'] as const)
        await running[controller].stop();
    },
  };
}

/** Definitions, and the objects that Argo CD expects to find. */
export async function install({ api }: Pick<Cluster, 'api'>, module: string): Promise<void> {
  const folder = join(module, 'manifests/crds');
  const files = readdirSync(folder).filter((name) => name.endsWith('-crd.yaml'));
  await api.define(files.map((name) => parse(readFileSync(join(folder, name), 'utf8')) as Thing));
  const labels = { 'app.kubernetes.io/part-of': 'argocd' };
  const metadata = (name: string) => ({ name, namespace: 'argocd', labels });
  await api.apply({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'argocd' } });
  await api.apply(
    { apiVersion: 'v1', kind: 'ConfigMap', metadata: metadata('argocd-cm'), data: { 'test.kept': 'yes' } },
    'installer',
  );
  // Without a key, edits of argocd-cm are not noticed.
  await api.apply({
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: metadata('argocd-secret'),
    stringData: { 'server.secretkey': 'a-key-for-tests' },
  });
}

interface Ports {
  readonly redis: number;
  readonly repositories: number;
  readonly metrics: readonly number[];
}

function commandsOf(
  cluster: Cluster,
  programs: ArgoPrograms,
  root: string,
  ports: Ports,
  options: ArgoOptions,
) {
  const bin = programFolder(programs, root);
  const folder = (name: string): string => {
    mkdirSync(join(root, name), { recursive: true, mode: 0o700 });
    return join(root, name);
  };
  const common = {
    ARGOCD_FAKE_IN_CLUSTER: 'true',
    KUBECONFIG: cluster.kubeconfig,
    PATH: `${bin}:${process.env.PATH ?? ''}`,
    // No configuration of whoever runs the tests.
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_CONFIG_NOSYSTEM: '1',
    HOME: folder('home'),
    // Every new definition makes Argo CD ask for all kinds anew; its usual 50 questions a second are minutes of waiting.
    ARGOCD_K8S_CLIENT_QPS: '1000',
    ARGOCD_K8S_CLIENT_BURST: '2000',
    // Between two waves; in the short form half of what is usual, for every commit goes through all of them.
    ARGOCD_SYNC_WAVE_DELAY: process.env.ARGOCD_ALL === undefined ? '1' : '2',
    ...options.env,
  };
  const repositories = `127.0.0.1:${ports.repositories}`;
  const redis = `127.0.0.1:${ports.redis}`;
  const [m1, m2, m3, m4, m5] = ports.metrics;
  return {
    redis: {
      program: programs.redis,
      args: ['--port', String(ports.redis), '--save', '', '--appendonly', 'no', '--bind', '127.0.0.1'],
      env: {},
    },
    repositories: {
      program: programs.argocd,
      args: [
        '--port',
        String(ports.repositories),
        '--metrics-port',
        String(m1),
        '--redis',
        redis,
        '--disable-tls',
        '--client-ca-path=',
      ],
      env: {
        ...common,
        ARGOCD_BINARY_NAME: 'argocd-repo-server',
        ARGOCD_GPG_ENABLED: 'false',
        ARGOCD_TLS_DATA_PATH: folder('tls'),
        ARGOCD_SSH_DATA_PATH: folder('ssh'),
        ARGOCD_GPG_DATA_PATH: folder('gpg'),
        ARGOCD_GNUPGHOME: folder('gnupg'),
        ARGOCD_PLUGINSOCKFILEPATH: folder('plugins'),
        ARGOCD_ASK_PASS_SOCK: join(root, 'askpass.sock'),
        TMPDIR: folder('repositories'),
        // A branch is looked up anew after this time; the default of three minutes is for people.
        ARGOCD_RECONCILIATION_TIMEOUT: '5s',
      },
    },
    applications: {
      program: programs.argocd,
      args: [
        '--redis',
        redis,
        '--repo-server',
        repositories,
        '--repo-server-plaintext',
        '--metrics-port',
        String(m2),
        '--app-resync',
        String(options.resync),
        '--app-resync-jitter',
        '0',
        '--kubectl-parallelism-limit',
        '20',
      ],
      env: { ...common, ARGOCD_BINARY_NAME: 'argocd-application-controller' },
    },
    applicationsets: {
      program: programs.argocd,
      args: [
        '--argocd-repo-server',
        repositories,
        '--repo-server-plaintext',
        '--metrics-addr',
        `127.0.0.1:${m3}`,
        '--probe-addr',
        `127.0.0.1:${m4}`,
        '--webhook-addr',
        `127.0.0.1:${m5}`,
      ],
      env: { ...common, ARGOCD_BINARY_NAME: 'argocd-applicationset-controller' },
    },
  } satisfies Record<
    Controller,
    { program: string; args: readonly string[]; env: Readonly<Record<string, string>> }
  >;
}

/** A folder for PATH with the programs that the repo-server calls, by the names that it calls them. */
function programFolder({ helm, kustomize, argocd, module }: ArgoPrograms, root: string): string {
  const bin = join(root, 'bin');
  mkdirSync(bin, { recursive: true });
  symlinkSync(helm, join(bin, 'helm'));
  symlinkSync(kustomize, join(bin, 'kustomize'));
  symlinkSync(argocd, join(bin, 'argocd'));
  const wrapper = join(bin, 'git-verify-wrapper.sh');
  copyFileSync(join(module, 'hack/git-verify-wrapper.sh'), wrapper);
  // A module's archive keeps no permissions.
  chmodSync(wrapper, 0o755);
  return bin;
}
