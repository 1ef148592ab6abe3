import { describe, expect, test } from 'vitest';
import {
  at,
  bySize,
  containers,
  hasChart,
  one,
  quantity,
  renderedSamplesOf,
  type Sample,
  samplesOf,
} from '#testing';
import { valkeyDedup } from './valkey-dedup.ts';
import { masterDataDatabases, valkeyDenorm } from './valkey-denorm.ts';

const caches = [valkeyDedup, valkeyDenorm];
const samples = (await Promise.all(caches.map(samplesOf))).flat();
const lines = ({ app: { values } }: Sample): Record<string, string> =>
  Object.fromEntries(
    String(values?.valkeyConfig)
      .trim()
      .split('\n')
      .map((line) => [line.slice(0, line.indexOf(' ')), line.slice(line.indexOf(' ') + 1)]),
  );

describe.each(samples)('what $app.name on $name is told', (sample) => {
  const { app, environment } = sample;
  const values = app.values ?? {};
  const config = lines(sample);
  const filled = Number(config.maxmemory?.replace('mb', '')) * 2 ** 20;

  test('leaves room for a snapshot: half as much memory again as it may fill', () => {
    expect(quantity(at(values, 'resources.limits.memory'))).toBeGreaterThanOrEqual(filled * 1.5);
    expect(quantity(at(values, 'resources.requests.memory'))).toBeGreaterThanOrEqual(filled);
  });

  test('is on disk after every second, on a volume that has room to rewrite it', () => {
    expect([config.appendonly, config.appendfsync]).toEqual(['yes', 'everysec']);
    expect(quantity(at(values, 'replica.persistence.size'))).toBeGreaterThanOrEqual(filled * 3);
    expect(at(values, 'replica.persistence.storageClass')).toBe(environment.cloud.storageClass);
  });

  test('forgets on purpose: what expires first, or nothing where a lost row would be a wrong one', () => {
    expect(config['maxmemory-policy']).toBe(app.name === valkeyDedup.name ? 'volatile-ttl' : 'noeviction');
  });

  test('is one line of a file for each setting, and no argument', () => {
    const all = ['maxmemory', 'maxmemory-policy', 'appendonly', 'appendfsync'];
    expect(Object.keys(config).filter((setting) => setting !== 'databases')).toEqual(all);
    expect(values).not.toHaveProperty('args');
  });

  test('has a database for every dataset that may ask for one', () => {
    expect(config.databases).toBe(app.name === valkeyDenorm.name ? String(masterDataDatabases) : undefined);
  });

  test('is for the programs that use it and Prometheus, and nobody else', () => {
    const users = environment.apps.filter(
      ({ consumes, uses }) => consumes[app.name] !== undefined || uses.includes(app.name),
    );
    expect(Object.keys(app.network.admits)).toEqual(users.map(({ name }) => name));
    expect(app.network.open).toEqual([]);
  });
});

test('a larger environment has more memory, and from the medium one on a replica', async () => {
  for (const cache of caches) {
    const samples = await bySize(cache);
    expect(samples.map(({ app }) => at(app.values ?? {}, 'replica.replicas'))).toEqual([0, 1, 1]);
    expect(samples.map((sample) => lines(sample).maxmemory)).toEqual(['256mb', '1024mb', '4096mb']);
  }
});

describe.skipIf(!(await hasChart(valkeyDedup)))('what the chart makes of it', () => {
  test.each(caches)('$name', async (cache) => {
    for (const { app, manifests } of await renderedSamplesOf(cache)) {
      const set = one(manifests, 'StatefulSet');
      expect(app.images.valkey?.tag).toContain(String(at(set, 'metadata.labels|app.kubernetes.io/version')));
      const [server] = containers([set]);
      expect([server?.args, server?.command]).toEqual([['/data/conf/valkey.conf'], ['valkey-server']]);
      // While it loads it answers with an error, with which only -e ends badly: alive, and not ready.
      expect(at(server ?? {}, 'readinessProbe.exec.command')).toEqual(['valkey-cli', '-e', 'ping']);
      expect(at(server ?? {}, 'livenessProbe.exec.command')).toEqual(['valkey-cli', 'ping']);
      expect(at(set, 'metadata.annotations|argocd.argoproj.io/sync-options')).toBe('Prune=false');
      expect(at(one(manifests, 'PodMonitor'), 'spec.namespaceSelector.matchNames')).toEqual([app.namespace]);
    }
  });
});
