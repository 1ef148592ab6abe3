import { describe, expect, test } from 'vitest';
import { at, one, quantity, renderedSamplesOf } from '#testing';
import { propertiesIn } from '../test/properties.ts';
import { druid } from './druid.ts';

interface Node {
  readonly nodeType: string;
  readonly replicas: number;
  readonly 'runtime.properties': string;
  readonly 'extra.jvm.options': string;
  readonly resources: { readonly requests: { memory: string }; readonly limits: { memory: string } };
}

/** An amount of memory that an option of the JVM or a setting of Druid says in mebibytes. */
const mebibytes = (text: string, option: RegExp): number => Number(text.match(option)?.[1]);

/** What of all memory is not heap or buffers: classes, compiled code, threads, and pages of files. */
const besides = 256;

describe.each(await renderedSamplesOf(druid))('the memory of Druid on $name', ({ manifests }) => {
  const cluster = one(manifests, 'Druid');
  const nodes = Object.values(at(cluster, 'spec.nodes') as unknown as Record<string, Node>);
  const nodeOf = (type: string) => nodes.find(({ nodeType }) => nodeType === type) as Node;
  const settingsOf = (type: string) => propertiesIn(nodeOf(type)['runtime.properties']);

  test.each(nodes.map((node) => [node.nodeType, node] as const))(
    'a %s has memory for its heap, its buffers and the JVM',
    (_, node) => {
      const options = node['extra.jvm.options'];
      const heap = mebibytes(options, /-Xmx(\d+)m/);
      const direct = mebibytes(options, /MaxDirectMemorySize=(\d+)m/);
      const limit = quantity(node.resources.limits.memory) / 2 ** 20;
      expect(heap + direct + Math.max(besides, heap / 10)).toBeLessThanOrEqual(limit);
      expect(mebibytes(options, /-Xms(\d+)m/)).toBe(heap);
      expect(node.resources.requests.memory).toBe(node.resources.limits.memory);
      const settings = propertiesIn(node['runtime.properties']);
      const buffer = mebibytes(settings['druid.processing.buffer.sizeBytes'] ?? '0MiB', /^(\d+)MiB$/);
      const buffers =
        Number(settings['druid.processing.numThreads'] ?? 0) +
        Number(settings['druid.processing.numMergeBuffers'] ?? 0) +
        1;
      expect(buffer * buffers).toBeLessThan(direct);
    },
  );

  test('keeps of segments what fits on the volume, and results in a part of the heap', () => {
    const settings = settingsOf('historical');
    const [location] = JSON.parse(settings['druid.segmentCache.locations'] ?? '[]');
    const volume = quantity(at(cluster, 'spec.volumeClaimTemplates.0.spec.resources.requests.storage'));
    expect(location.maxSize).toBeLessThanOrEqual(volume * 0.9);
    expect(location.maxSize).toBeGreaterThan(volume * 0.85);
    const heap = mebibytes(nodeOf('historical')['extra.jvm.options'], /-Xmx(\d+)m/);
    expect(Number(settings['druid.cache.sizeInBytes'])).toBeLessThanOrEqual((heap / 4) * 2 ** 20);
    expect(settings['druid.historical.cache.useCache']).toBe('true');
    expect(settings['druid.historical.cache.populateCache']).toBe('true');
  });

  test('has tasks share a heap that holds all of them at once', () => {
    const settings = settingsOf('indexer');
    const perTask =
      Number(settings['druid.worker.globalIngestionHeapLimitBytes']) /
      Number(settings['druid.worker.capacity']);
    // Each keeps its events in two generations, one being written while the other is filled.
    expect(perTask / 2 ** 20).toBeGreaterThanOrEqual(32);
  });

  test('answers every broker at once: who holds data has more threads than brokers have connections', () => {
    const connections =
      nodeOf('broker').replicas * Number(settingsOf('broker')['druid.broker.http.numConnections']);
    for (const type of ['historical', 'indexer'])
      expect(Number(settingsOf(type)['druid.server.http.numThreads'])).toBeGreaterThan(connections);
  });
});
