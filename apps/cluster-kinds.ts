import type { ClusterKind } from '#generator';

/** Cluster-scoped kinds that operators commonly bring, for `clusterKinds`. */
export const definition: ClusterKind = { group: 'apiextensions.k8s.io', kind: 'CustomResourceDefinition' };

export const clusterRoles: readonly ClusterKind[] = [
  { group: 'rbac.authorization.k8s.io', kind: 'ClusterRole' },
  { group: 'rbac.authorization.k8s.io', kind: 'ClusterRoleBinding' },
];

export const mutatingWebhook: ClusterKind = {
  group: 'admissionregistration.k8s.io',
  kind: 'MutatingWebhookConfiguration',
};

export const validatingWebhook: ClusterKind = {
  group: 'admissionregistration.k8s.io',
  kind: 'ValidatingWebhookConfiguration',
};

export const admissionPolicy: readonly ClusterKind[] = [
  { group: 'admissionregistration.k8s.io', kind: 'ValidatingAdmissionPolicy' },
  { group: 'admissionregistration.k8s.io', kind: 'ValidatingAdmissionPolicyBinding' },
];
