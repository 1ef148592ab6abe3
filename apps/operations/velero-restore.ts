import type { RestoreContext, Runbook } from '#generator';

type Context = Pick<
  // biome-ignore lint/suspicious/noExplicitAny: what is picked hangs on none of them
  RestoreContext<any, any, any, any, any, any, any>,
  'environment' | 'namespace' | 'bucket' | 'size'
>;

/** How objects of the cluster are brought back, one kind at a time: whoever needs them rarely needs all. */
export function restoreObjects({ environment, namespace, bucket, size }: Context): Runbook {
  return {
    keeps:
      `Every night, for ${size.days} days, in \`${bucket('backups', 'read').name}/velero\`: which disk belongs to which claim, and the objects of ` +
      'Flink, Kafka, PostgreSQL and Druid with what their operators wrote into them. No Secret, and nothing of what is on a volume. ' +
      'Everything else comes from Git.' +
      (environment.cloud.kind === 'local'
        ? ' The bucket is in the same cluster: it helps against a deleted object, and not against the loss of the cluster.'
        : ''),
    steps: [
      {
        do: 'See which backups there are. A new cluster lists those in the bucket by itself, within a minute.',
        run: `kubectl -n ${namespace} get backups.velero.io --sort-by=.metadata.creationTimestamp`,
      },
      {
        do: 'Let it change the cluster. It may only read otherwise.',
        run: `kubectl create clusterrolebinding velero-restores --clusterrole=cluster-admin --serviceaccount=${namespace}:velero`,
      },
      {
        do: 'Bring back what is missing, here the claims and disks of one namespace. What is there is left as it is. For the disks of a cloud, do this on the new cluster before the app in that namespace is synced, or it makes empty ones.',
        run: manifest(namespace),
        language: 'yaml',
      },
      {
        do: 'Create it from that file, look at how it went, and take the right away again.',
        run: [
          'kubectl create -f restore.yaml',
          `kubectl -n ${namespace} wait --for=jsonpath='{.status.phase}'=Completed --timeout=10m restores.velero.io/claims`,
          'kubectl delete clusterrolebinding velero-restores',
          `kubectl -n ${namespace} delete restores.velero.io claims`,
        ].join('\n'),
      },
    ],
  };
}

const manifest = (namespace: string): string => `\
apiVersion: velero.io/v1
kind: Restore
metadata:
  name: claims
  namespace: ${namespace}
spec:
  scheduleName: velero-objects
  includedNamespaces: [druid]
  includedResources: [persistentvolumes, persistentvolumeclaims]
  restorePVs: true
`;
