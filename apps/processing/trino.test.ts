import { describe, expect, test } from 'vitest';
import {
  all,
  at,
  beside,
  bySize,
  companionOf,
  containers,
  hasChart,
  one,
  type Plain,
  quantity,
  renderedSamplesOf,
  type Sample,
  samplesOf,
} from '#testing';
import { hms } from '../stores/hms.ts';
import { trino } from './trino.ts';

/** A file of properties. */
const properties = (text: Plain | undefined): Record<string, string> =>
  Object.fromEntries(
    String(text)
      .trim()
      .split('\n')
      .map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
  );

/** Bytes of a size as Java (`1536M`) or Trino (`768MB`) writes it. */
const bytes = (text: Plain | undefined): number => quantity(String(text).replace(/([MG])B?$/, '$1i'));

const of = (path: string, { app: { values } }: Sample) => at(values ?? {}, path);

describe.each(await samplesOf(trino))('$app.name on $name', (sample) => {
  const { app, environment } = sample;
  const { cloud } = environment;
  const catalog = properties(of('catalogs.lakehouse', sample));

  test('reads the tables of the lakehouse, and has no catalog but that', () => {
    const thrift = beside(sample, hms).provides.thrift as never;
    expect(catalog['connector.name']).toBe('hudi');
    expect(catalog['hive.metastore.uri']).toBe(`thrift://${at(thrift, 'host')}:${at(thrift, 'port')}`);
    expect(of('catalogs', sample)).toMatchObject({ tpch: null, tpcds: null });
    expect(app.consumes.environment?.lakehouse).toBeDefined();
  });

  test('reaches the store of its cloud by its identity, and by a key only where there is none', () => {
    const keys = (at(app.values ?? {}, 'env') as { name: string }[]).map(({ name }) => name).slice(1);
    expect(keys).toEqual(cloud.kind === 'local' ? ['S3_ACCESS_KEY', 'S3_SECRET_KEY'] : []);
    const stores = {
      aws: 'fs.s3.enabled',
      local: 'fs.s3.enabled',
      azure: 'fs.azure.enabled',
      gcp: 'fs.gcs.enabled',
    };
    expect(Object.keys(catalog).filter((key) => key.startsWith('fs.'))).toEqual([stores[cloud.kind]]);
    const secrets = Object.entries(catalog).filter(([key]) => /key$/.test(key));
    for (const [, value] of secrets) expect(value).toMatch(/^\$\{ENV:\w+\}$/);
  });

  test.each(['coordinator', 'worker'])(
    'gives a %s room beside its heap, and its queries room in it',
    (kind) => {
      const heap = bytes(of(`${kind}.jvm.maxHeapSize`, sample));
      const limit = quantity(of(`${kind}.resources.limits.memory`, sample));
      expect(limit - heap).toBeGreaterThanOrEqual(2 ** 30);
      // Trino refuses to start where this does not fit: it keeps three tenths to itself.
      expect(bytes(of(`${kind}.config.query.maxMemoryPerNode`, sample))).toBeLessThanOrEqual(heap * 0.7);
    },
  );

  test('lets no query have more than all nodes together may give it', () => {
    const workers = Number(of('server.workers', sample));
    const [count, kind] = workers === 0 ? [1, 'coordinator'] : [workers, 'worker'];
    expect(bytes(of('server.config.query.maxMemory', sample))).toBeLessThanOrEqual(
      count * bytes(of(`${kind}.config.query.maxMemoryPerNode`, sample)),
    );
    expect(of('coordinator.config.nodeScheduler.includeCoordinator', sample)).toBe(workers === 0);
  });

  test('lets everybody who gets here read, and nobody write', () => {
    const { catalogs } = JSON.parse(String(of('accessControl.rules|rules.json', sample)));
    expect(catalogs.map(({ allow }: { allow: string }) => allow)).toEqual(['read-only', 'none']);
    expect(app.network.open).toEqual([]);
  });
});

test('a medium environment has two workers, and a small one none', async () => {
  const samples = await bySize(trino);
  expect(samples.map((sample) => of('server.workers', sample))).toEqual([0, 2, 3]);
});

describe.skipIf(!(await hasChart(trino)))('what the chart makes of it', () => {
  test('one image, a secret by reference, files that only its volumes may take, and probes', async () => {
    for (const { app, manifests } of await renderedSamplesOf(trino)) {
      const workers = Number(at(app.values ?? {}, 'server.workers'));
      const deployments = all(manifests, 'Deployment');
      expect(deployments).toHaveLength(workers === 0 ? 1 : 2);
      for (const container of containers(deployments)) {
        expect(container.image).toBe(app.images.trino?.reference);
        expect(at(container, 'securityContext.readOnlyRootFilesystem')).toBe(true);
        for (const probe of ['startupProbe', 'readinessProbe', 'livenessProbe'])
          expect(at(container, probe)).toBeDefined();
      }
      const settings = properties(
        at(one(manifests, 'ConfigMap', 'trino-coordinator'), 'data|config.properties'),
      );
      expect(settings['internal-communication.shared-secret']).toMatch(/^\$\{ENV:INTERNAL_SECRET\}$/);
      expect(settings['web-ui.enabled']).toBe('false');
    }
  });

  test('a budget for each kind of pod that there is', async () => {
    for (const sample of await samplesOf(trino)) {
      const workers = Number(of('server.workers', sample));
      const budgets = all(await companionOf(sample), 'PodDisruptionBudget').map(({ name }) => name);
      expect(budgets).toEqual(workers === 0 ? ['trino-coordinator'] : ['trino-coordinator', 'trino-worker']);
    }
  });
});
