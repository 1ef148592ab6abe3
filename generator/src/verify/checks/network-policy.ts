import type { Plain, PlainObject } from '../../definition/plain.ts';
import { isObject, type Manifest } from '../manifest.ts';
import { type Pods, podsOf } from '../pods.ts';
import type { RenderedApp } from '../rendered.ts';
import { selects } from '../selector.ts';
import { type Check, type Finding, finding } from './check.ts';
import { isBuiltIn } from './scope.ts';

/** A network policy that selects no pod protects nothing, and a pod that no policy selects is open to everybody. */
export const policiesSelectPods: Check = (rendered) => {
  const pods = podsOf(rendered);
  const policies = rendered.manifests.filter(isPolicy);
  return [
    ...(pods.length === 0 && mayHidePods(rendered)
      ? []
      : policies
          .filter((policy) => !pods.some((template) => covers(policy, template, rendered)))
          .map(idle(rendered))),
    ...pods.filter((template) => !isIsolated(template, policies, rendered)).map(open(rendered)),
  ];
};

const isPolicy = ({ group, kind }: Manifest): boolean =>
  group === 'networking.k8s.io' && kind === 'NetworkPolicy';

/** Groups whose resources no pod of the app stands behind. */
const withoutPods =
  /(^|\.)(monitoring\.coreos\.com|external-secrets\.io|cert-manager\.io|gateway\.networking\.k8s\.io)$/;

/** An operator that is not known may create pods that nobody can see here. */
const mayHidePods = ({ manifests }: RenderedApp): boolean =>
  manifests.some(({ group }) => !isBuiltIn(group) && !withoutPods.test(group));

function covers({ namespace, object }: Manifest, pods: Pods, { app }: RenderedApp): boolean {
  const spec = isObject(object.spec) ? object.spec : {};
  return (namespace ?? app.namespace) === pods.namespace && selects(spec.podSelector, pods.labels);
}

/** Whether policies decide about both directions: what comes in, and what goes out. */
function isIsolated(pods: Pods, policies: readonly Manifest[], rendered: RenderedApp): boolean {
  const types = policies
    .filter((policy) => covers(policy, pods, rendered))
    .flatMap(({ object }) => (isObject(object.spec) ? directionsOf(object.spec) : []));
  return types.includes('Ingress') && types.includes('Egress');
}

/** What a policy decides about; what it does not say is taken as Kubernetes takes it. */
function directionsOf({ policyTypes, egress }: PlainObject): Plain[] {
  if (Array.isArray(policyTypes)) return [...policyTypes];
  return egress === undefined ? ['Ingress'] : ['Ingress', 'Egress'];
}

const idle =
  (rendered: RenderedApp) =>
  (policy: Manifest): Finding =>
    finding(
      'unselected-pod',
      rendered,
      policy,
      `selects none of the app's pods (${described(rendered)})`,
      'say in network.pods which labels the pods have',
    );

const open =
  (rendered: RenderedApp) =>
  ({ owner }: Pods): Finding =>
    finding(
      'unselected-pod',
      rendered,
      owner,
      'has pods whose traffic no network policy restricts in both directions',
      'say in network.pods which labels all pods of the app have',
    );

function described(rendered: RenderedApp): string {
  const [first] = podsOf(rendered);
  if (first === undefined) return 'it has none';
  return Object.entries(first.labels)
    .map(([key, value]) => `${key}=${value}`)
    .join(', ');
}
