import { type Cloud, defineApp, firstParty, type StoredSecret } from '#generator';
import type { Values } from '../../schemas/charts/secret-stores.gen.ts';
import { externalSecrets } from './external-secrets.ts';

const name = 'obsrv';

export const secretStores = defineApp({
  name: 'secret-stores',
  description:
    'Where the secrets of the environment are kept: the store of the cloud, or a namespace of the cluster.',
  layer: 'operators',
  namespace: 'secrets',
  seed: ['kubernetes-reflector'],
  chart: firstParty('secret-stores'),
  dependsOn: [externalSecrets],
  secretStore: { kind: 'secret-store', storeKind: 'ClusterSecretStore', name },
  // Without a cloud, its namespace holds the only copy of every generated password.
  keepsData: true,
  clusterKinds: [{ group: 'external-secrets.io', kind: 'ClusterSecretStore' }],
  restore: ({ environment: { cloud }, namespace }) =>
    cloud.kind === 'local'
      ? {
          keeps:
            'Nothing by itself: the Secrets in this namespace are the only copy. What was copied below is the passwords that everything else here needs.',
          steps: [
            {
              do: 'Now, and whenever a secret is added: copy them to a safe place. The file is encrypted with a passphrase that `age` asks for.',
              run: `kubectl -n ${namespace} get secrets --field-selector type=Opaque -o yaml | age --passphrase > secrets.yaml.age`,
            },
            {
              do: 'On a new cluster, before the environment is brought up: put them back.',
              run: `kubectl create namespace ${namespace}\nage --decrypt secrets.yaml.age | kubectl apply -f -`,
            },
          ],
        }
      : {
          keeps:
            'The store of the cloud has the secrets, with the versions and the time that it keeps deleted ones. Nothing of them is in the cluster alone.',
          steps: [],
        },
  values: ({ environment, stored, secretPrefix, of }): Values => ({
    name,
    reader: {
      name: of(externalSecrets).serviceAccount.value,
      namespace: of(externalSecrets).namespace.value,
    },
    keptIn: keptIn(environment.cloud, stored, secretPrefix),
  }),
});

function keptIn(cloud: Cloud, stored: readonly StoredSecret[], prefix: string): Values['keptIn'] {
  switch (cloud.kind) {
    case 'aws':
      return { aws: { region: cloud.region } };
    case 'azure':
      return { azure: { vaultUrl: cloud.vaultUrl, tenantId: cloud.tenantId } };
    case 'gcp':
      return { gcp: { project: cloud.project, cluster: cloud.cluster } };
    case 'local':
      return { namespace: { secrets: stored.map((secret) => recipe(secret, prefix)) } };
  }
}

/** What a person provides is only named: they put it there, and everyone who reads it waits for them. */
function recipe({ name, generated }: StoredSecret, prefix: string) {
  return { name: prefix + name, ...(Object.keys(generated).length > 0 && { generated }) };
}
