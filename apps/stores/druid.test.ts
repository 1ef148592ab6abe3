import { describe, expect, test } from 'vitest';
import { all, at, beside, bySize, one, type Plain, rendered, renderedSamplesOf } from '#testing';
import { propertiesIn } from '../test/properties.ts';
import { druid } from './druid.ts';
import { postgresql } from './postgresql.ts';

interface Node {
  readonly nodeType: string;
  readonly kind: string;
  readonly replicas: number;
  readonly 'druid.port': number;
  readonly 'runtime.properties': string;
  readonly volumes?: Plain;
}

describe.each(await renderedSamplesOf(druid))('Druid on $name', (sample) => {
  const { app, environment, manifests } = sample;
  const cluster = one(manifests, 'Druid');
  const common = propertiesIn(at(cluster, 'spec|common.runtime.properties'));
  const nodes = Object.values(at(cluster, 'spec.nodes') as unknown as Record<string, Node>);
  const nodeOf = (type: string) => nodes.find(({ nodeType }) => nodeType === type) as Node;
  const settingsOf = (type: string) => propertiesIn(nodeOf(type)['runtime.properties']);

  test('has every process that Druid is made of, Coordinator and Overlord in one', () => {
    expect(nodes.map(({ nodeType }) => nodeType).sort()).toEqual([
      'broker',
      'coordinator',
      'historical',
      'indexer',
      'router',
    ]);
    expect(settingsOf('coordinator')['druid.coordinator.asOverlord.enabled']).toBe('true');
  });

  test('needs no ZooKeeper: members and leaders are known to Kubernetes, by rights in its namespace alone', () => {
    expect(common['druid.zk.service.enabled']).toBe('false');
    expect(common['druid.discovery.type']).toBe('k8s');
    expect(common['druid.indexer.runner.type']).toBe('httpRemote');
    expect(all(manifests, 'ClusterRole')).toEqual([]);
    const rules = at(one(manifests, 'Role'), 'rules') as { resources: string[]; verbs: string[] }[];
    expect(rules.map(({ resources, verbs }) => [resources.join(), verbs.join()])).toEqual([
      ['pods', 'get,list,watch,patch'],
      ['configmaps', 'get,update'],
      ['configmaps', 'create'],
    ]);
    expect(at(one(manifests, 'ServiceAccount'), 'automountServiceAccountToken')).toBe(true);
  });

  test('loads the extension of its object store and of no other', () => {
    const extensions = JSON.parse(common['druid.extensions.loadList'] ?? '[]') as string[];
    const stores = extensions.filter((name) => /s3|azure|google/.test(name));
    const own = { aws: 's3', local: 's3', azure: 'azure', gcp: 'google' }[environment.cloud.kind];
    expect(stores).toEqual([`druid-${own}-extensions`]);
    expect([common['druid.storage.type'], common['druid.indexer.logs.type']]).toEqual([own, own]);
    const named = Object.keys(common).filter((key) => /^druid\.(s3|azure|google)\./.test(key));
    expect(named.filter((key) => !key.startsWith(`druid.${own}.`))).toEqual([]);
  });

  test('writes segments and logs of tasks to the bucket, as who it is in its cloud', () => {
    const bucket = environment.cloud.buckets?.storage;
    const where = [
      'druid.storage.bucket',
      'druid.azure.container',
      'druid.google.bucket',
      'druid.indexer.logs.s3Bucket',
      'druid.indexer.logs.container',
      'druid.indexer.logs.bucket',
    ].flatMap((key) => common[key] ?? []);
    expect(where).toEqual([bucket, bucket]);
    const keys = Object.keys(common).filter((key) => /accessKey|secretKey|azure\.key/.test(key));
    expect(keys.length > 0).toBe(environment.cloud.kind === 'local');
    const annotations = Object.values(one(manifests, 'ServiceAccount', app.name).annotations);
    const identity = environment.cloud.identities?.[app.name] ?? 'none';
    expect(annotations).toEqual(identity === 'none' ? [] : [identity]);
    // By which Azure's webhook knows a pod that is to have one.
    const asks = at(cluster, 'spec.podLabels|azure.workload.identity/use');
    expect(asks).toBe(environment.cloud.kind === 'azure' && identity !== 'none' ? 'true' : undefined);
  });

  test('has every secret from a variable, and the variable from a Secret', () => {
    const secret = Object.entries(common).filter(([key]) => /password$|accessKey$|secretKey$/i.test(key));
    const asked = secret.map(([, value]) => JSON.parse(value) as { type: string; variable: string });
    expect(new Set(asked.map(({ type }) => type))).toEqual(new Set(['environment']));
    const given = at(cluster, 'spec.env') as {
      name: string;
      valueFrom?: { secretKeyRef?: { name: string } };
    }[];
    for (const { variable } of asked)
      expect(given.find(({ name }) => name === variable)?.valueFrom?.secretKeyRef?.name).toMatch(/^druid-/);
    expect(secret.map(([key]) => key)).toEqual(
      expect.arrayContaining([
        'druid.metadata.storage.connector.password',
        'druid.auth.authenticator.basic.initialAdminPassword',
        'druid.escalator.internalClientPassword',
      ]),
    );
    expect(common['druid.startup.logging.logProperties']).toBeUndefined();
  });

  test('lets nobody in who has not logged in, and runs no script that a query brings', () => {
    expect(common['druid.auth.authenticatorChain']).toBe('["basic"]');
    expect(common['druid.auth.authorizers']).toBe('["basic"]');
    expect([common, ...nodes.map(({ nodeType }) => settingsOf(nodeType))]).not.toContainEqual(
      expect.objectContaining({ 'druid.javascript.enabled': expect.anything() }),
    );
  });

  test('keeps its records in PostgreSQL, over an encrypted connection as the owner of their database', () => {
    const { provides } = beside(sample, postgresql);
    const { host, port } = provides.server as unknown as { host: string; port: number };
    const name = at(provides['databases.druidRaw'] as never, 'name');
    expect(common['druid.metadata.storage.connector.connectURI']).toBe(
      `jdbc:postgresql://${host}:${port}/${name}?sslmode=require`,
    );
    expect(common['druid.metadata.storage.connector.user']).toBe(
      at(provides['roles.druidRaw'] as never, 'name'),
    );
    // Or tasks would be forgotten with their leader.
    expect(settingsOf('coordinator')['druid.indexer.storage.type']).toBe('metadata');
  });

  test('keeps volumes when a pod, the cluster or its object goes, and takes the storage class of its cloud', () => {
    expect(app.keepsData).toBe(true);
    expect(at(cluster, 'spec.disablePVCDeletionFinalizer')).toBe(true);
    expect(at(cluster, 'spec.deleteOrphanPvc')).toBe(false);
    const [claim] = at(cluster, 'spec.volumeClaimTemplates') as Plain[];
    expect(at(claim, 'spec.storageClassName')).toBe(environment.cloud.storageClass);
    expect(nodes.filter(({ kind }) => kind === 'StatefulSet').map(({ nodeType }) => nodeType)).toEqual([
      'historical',
    ]);
    const scratch = at(nodeOf('indexer').volumes, '0.ephemeral.volumeClaimTemplate');
    expect(at(scratch, 'spec.storageClassName')).toBe(environment.cloud.storageClass);
  });

  test('is never root and writes to its volumes alone', () => {
    expect(at(cluster, 'spec.securityContext')).toMatchObject({ runAsNonRoot: true, runAsUser: 1000 });
    expect(at(cluster, 'spec.containerSecurityContext.readOnlyRootFilesystem')).toBe(true);
    for (const node of nodes) expect(Object.keys(node)).not.toContain('securityContext');
  });

  test.each(nodes.map((node) => [node.nodeType, node as unknown as Plain] as const))(
    'a %s is asked on its own port whether it started, is ready and lives',
    (_, node) => {
      for (const probe of ['startUpProbe', 'readinessProbe', 'livenessProbe'])
        expect(at(node, `${probe}.httpGet.port`)).toBe(at(node, '|druid.port'));
    },
  );

  test('is drained one pod of a kind at a time, and waves wait for all of them', () => {
    const budgets = all(manifests, 'PodDisruptionBudget');
    const kinds = budgets.map((budget) => at(budget, 'spec.selector.matchLabels.component'));
    expect(kinds.sort()).toEqual(nodes.map(({ nodeType }) => nodeType).sort());
    for (const budget of budgets) {
      expect(at(budget, 'spec.maxUnavailable')).toBe(1);
      expect(budget.annotations['health/pods']).toBe('true');
    }
  });

  test('is scraped, so that nothing has to be pushed', () => {
    expect(common['druid.emitter.prometheus.strategy']).toBe('exporter');
    expect(Number(common['druid.emitter.prometheus.port'])).toBe(app.network.scraped[0]);
    expect(at(one(manifests, 'PodMonitor'), 'spec.selector.matchLabels')).toEqual(app.network.pods);
  });

  test('has one address for queries and APIs, by the name that its operator gives the Service', () => {
    expect(app.provides.router).toMatchObject({
      host: 'druid-raw-routers.druid.svc.cluster.local',
      port: nodeOf('router')['druid.port'],
    });
    expect(settingsOf('router')['druid.router.managementProxy.enabled']).toBe('true');
  });

  test('says in the name of a Service which specification it is', () => {
    const name = String(cluster.annotations['checksum/service']);
    const templates = (at(cluster, 'spec.nodes.routers.services') as Plain[]).flatMap(
      (service) => at(service, 'metadata.name') ?? [],
    );
    expect(templates.map((template) => String(template).replace('%s', 'druid-raw-routers'))).toEqual([name]);
  });
});

