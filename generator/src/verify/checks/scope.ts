import type { Manifest } from '../manifest.ts';
import type { RenderedApp } from '../rendered.ts';

/** Cluster-scoped kinds of Kubernetes itself, by group. */
const builtIn: Readonly<Record<string, readonly string[]>> = {
  '': ['Namespace', 'Node', 'PersistentVolume'],
  'admissionregistration.k8s.io': [
    'MutatingWebhookConfiguration',
    'ValidatingWebhookConfiguration',
    'ValidatingAdmissionPolicy',
    'ValidatingAdmissionPolicyBinding',
    'MutatingAdmissionPolicy',
    'MutatingAdmissionPolicyBinding',
  ],
  'apiextensions.k8s.io': ['CustomResourceDefinition'],
  'apiregistration.k8s.io': ['APIService'],
  'certificates.k8s.io': ['CertificateSigningRequest'],
  'flowcontrol.apiserver.k8s.io': ['FlowSchema', 'PriorityLevelConfiguration'],
  'networking.k8s.io': ['IngressClass', 'ServiceCIDR', 'IPAddress'],
  'node.k8s.io': ['RuntimeClass'],
  'rbac.authorization.k8s.io': ['ClusterRole', 'ClusterRoleBinding'],
  'resource.k8s.io': ['DeviceClass', 'ResourceSlice'],
  'scheduling.k8s.io': ['PriorityClass'],
  'storage.k8s.io': ['CSIDriver', 'CSINode', 'StorageClass', 'VolumeAttachment', 'VolumeAttributesClass'],
};

/** Groups of Kubernetes itself, whose kinds no CRD brings. Others may end in `.k8s.io` as well. */
const builtInGroups = new Set([
  '',
  'apps',
  'autoscaling',
  'batch',
  'policy',
  ...[
    'admissionregistration',
    'apiextensions',
    'apiregistration',
    'authentication',
    'authorization',
    'certificates',
    'coordination',
    'discovery',
    'events',
    'flowcontrol.apiserver',
    'internal.apiserver',
    'networking',
    'node',
    'rbac.authorization',
    'resource',
    'scheduling',
    'storage',
    'storagemigration',
  ].map((name) => `${name}.k8s.io`),
]);

export const isBuiltIn = (group: string): boolean => builtInGroups.has(group);

/** Without a definition, the name is all there is: every known kind that is called so is cluster-scoped. */
const clusterName = /^(Kong)?Cluster[A-Z]/;

/** Whether an object belongs to no namespace: known for built-in kinds, read from definitions that were rendered. */
function isClusterScoped({ group, kind }: ScopedKind, all: readonly RenderedApp[]): boolean {
  if (group === null) return clusterName.test(kind);
  if (builtIn[group] !== undefined || isBuiltIn(group)) return builtIn[group]?.includes(kind) ?? false;
  const definition = all
    .flatMap((rendered) => rendered.manifests)
    .find((manifest) => manifest.kind === 'CustomResourceDefinition' && defines(manifest, group, kind));
  if (definition) return (definition.object.spec as { scope?: string }).scope === 'Cluster';
  return clusterName.test(kind);
}

function defines({ object }: Manifest, group: string, kind: string): boolean {
  const spec = object.spec as { group?: string; names?: { kind?: string } };
  return spec.group === group && spec.names?.kind === kind;
}

/** A kind; without a group, as its name alone says. */
interface ScopedKind {
  readonly group: string | null;
  readonly kind: string;
}

/** Tells whether objects of a kind belong to no namespace. */
export type Scopes = (kind: ScopedKind) => boolean;

/** Whether an object belongs to no namespace; each kind is looked up once. */
export function scopesIn(all: readonly RenderedApp[]): Scopes {
  const known = new Map<string, boolean>();
  return (manifest) => {
    const kind = `${manifest.group}/${manifest.kind}`;
    const scope = known.get(kind) ?? isClusterScoped(manifest, all);
    known.set(kind, scope);
    return scope;
  };
}
