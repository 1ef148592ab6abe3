import type { PlainObject } from '../../definition/plain.ts';
import { isObject, type Manifest } from '../manifest.ts';
import { type Check, finding } from './check.ts';

const rbac = 'rbac.authorization.k8s.io';
/** Roles of Kubernetes that may do nearly everything. */
const mighty = ['cluster-admin', 'admin', 'edit'];
/** Verbs by which an account gets rights that it was not given. */
const escalating = ['escalate', 'bind', 'impersonate'];

/** An app must not be able to do everything, read every secret, or give itself rights. */
export const rightsAreNarrow: Check = (rendered) => {
  const roles = rendered.manifests.filter(({ group }) => group === rbac);
  const clusterWide = boundClusterWide(roles);
  return roles.flatMap((manifest) => {
    const wide = manifest.kind === 'ClusterRole' && (clusterWide.has(manifest.name) || aggregates(manifest));
    return [...rulesOf(manifest).flatMap((rule) => excesses(rule, wide)), ...mightyRole(manifest)].map(
      (what) =>
        finding('broad-right', rendered, manifest, what, 'narrow it in the values, or say why in exceptions'),
    );
  });
};

function boundClusterWide(manifests: readonly Manifest[]): Set<string> {
  const bindings = manifests.filter(({ kind }) => kind === 'ClusterRoleBinding');
  return new Set(
    bindings.flatMap(({ object }) => (isObject(object.roleRef) ? [String(object.roleRef.name)] : [])),
  );
}

/** Whether the rights of a role are added to those of people who may view, edit or administrate. */
const aggregates = ({ object }: Manifest): boolean =>
  isObject(object.metadata) &&
  isObject(object.metadata.labels) &&
  Object.keys(object.metadata.labels).some((label) => label.startsWith(`${rbac}/aggregate-to-`));

const rulesOf = ({ kind, object }: Manifest): PlainObject[] =>
  ['Role', 'ClusterRole'].includes(kind) && Array.isArray(object.rules) ? object.rules.filter(isObject) : [];

function excesses(rule: PlainObject, clusterWide: boolean): string[] {
  const [groups, resources, verbs, urls] = [
    rule.apiGroups,
    rule.resources,
    rule.verbs,
    rule.nonResourceURLs,
  ].map((list) => (Array.isArray(list) ? list.map(String) : [])) as [string[], string[], string[], string[]];
  const secrets = groups.includes('') && resources.includes('secrets') && !isLimited(rule);
  const escalated = verbs.filter((verb) => escalating.includes(verb));
  return [
    ...(verbs.includes('*') ? [`may do everything with ${[...resources, ...urls].join(', ')}`] : []),
    ...(resources.includes('*') ? [`has rights on every resource of ${groups.join(', ')}`] : []),
    ...(groups.includes('*') ? ['has rights in every API group'] : []),
    ...(urls.includes('*') ? ['has rights on every address of the API server'] : []),
    ...(secrets && clusterWide ? [`may ${verbs.join(', ')} every Secret of the cluster`] : []),
    ...(escalated.length > 0 ? [`may ${escalated.join(', ')}, which gives it any right`] : []),
  ];
}

/** Whether rights are on objects by name; an empty list names all. */
const isLimited = ({ resourceNames }: PlainObject): boolean =>
  Array.isArray(resourceNames) && resourceNames.length > 0;

function mightyRole({ kind, object }: Manifest): string[] {
  if (!kind.endsWith('RoleBinding') || !isObject(object.roleRef)) return [];
  const { kind: of, name } = object.roleRef;
  return of === 'ClusterRole' && mighty.includes(String(name))
    ? [`binds the role ${String(name)} of Kubernetes`]
    : [];
}
