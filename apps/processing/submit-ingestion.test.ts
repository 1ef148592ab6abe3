import { describe, expect, test } from 'vitest';
import {
  at,
  beside,
  bySize,
  containers,
  one,
  type Plain,
  type PlainObject,
  rendered,
  renderedSamplesOf,
  variables,
} from '#testing';
import { druid } from '../stores/druid.ts';
import { kafka } from '../stores/kafka.ts';
import { topics } from '../stores/kafka-topics.ts';
import { submitIngestion } from './submit-ingestion.ts';

describe.each(await renderedSamplesOf(submitIngestion))('the supervisors on $name', (sample) => {
  const { manifests, app } = sample;
  const job = one(manifests, 'Job');
  const given = variables(containers([job])[0]);
  const files = one(manifests, 'ConfigMap').object.data as Record<string, string>;
  const specs = Object.values(files).map((text) => JSON.parse(text) as PlainObject);
  const stands = Object.fromEntries(
    (at(beside(sample, kafka).values ?? {}, 'topics') as { name: string; partitions: number }[]).map(
      ({ name, partitions }) => [name, partitions],
    ),
  );

  test('read topics that are made before, with no more tasks than a topic has partitions', () => {
    expect(app.dependsOn).toContain('kafka');
    expect(specs.map((spec) => at(spec, 'spec.ioConfig.topic'))).toEqual([
      topics.systemEvents.name,
      topics.systemTelemetryEvents.name,
    ]);
    for (const spec of specs) {
      const { topic, taskCount } = at(spec, 'spec.ioConfig') as { topic: string; taskCount: number };
      expect(taskCount).toBeLessThanOrEqual(stands[topic] ?? 0);
    }
  });

  test('find Kafka where it is', () => {
    const { host, port } = beside(sample, kafka).provides.bootstrap as { host: string; port: number };
    for (const spec of specs)
      expect(at(spec, 'spec.ioConfig.consumerProperties|bootstrap.servers')).toBe(`${host}:${port}`);
  });

  test('are called as their tables, which is the name that the script asks for', () => {
    for (const [name, text] of Object.entries(files))
      expect(`${at(JSON.parse(text), 'spec.dataSchema.dataSource')}.json`).toBe(name);
  });

  test('are given to the router, with a password from a Secret and nowhere else', () => {
    const { host, port } = beside(sample, druid).provides.router as { host: string; port: number };
    expect(given.SUPERVISORS).toBe(`http://${host}:${port}/druid/indexer/v1/supervisor`);
    expect(given.DRUID_PASSWORD).toBe('submit-ingestion-druid-admin/password');
  });

  test('are submitted before the patience of the app ends, tries and all', () => {
    expect(Number(at(job, 'spec.activeDeadlineSeconds'))).toBeLessThan(app.patience);
    expect(Number(given.TRIES) * Number(given.PAUSE)).toBeLessThan(
      Number(at(job, 'spec.activeDeadlineSeconds')) / specs.length,
    );
  });

  test('leave a place for datasets among the tasks that run at a time', () => {
    const { replicas, tasks } = at(beside(sample, druid).values ?? {}, 'indexers') as Record<string, number>;
    const own = specs.reduce((sum, spec) => sum + Number(at(spec, 'spec.ioConfig.taskCount')), 0);
    // What has read for an hour publishes while the next one reads.
    expect(2 * own).toBeLessThan(Number(replicas) * Number(tasks));
  });
});

test('a change of what is read is another run', async () => {
  const [sample] = await bySize(submitIngestion);
  const name = async (change?: (values: Record<string, Plain>) => void) =>
    one((await rendered(sample as never, change)).manifests, 'Job').name;
  const now = await name();
  expect(now).toMatch(/^submit-ingestion-[0-9a-f]{10}$/);
  const changed = await name((values) =>
    Object.assign(at(at(values, 'files|system-events.json'), 'json.spec.ioConfig') as object, {
      taskCount: 3,
    }),
  );
  expect(changed).not.toBe(now);
});
