import { generateKeyPairSync } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Api } from './api.ts';
import { freePort, type Running, start, until } from './running.ts';

/** Paths of the programs that make a cluster. */
export interface ClusterPrograms {
  readonly etcd: string;
  readonly apiserver: string;
  /** Left out where nobody needs garbage collection, nor an end of namespaces. */
  readonly controllers?: string;
}

/** A Kubernetes without nodes: its API server, Jobs, garbage collection, and the end of namespaces. */
export interface Cluster {
  readonly name: string;
  readonly api: Api;
  /** Path of a kubeconfig whose namespace is `argocd`. */
  readonly kubeconfig: string;
  readonly server: Running;
  /** Starts the API server anew after it was stopped. */
  restartServer(): Promise<void>;
  stop(): Promise<void>;
}

const token = 'test-token';

/**
 * @param users  who may log in with their name as their token, and may do what their roles say; without any, there is
 *   only one, and nobody is asked for rights
 */
export async function startCluster(
  name: string,
  programs: ClusterPrograms,
  root: string,
  users: readonly string[] = [],
): Promise<Cluster> {
  const folder = join(root, name);
  mkdirSync(folder, { recursive: true });
  const [etcdPort, peerPort, port, controllersPort] = await Promise.all([
    freePort(),
    freePort(),
    freePort(),
    freePort(),
  ]);
  const etcd = start(`${name}-etcd`, programs.etcd, etcdFlags(folder, etcdPort, peerPort), { folder: root });
  writeKeys(folder, users);
  const url = `https://127.0.0.1:${port}`;
  const startServer = (): Running =>
    start(`${name}-apiserver`, programs.apiserver, serverFlags(folder, etcdPort, port, users.length > 0), {
      folder: root,
    });
  const api = new Api(url, token);
  const ready = (running: Running): Promise<unknown> =>
    until(`the API server of ${name}`, async () => (await api.call<string>('GET', '/readyz')) === 'ok', {
      running: [etcd, running],
    });
  let server = startServer();
  await ready(server);
  const kubeconfig = join(folder, 'kubeconfig');
  writeFileSync(kubeconfig, kubeconfigText(url));
  const controllers =
    programs.controllers === undefined
      ? undefined
      : start(
          `${name}-controllers`,
          programs.controllers,
          controllersFlags(folder, kubeconfig, controllersPort),
          { folder: root },
        );
  return {
    name,
    api,
    kubeconfig,
    get server() {
      return server;
    },
    restartServer: async () => {
      await server.stop('SIGKILL');
      server = startServer();
      await ready(server);
    },
    stop: async () => {
      await Promise.all([controllers?.stop(), server.stop()]);
      await etcd.stop();
    },
  };
}

const etcdFlags = (folder: string, port: number, peer: number): string[] => [
  `--data-dir=${folder}/etcd`,
  `--listen-client-urls=http://127.0.0.1:${port}`,
  `--advertise-client-urls=http://127.0.0.1:${port}`,
  `--listen-peer-urls=http://127.0.0.1:${peer}`,
  // What is lost in a power cut is of no interest here.
  '--unsafe-no-fsync',
  '--log-level=warn',
];

const serverFlags = (folder: string, etcdPort: number, port: number, roles: boolean): string[] => [
  `--etcd-servers=http://127.0.0.1:${etcdPort}`,
  `--secure-port=${port}`,
  '--bind-address=127.0.0.1',
  `--cert-dir=${folder}/certificates`,
  `--service-account-key-file=${folder}/accounts.pem`,
  `--service-account-signing-key-file=${folder}/accounts.pem`,
  '--service-account-issuer=https://kubernetes.default.svc',
  '--service-cluster-ip-range=10.96.0.0/16',
  `--token-auth-file=${folder}/tokens.csv`,
  `--authorization-mode=${roles ? 'RBAC' : 'AlwaysAllow'}`,
  // No pod will ever run: nobody needs a token, and no webhook can answer.
  '--disable-admission-plugins=ServiceAccount,MutatingAdmissionWebhook,ValidatingAdmissionWebhook',
  '--max-requests-inflight=2000',
  '--max-mutating-requests-inflight=1000',
];

const controllersFlags = (folder: string, kubeconfig: string, port: number): string[] => [
  `--kubeconfig=${kubeconfig}`,
  '--controllers=garbage-collector-controller,namespace-controller,job-controller',
  '--leader-elect=false',
  '--bind-address=127.0.0.1',
  `--secure-port=${port}`,
  `--cert-dir=${folder}/controllers`,
];

function writeKeys(folder: string, users: readonly string[]): void {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  writeFileSync(join(folder, 'accounts.pem'), privateKey.export({ type: 'pkcs1', format: 'pem' }));
  const lines = [
    `${token},admin,admin,"system:masters"`,
    ...users.map((user) => `${user},${user},${user},"system:authenticated"`),
  ];
  writeFileSync(join(folder, 'tokens.csv'), `${lines.join('\n')}\n`);
}

const kubeconfigText = (url: string): string => `apiVersion: v1
kind: Config
current-context: test
clusters: [{ name: test, cluster: { server: "${url}", insecure-skip-tls-verify: true } }]
users: [{ name: test, user: { token: ${token} } }]
contexts: [{ name: test, context: { cluster: test, user: test, namespace: argocd } }]
`;
