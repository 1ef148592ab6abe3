/**
 * What Velero copies, by API group: objects that are not in Git, or have a part that is not. Never Secrets: they come from
 * the store, and whoever may read the bucket would have them all.
 */
export const kept: Readonly<Record<string, readonly string[]>> = {
  // Which disk is whose.
  '': ['persistentvolumes', 'persistentvolumeclaims'],
  // Where the operators left off: identities of clusters, the savepoint that a job goes on from.
  'druid.apache.org': ['druids'],
  'flink.apache.org': ['flinkdeployments'],
  'kafka.strimzi.io': ['kafkas', 'kafkanodepools', 'kafkatopics', 'kafkausers'],
  'postgresql.cnpg.io': ['clusters', 'backups'],
};

const reading = ['get', 'list', 'watch'];

/** What it may read of the cluster; it changes nothing outside its own namespace. */
export const reader = {
  apiVersion: 'rbac.authorization.k8s.io/v1',
  kind: 'ClusterRole',
  metadata: { name: 'velero-reader' },
  rules: [
    ...Object.entries(kept).map(([group, resources]) => ({ apiGroups: [group], resources, verbs: reading })),
    // What it looks at around them: each object's definition, who uses a claim, and whose rights an account has.
    { apiGroups: [''], resources: ['namespaces', 'nodes', 'pods'], verbs: reading },
    { apiGroups: ['apiextensions.k8s.io'], resources: ['customresourcedefinitions'], verbs: reading },
    {
      apiGroups: ['rbac.authorization.k8s.io'],
      resources: ['clusterroles', 'clusterrolebindings'],
      verbs: reading,
    },
  ],
};
