import type { Model } from '../../../src/model/model.ts';
import { Api } from './api.ts';
import type { ArgoCd } from './argocd.ts';
import type { Cluster } from './cluster.ts';
import { freePort, start, until } from './running.ts';

/** A cluster that somebody else runs, with Argo CD on it. */
export interface Elsewhere {
  /** Path of a kubeconfig whose current context is that cluster's. */
  readonly kubeconfig: string;
  /** Name or address of this machine, as Argo CD knows it. */
  readonly address: string;
}

/** The cluster that was named, if one was. */
export const elsewhere = (): Elsewhere | null => {
  const { ARGOCD_KUBECONFIG: kubeconfig, ARGOCD_ADDRESS: address } = process.env;
  return kubeconfig === undefined || address === undefined ? null : { kubeconfig, address };
};

/** kubectl's proxy knows every way to log in that kubeconfigs know. */
export async function joinCluster(kubeconfig: string, kubectl: string, root: string): Promise<Cluster> {
  const port = await freePort();
  const args = ['--kubeconfig', kubeconfig, 'proxy', '--port', String(port)];
  const proxy = start('proxy', kubectl, args, { folder: root });
  const api = new Api(`http://127.0.0.1:${port}`, '');
  const ready = async (): Promise<boolean> => (await api.call<string>('GET', '/readyz')) === 'ok';
  await until(`the cluster of ${kubeconfig}`, ready, { seconds: 30, running: [proxy] });
  return {
    name: 'elsewhere',
    api,
    kubeconfig,
    server: proxy,
    restartServer: () => Promise.reject(notOurs),
    stop: () => proxy.stop(),
  };
}

const notOurs = new Error('this cluster is not ours to stop');

export const argoOfOthers: ArgoCd = {
  running: {},
  stop: () => Promise.reject(notOurs),
  start: () => Promise.reject(notOurs),
  stopAll: () => Promise.resolve(),
};

/** What the tests do to a platform is done to none that is in use. */
export async function expectUnused(api: Api, model: Model): Promise<void> {
  const served = await api.isNamespaced('argoproj.io/v1alpha1', 'Application');
  if (served === undefined) throw new Error('there is no Argo CD on that cluster: install it first');
  const wanted = new Set(model.environments.flatMap(({ apps }) => apps.map(({ namespace }) => namespace)));
  const namespaces = await api.list('v1', 'Namespace');
  const ours = new RegExp(`^${model.platform.name}-`);
  const applications = await api.list('argoproj.io/v1alpha1', 'Application');
  const found = [
    ...namespaces.filter(({ metadata: { name } }) => name !== 'default' && wanted.has(name)),
    ...applications.filter(({ metadata }) => ours.test(metadata.name)),
  ].map(({ kind, metadata }) => `${kind} ${metadata.name}`);
  if (found.length > 0)
    throw new Error(`give a cluster made for the purpose: that one has ${found.join(', ')}`);
}

/** Keys of Argo CD's settings. */
export async function settingsIn(api: Api): Promise<string[]> {
  const settings = await api.get('v1', 'ConfigMap', 'argocd-cm', 'argocd');
  return Object.keys((settings?.data ?? {}) as object);
}
