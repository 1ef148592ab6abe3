import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { atTheEnd, obtain, temporaryFolder } from '#testing';
import { type Cluster, startCluster } from '../../generator/test/argocd/harness/cluster.ts';

export interface GuardedCluster extends Cluster {
  readonly kubectl: string;
  readonly helm: string;
  /** Path of a kubeconfig of one of its users, who may do what its roles say. */
  kubeconfigOf(user: string): string;
}

/** An API server that asks for rights, and the command lines that talk to it. It runs no pod. */
export async function startGuardedCluster(users: readonly string[]): Promise<GuardedCluster> {
  const say = (line: string): void => void process.stderr.write(`${line}\n`);
  const folder = temporaryFolder();
  const programs = { etcd: await obtain('etcd', say), apiserver: await obtain('kube-apiserver', say) };
  const [kubectl, helm] = [await obtain('kubectl', say), await obtain('helm', say)];
  const cluster = await startCluster('guarded', programs, folder, users);
  atTheEnd(() => cluster.stop());
  return {
    ...cluster,
    kubectl,
    helm,
    kubeconfigOf: (user) => {
      const file = join(folder, `kubeconfig-${users.indexOf(user)}`);
      writeFileSync(file, configOf(cluster.api.url, user));
      return file;
    },
  };
}

const configOf = (server: string, user: string): string =>
  JSON.stringify({
    apiVersion: 'v1',
    kind: 'Config',
    'current-context': 'test',
    clusters: [{ name: 'test', cluster: { server, 'insecure-skip-tls-verify': true } }],
    users: [{ name: 'test', user: { token: user } }],
    contexts: [{ name: 'test', context: { cluster: 'test', user: 'test', namespace: 'default' } }],
  });
