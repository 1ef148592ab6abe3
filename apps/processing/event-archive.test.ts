import { describe, expect, test } from 'vitest';
import {
  all,
  at,
  beside,
  containers,
  one,
  type PlainObject,
  quantity,
  renderedSamplesOf,
  variables,
} from '#testing';
import { kafka } from '../stores/kafka.ts';
import { eventArchive } from './event-archive.ts';

describe.each(await renderedSamplesOf(eventArchive))('the archive on $name', (sample) => {
  const { app, environment, manifests, values } = sample;
  const config = at(values, 'files|archive.yaml|yaml') as PlainObject;
  const read = at(config, 'input.kafka_franz.topics') as string[];
  const made = at(beside(sample, kafka).values ?? {}, 'topics') as { name: string; partitions: number }[];
  const deployment = one(manifests, 'Deployment');
  const [container] = containers([deployment]);

  test('reads topics that are made, those of master data among them', () => {
    expect(read.filter((name) => !made.some((topic) => topic.name === name))).toEqual([]);
    expect(read).toEqual(expect.arrayContaining(['ingest', 'unique', 'failed', 'masterdata.ingest']));
  });

  test('has memory for a file of every partition, also while it is alone', () => {
    const partitions = made
      .filter(({ name }) => read.includes(name))
      .reduce((sum, topic) => sum + topic.partitions, 0);
    const files = partitions * Number(at(config, 'input.kafka_franz.batching.byte_size'));
    const memory = quantity(at(container, 'resources.limits.memory'));
    // An event takes more room than its bytes, and is packed beside them.
    expect(files * 3).toBeLessThanOrEqual(memory);
    expect(Number(variables(container).GOMEMLIMIT)).toBeLessThan(memory);
  });

  test('is one Deployment without a volume and without anything that runs before it', () => {
    expect(all(manifests, 'StatefulSet')).toEqual([]);
    expect(at(deployment, 'spec.template.spec.initContainers')).toBeUndefined();
    expect(JSON.stringify(manifests)).not.toContain('PersistentVolumeClaim');
  });

  test('writes where the API looks, and has a key only where there is no identity', () => {
    const api = environment.apps.find(({ name }) => name === 'dataset-api');
    const given = at(api?.values ?? {}, 'env') as Record<string, unknown>;
    const output = Object.values(config.output as PlainObject)[0] as Record<string, unknown>;
    expect(output.bucket ?? output.container).toBe(given.container);
    expect(String(output.path)).toMatch(new RegExp(`^${given.telemetry_data_path}/`));
    expect(app.secrets.map(({ name }) => name)).toEqual(
      environment.cloud.kind === 'local' ? ['event-archive-object-store'] : [],
    );
    const { annotations } = one(manifests, 'ServiceAccount');
    const identity = environment.cloud.identities?.[app.name] ?? 'none';
    expect(Object.values(annotations)).toEqual(identity === 'none' ? [] : [identity]);
  });

  test('is ready while it reaches both sides, is not started anew because it does not, and is scraped', () => {
    expect(at(container, 'readinessProbe.httpGet.path')).toBe('/ready');
    expect(at(container, 'livenessProbe.httpGet.path')).toBe('/ping');
    expect(app.network.scraped).toEqual([4195]);
  });
});
