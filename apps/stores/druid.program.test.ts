import { expect, test } from 'vitest';
import { at, one, type PlainObject, renderedSamplesOf } from '#testing';
import extensions from '../test/java/druid/extensions.json' with { type: 'json' };
import { runJava } from '../test/java.ts';
import { propertiesIn } from '../test/properties.ts';
import { druid } from './druid.ts';

/** What one process is started with. */
interface Process {
  readonly settings: Readonly<Record<string, string>>;
  readonly directBytes: number;
}

type Processes = Readonly<Record<string, Process>>;

const complaintsAbout = (processes: Processes) =>
  runJava('druid', { processes, extensions: extensions.keys });

/** As the operator puts it together: what all are told, what this kind is told, and its port. */
const processOf = (common: unknown, node: PlainObject): Process => ({
  settings: {
    ...propertiesIn(common),
    ...propertiesIn(node['runtime.properties']),
    'druid.port': String(node['druid.port']),
  },
  directBytes: Number(String(node['extra.jvm.options']).match(/MaxDirectMemorySize=(\d+)m/)?.[1]) * 2 ** 20,
});

const processes: Processes = Object.fromEntries(
  (await renderedSamplesOf(druid)).flatMap(({ name, manifests }) => {
    const cluster = one(manifests, 'Druid');
    const common = at(cluster, 'spec|common.runtime.properties');
    return Object.values(at(cluster, 'spec.nodes') as Record<string, PlainObject>).map(
      (node) => [`${name} ${node.nodeType}`, processOf(common, node)] as const,
    );
  }),
);

test('Druid reads every setting of every process, in each cloud and size, and starts with its buffers', async () => {
  expect(Object.keys(processes).length).toBeGreaterThan(20);
  expect(await complaintsAbout(processes)).toEqual([]);
});

test('it refuses each mistake', async () => {
  const mistakes: readonly [kind: string, setting: string, value: string, complaint: string][] = [
    ['broker', 'druid.broker.http.numConnection', '20', 'nothing reads it'],
    ['broker', 'druid.processing.numThread', '2', 'nothing reads it'],
    ['broker', 'druid.processing.numThreads', '9', 'Not enough direct memory'],
    ['broker', 'druid.processing.buffer.sizeBytes', 'much', 'sizeBytes'],
    ['broker', 'druid.auth.authenticator.basic.initialAdminPasswort', 'x', 'nothing reads it'],
    ['broker', 'druid.discovery.k8s.cluster', 'raw', 'nothing reads it'],
    ['broker', 'druid.s3.acessKey', 'x', 'nothing reads it'],
    ['coordinator', 'druid.coordinator.period', 'often', 'often'],
    ['coordinator', 'druid.coordinator.asOverlord.enable', 'true', 'nothing reads it'],
    ['historical', 'druid.segmentCache.locations', '[{"path":"/x","maxSize":"big"}]', 'maxSize'],
    ['historical', 'druid.cache.size', '1', 'nothing reads it'],
    ['historical', 'druid.monitoring.monitors', '["org.apache.druid.No"]', 'ClassNotFoundException'],
    ['indexer', 'druid.worker.capacity', '0', 'greater than or equal to 1'],
    ['router', 'druid.router.managementProxy.on', 'true', 'nothing reads it'],
  ];
  const broken = mistakes.map(([kind, setting, value], index) => {
    const { settings = {}, directBytes = 0 } = processes[`aws-large ${kind}`] ?? {};
    return [`mistake ${index}`, { settings: { ...settings, [setting]: value }, directBytes }] as const;
  });
  const complaints = await complaintsAbout(Object.fromEntries(broken));
  for (const [index, [, , , complaint]] of mistakes.entries())
    expect(complaints).toContainEqual(expect.stringMatching(RegExp(`^mistake ${index}: [^]*${complaint}`)));
});
