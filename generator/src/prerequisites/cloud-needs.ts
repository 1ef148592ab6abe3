import type { Cloud } from '../definition/cloud.ts';
import { statedIdentities } from '../model/cloud-names.ts';
import type { EnvironmentModel } from '../model/model.ts';
import type { PlanNode } from '../plan/plan.ts';
import { bucketPermissions, secretPermissions } from './cloud-permissions.ts';
import type { Prerequisite } from './prerequisite.ts';

/** What has to be in the cloud, or in the object store, but for secrets. */
export function cloudNeeds(environment: EnvironmentModel, nodes: readonly PlanNode[]): Prerequisite[] {
  const { cloud } = environment;
  // An app makes them there, as it makes whoever may use them.
  if (environment.objectStore !== null) return [];
  const endpoint = cloud.kind === 'local' ? (cloud.objectStore?.endpoint ?? null) : null;
  const buckets = [...new Set(nodes.flatMap(purposesOf))].sort().map((purpose): Prerequisite => {
    const name = nameOf(cloud, purpose);
    return { kind: 'bucket', purpose, name, cloud: cloud.kind, endpoint };
  });
  if (cloud.kind === 'local') return buckets;
  const identities = identityNeeds(environment, cloud, nodes);
  return [
    ...accountNeeds(cloud, buckets.length > 0, environment.existing.secretStore === null),
    ...(identities.length > 0 ? [{ kind: 'federation', cloud: cloud.kind } as const] : []),
    ...buckets,
    ...identities,
  ];
}

type AccountCloud = Exclude<Cloud, { kind: 'local' }>;

function accountNeeds(cloud: AccountCloud, hasBuckets: boolean, keepsSecrets: boolean): Prerequisite[] {
  const { kind, region } = cloud;
  switch (kind) {
    case 'aws':
      return [{ kind: 'account', cloud: kind, name: cloud.accountId, region }];
    case 'azure':
      return [
        { kind: 'account', cloud: kind, name: cloud.subscriptionId, region },
        ...(hasBuckets ? [{ kind: 'storage-account', name: cloud.storageAccount } as const] : []),
        ...(keepsSecrets ? [{ kind: 'vault', url: cloud.vaultUrl } as const] : []),
      ];
    case 'gcp':
      return [{ kind: 'account', cloud: kind, name: cloud.project, region }];
  }
}

/** One for each app that has an identity, bound to the ServiceAccount that is called like the app. */
function identityNeeds(
  { secretPrefix }: EnvironmentModel,
  cloud: AccountCloud,
  nodes: readonly PlanNode[],
): Prerequisite[] {
  const secrets = [...new Set(nodes.flatMap((node) => Object.keys(node.secrets)))].sort();
  return [...nodes]
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((node): Prerequisite[] => {
      const identity = statedIdentities(cloud).get(node.name);
      if (identity === undefined || identity === 'none') return [];
      const stores = Object.values(node.provides).some(({ kind }) => kind === 'secret-store');
      const permissions = [
        ...purposesOf(node).flatMap((purpose) =>
          // Plans of older commits do not say it.
          bucketPermissions(
            cloud,
            nameOf(cloud, purpose),
            new Map(Object.entries(node.buckets)).get(purpose) ?? 'read-write',
          ),
        ),
        ...(stores ? secretPermissions(cloud, secrets, secretPrefix) : []),
      ];
      const subject = subjectOf(node, cloud);
      return [{ kind: 'identity', app: node.name, identity, cloud: cloud.kind, subject, permissions }];
    });
}

const subjectOf = ({ name, namespace }: PlanNode, cloud: AccountCloud): string =>
  cloud.kind === 'gcp'
    ? `serviceAccount:${cloud.project}.svc.id.goog[${namespace}/${name}]`
    : `system:serviceaccount:${namespace}:${name}`;

const purposesOf = ({ consumes }: PlanNode): readonly string[] => consumes.environment ?? [];

const nameOf = (cloud: Cloud, purpose: string): string =>
  (cloud.buckets as Readonly<Record<string, string>>)[purpose] ?? purpose;
