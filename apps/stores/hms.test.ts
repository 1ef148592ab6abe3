import { describe, expect, test } from 'vitest';
import { at, beside, bySize, containers, one, quantity, renderedSamplesOf, variables } from '#testing';
import { propertiesOf } from '../test/hadoop-file.ts';
import { hms } from './hms.ts';
import { hmsSchema } from './hms-schema.ts';
import { postgresql } from './postgresql.ts';

describe.each(await renderedSamplesOf(hms))('the metastore on $name', (sample) => {
  const { manifests, app, environment } = sample;
  const { cloud } = environment;
  const deployment = one(manifests, 'Deployment');
  const [program] = containers([deployment]);
  const given = variables(program);
  const configMap = one(manifests, 'ConfigMap');
  const site = propertiesOf(at(configMap, 'data|metastore-site.xml'));
  const core = propertiesOf(at(configMap, 'data|core-site.xml'));
  const before = at(deployment, 'spec.template.spec.initContainers') as never[];

  test('logs in to its own database as its owner, with a password that no file has', () => {
    const { provides } = beside(sample, postgresql);
    const server = provides.server as never;
    expect(site['javax.jdo.option.ConnectionURL']).toBe(
      `jdbc:postgresql://${at(server, 'host')}:${at(server, 'port')}/${at(provides['databases.hms'] as never, 'name')}`,
    );
    expect(site['javax.jdo.option.ConnectionUserName']).toBe(at(provides['roles.hms'] as never, 'name'));
    expect(site['javax.jdo.option.ConnectionPassword']).toMatch(/^\$\{env\.DATABASE_PASSWORD\}$/);
    expect(given.DATABASE_PASSWORD).toBe('hms-postgresql-hms/password');
  });

  test('has the tables of the same database made for it, by its own version, before it starts', () => {
    const schema = beside(sample, hmsSchema);
    expect(app.dependsOn).toContain(hmsSchema.name);
    expect(schema.images['hive-metastore']).toEqual(app.images['hive-metastore']);
    const settings = propertiesOf(at(at(schema.values, 'files|metastore-site.xml'), 'text'));
    expect(Object.keys(settings)).toHaveLength(4);
    expect(site).toMatchObject(settings);
  });

  test('keeps what belongs to nobody else in the lakehouse, and leaves the rest of the bucket to others', () => {
    const bucket = String(at(app.consumes.environment?.lakehouse as never, 'url')).replace(/^s3:/, 's3a:');
    expect(site['metastore.warehouse.dir']).toBe(`${bucket}/warehouse/managed`);
    expect(site['metastore.warehouse.external.dir']).toBe(`${bucket}/warehouse/external`);
  });

  test('has a key to the object store only where no identity will do', () => {
    const keys = Object.entries(given).filter(([, value]) =>
      /^hms-(object-store|storage-account)\//.test(value),
    );
    const expected = {
      aws: [],
      gcp: [],
      azure: ['STORAGE_ACCOUNT_KEY'],
      local: ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY'],
    };
    expect(keys.map(([name]) => name)).toEqual(expected[cloud.kind]);
    if (cloud.kind === 'aws')
      expect(core['fs.s3a.aws.credentials.provider']).toMatch(/\.WebIdentityTokenFileCredentialsProvider$/);
    if (cloud.kind === 'gcp') expect(core['fs.gs.auth.type']).toBe('COMPUTE_ENGINE');
    expect(JSON.stringify([site, core])).not.toMatch(/access\.key<|secret/i);
  });

  test('gets what its image lacks from images that have it: the driver, and the client of the store', () => {
    const files = before.map((container) => (at(container, 'command') as string[]).slice(4));
    const client = {
      aws: ['hadoop-aws-[0-9]*.jar', 'bundle-[0-9]*.jar'],
      local: ['hadoop-aws-[0-9]*.jar', 'bundle-[0-9]*.jar'],
      azure: ['hadoop-azure-[0-9]*.jar', 'azure-storage-[0-9]*.jar', 'azure-keyvault-core-[0-9]*.jar'],
      gcp: ['hadoop-gcp-[0-9]*.jar'],
    };
    expect(files).toEqual([['postgresql-[0-9]*.jar'], client[cloud.kind]]);
    expect(given.METASTORE_AUX_JARS_PATH).toBe('/libraries');
    const volumes = at(deployment, 'spec.template.spec.volumes') as never[];
    const room = volumes.find((volume) => at(volume, 'name') === 'libraries');
    expect(quantity(at(room, 'emptyDir.sizeLimit'))).toBeGreaterThanOrEqual(2 ** 30);
  });

  test('leaves the half of its memory, or half a gibibyte, to what is no heap', () => {
    const heap = Number(given.HADOOP_CLIENT_OPTS?.match(/-Xmx(\d+)m/)?.[1]) * 2 ** 20;
    const limit = quantity(at(program, 'resources.limits.memory'));
    expect(limit - heap).toBeGreaterThanOrEqual(Math.min(heap, 2 ** 29));
  });

  test('is asked whether it listens', () => {
    for (const probe of ['startupProbe', 'readinessProbe', 'livenessProbe'])
      expect(at(program, `${probe}.tcpSocket.port`)).toBe('thrift');
  });

  test('lets in those that read where it is, and nobody from outside', () => {
    expect(app.network.open).toEqual([]);
    expect(app.network.scraped).toEqual([]);
  });
});

test('its tables are made once for each version: a Job that ends', async () => {
  for (const { manifests } of await renderedSamplesOf(hmsSchema)) {
    const job = one(manifests, 'Job');
    const [program] = containers([job]);
    expect(program?.args).toEqual(['-dbType', 'postgres', '-initOrUpgradeSchema']);
    expect(variables(program).DATABASE_PASSWORD).toBe('hms-schema-postgresql-hms/password');
  }
});

test('a medium environment has two of it', async () => {
  const samples = await bySize(hms);
  expect(samples.map(({ app }) => app.values?.replicas)).toEqual([1, 2, 2]);
});
