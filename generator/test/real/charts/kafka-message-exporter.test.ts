import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { PlainObject } from '../../../src/definition/plain.ts';
import type { Manifest } from '../../../src/verify/manifest.ts';
import { all, at, one } from '../../support/objects.ts';
import { inEveryEnvironment, rendered, renderedWith } from '../../support/render.ts';

const app = 'kafka-message-exporter';
const renders = await inEveryEnvironment(app);
const exportersOf = (manifests: readonly Manifest[]) =>
  parse(String(at(one(manifests, 'ConfigMap'), 'data|exporter.yaml'))) as {
    enabled: boolean;
    topic: string;
  }[];

describe.each(renders)('the exporter of messages in %s', (environment, manifests) => {
  test('reads one topic, which is made and has the same name in every environment', async () => {
    expect(exportersOf(manifests)).toEqual([
      { enabled: true, name: 'obsrv-connectors', topic: 'obsrv-connectors-metrics', prefixPath: 'actor.id' },
    ]);
    const topics = all(await rendered('kafka', environment), 'KafkaTopic').map(({ name }) => name);
    expect(topics).toEqual(expect.arrayContaining(['obsrv-connectors-metrics', 'spark.stats']));
    expect(topics.filter((name) => name.startsWith(`${environment}.`))).toEqual([]);
  });

  test('runs once, because each copy would know only what it read itself', () => {
    expect(at(one(manifests, 'Deployment'), 'spec.replicas')).toBe(1);
  });

  test('mounts its configuration as one file beside those of the image', () => {
    const mounts = at(
      one(manifests, 'Deployment'),
      'spec.template.spec.containers.0.volumeMounts',
    ) as PlainObject[];
    expect(mounts[0]).toEqual({
      name: 'exporters',
      mountPath: '/opt/app/config/exporter.yaml',
      subPath: 'exporter.yaml',
      readOnly: true,
    });
  });
});

describe('the pod is new', () => {
  const checksum = (manifests: readonly Manifest[]) =>
    at(one(manifests, 'Deployment'), 'spec.template.metadata.annotations|checksum/config');
  const spark = { name: 'spark-stats', topic: 'spark.stats', prefix: 'spark' };

  test('after a change of what it exports', async () => {
    const more = await renderedWith(app, 'prod', (values) => (values.exporters as PlainObject[]).push(spark));
    expect(exportersOf(more)[1]?.topic).toBe('spark.stats');
    expect(checksum(more)).not.toBe(checksum(await rendered(app, 'prod')));
    expect(checksum(more)).toMatch(/^[0-9a-f]{64}$/);
  });

  test('and not after a change of anything else', async () => {
    const network = (values: PlainObject) =>
      Object.assign(at(values, 'platform.network') as object, { open: [1] });
    expect(one(await renderedWith(app, 'prod', network), 'Deployment').object).toEqual(
      one(await rendered(app, 'prod'), 'Deployment').object,
    );
  });
});
