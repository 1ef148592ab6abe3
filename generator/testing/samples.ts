import type { CloudKind } from '../src/definition/cloud.ts';
import type { EnvironmentSize } from '../src/definition/size.ts';
import type { Written, WrittenEnvironment } from '../src/model/written.ts';

/** What a sample is made for; every cloud and every size is in one of them. */
export interface SampleKind {
  readonly cloud: CloudKind;
  readonly size: EnvironmentSize;
}

export const sampleKinds: readonly SampleKind[] = [
  { cloud: 'aws', size: 'small' },
  { cloud: 'aws', size: 'medium' },
  { cloud: 'aws', size: 'large' },
  { cloud: 'azure', size: 'medium' },
  { cloud: 'gcp', size: 'large' },
  { cloud: 'local', size: 'small' },
  { cloud: 'local', size: 'medium' },
  { cloud: 'local', size: 'large' },
];

/** What a sample needs to know of the platform. */
export interface SamplePlatform {
  readonly argocd: string;
  readonly buckets: readonly string[];
  /** Apps that have an identity in the cloud. */
  readonly identified: readonly string[];
  /** Those of them that are a secret store. */
  readonly stores: readonly string[];
  /** Whether an app is the object store where there is no cloud. */
  readonly objectStore: boolean;
  /** Whether an app is the gateway. */
  readonly gateway: boolean;
  /** Hosts that apps leave open to everybody. */
  readonly unauthenticatedHosts: readonly string[];
  /** What the cloud of a sample says of its `entrance`, by kind of cloud. */
  readonly entrances?: Partial<Readonly<Record<CloudKind, unknown>>>;
}

/**
 * An environment that nobody deploys: made for tests, so that what is tested does not hang on which environments a
 * repository happens to have.
 */
export function sampleEnvironment(
  kind: SampleKind,
  platform: SamplePlatform,
  changes: Readonly<Record<string, unknown>> = {},
): WrittenEnvironment {
  const name = `${kind.cloud}-${kind.size}`;
  const definition = {
    name,
    description: `A sample of the size ${kind.size} on ${kind.cloud}.`,
    argocd: platform.argocd,
    destination: { name, kubernetesVersion: '1.34' },
    cloud: {
      ...cloudOf(kind.cloud, platform),
      ...(platform.entrances && { entrance: platform.entrances[kind.cloud] }),
    },
    domain: `${name}.example.org`,
    size: kind.size,
    ...(!platform.gateway && { exposure: exposureOf(kind.cloud) }),
    unauthenticatedHosts: platform.unauthenticatedHosts,
    existing: { kinds: kind.cloud === 'gcp' ? ['gateway.networking.k8s.io'] : [] },
    secretPrefix: `${name}-`,
    ...changes,
  };
  return {
    folder: name,
    environment: { kind: 'environment', definition, site: undefined },
    release: { file: `environments/${name}/release.yaml`, text: 'follow: main\n' },
  };
}

/** Both ways in, each in some sample, with somebody who asks for a login. */
function exposureOf(kind: CloudKind) {
  const caller = { namespace: 'gateway', pods: { app: 'gateway' } };
  if (kind === 'gcp') {
    const authentication = { group: 'gateway.example.org', kind: 'LoginFilter', name: 'staff' };
    return { route: { kind: 'gateway', name: 'public', namespace: 'gateway', authentication }, caller };
  }
  const authentication = { 'example.org/login': 'staff' };
  return { route: { kind: 'ingress', class: 'public', tls: { issuer: 'public' }, authentication }, caller };
}

function cloudOf(kind: CloudKind, { buckets, identified, stores, objectStore }: SamplePlatform) {
  const named = (prefix: string) =>
    Object.fromEntries(buckets.map((bucket) => [bucket, `${prefix}-${bucket}`]));
  const each = (identity: (app: string) => string) =>
    Object.fromEntries(identified.map((app) => [app, identity(app)]));
  switch (kind) {
    case 'aws':
      return {
        kind,
        region: 'eu-west-1',
        accountId: '123456789012',
        storageClass: 'sample-ssd',
        buckets: named('sample-aws'),
        identities: each((app) => `arn:aws:iam::123456789012:role/${app}`),
      };
    case 'azure':
      return {
        kind,
        region: 'westeurope',
        subscriptionId: '00000000-0000-4000-8000-000000000001',
        tenantId: '00000000-0000-4000-8000-000000000002',
        storageAccount: 'sample',
        vaultUrl: 'https://sample.vault.example.org',
        storageClass: 'sample-premium',
        buckets: named('sample-azure'),
        // A program has to know of Azure's identities by itself, and only a store is sure to.
        identities: each((app) => (stores.includes(app) ? '00000000-0000-4000-8000-000000000003' : 'none')),
      };
    case 'gcp':
      return {
        kind,
        region: 'europe-west4',
        project: 'sample',
        cluster: { name: 'sample', location: 'europe-west4' },
        storageClass: 'sample-rwo',
        buckets: named('sample-gcp'),
        identities: each((app) => `${app}@sample.iam.gserviceaccount.com`),
      };
    case 'local':
      return {
        kind,
        ...(!objectStore && { objectStore: storeElsewhere }),
        buckets: named('sample-local'),
      };
  }
}

/** An object store that no app of the platform is. */
export const storeElsewhere = { endpoint: 'https://objects.example.internal:9000', region: 'us-east-1' };

/** Names of the apps that have a role in an environment: a store of secrets or of objects, the gateway. */
export const havingRole = (
  { apps }: Pick<Written, 'apps'>,
  kind: 'secretStore' | 'objectStore' | 'gateway',
): string[] =>
  apps
    .filter(({ definition }) => (definition as Record<string, unknown>)[kind] !== undefined)
    .map(({ name }) => name);
