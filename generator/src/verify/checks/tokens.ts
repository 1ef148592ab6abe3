import { accountOf, type Pods, podsOf } from '../pods.ts';
import type { RenderedApp } from '../rendered.ts';
import { type Check, finding } from './check.ts';

/** A token of the Kubernetes API in a pod that has no business there is a gift to whoever gets into the pod. */
export const tokensAreNeeded: Check = (rendered) =>
  rendered.app.network.kubernetesApi
    ? []
    : podsOf(rendered)
        .filter((pods) => pods.spec !== null && mountsToken(pods, rendered))
        .map(({ owner }) =>
          finding(
            'needless-token',
            rendered,
            owner,
            'mounts a token of the Kubernetes API, which the app does not call',
            'automountServiceAccountToken: false in the values; or network: { kubernetesApi: true }',
          ),
        );

/** The pod decides, then its ServiceAccount; by default a token is mounted. */
function mountsToken(pods: Pods, rendered: RenderedApp): boolean {
  const own = pods.spec?.automountServiceAccountToken;
  if (typeof own === 'boolean') return own;
  return accountOf(pods, rendered)?.object.automountServiceAccountToken !== false;
}