test('a larger environment has two of everything at least, each on a node of its own', async () => {
  const [small, ...larger] = await bySize(druid);
  const nodesOf = async (sample: NonNullable<typeof small>) =>
    Object.values(at(one((await rendered(sample)).manifests, 'Druid'), 'spec.nodes') as unknown as Node[]);
  if (small === undefined) throw new Error('there is no small environment');
  for (const { replicas } of await nodesOf(small)) expect(replicas).toBe(1);
  for (const sample of larger)
    for (const node of await nodesOf(sample)) {
      expect(node.replicas).toBeGreaterThanOrEqual(2);
      expect(at(node as unknown as Plain, 'topologySpreadConstraints.0')).toMatchObject({
        topologyKey: 'kubernetes.io/hostname',
        whenUnsatisfiable: 'DoNotSchedule',
      });
    }
});

test('another figure is another specification, by the name of the Service', async () => {
  const marks = (await Promise.all((await bySize(druid)).map((sample) => rendered(sample)))).map(
    ({ manifests }) => one(manifests, 'Druid').annotations['checksum/service'],
  );
  expect(new Set(marks).size).toBe(marks.length);
});

test('a heap that does not fit into its container is refused, with what it would need', async () => {
  const [sample] = await bySize(druid);
  if (sample === undefined) throw new Error('there is no small environment');
  const grown = rendered(sample, (values) => Object.assign(values.brokers as object, { heap: 1024 }));
  await expect(grown).rejects.toThrow(
    'broker: memory is 1280Mi, but a heap of 1024Mi and buffers of 320Mi need 1600Mi',
  );
});
