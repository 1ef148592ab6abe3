import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { at, beside, one, type Plain, renderedSamplesOf } from '#testing';
import { kafka } from '../stores/kafka.ts';
import { kafkaMessageExporter } from './kafka-message-exporter.ts';

describe.each(await renderedSamplesOf(kafkaMessageExporter))(
  'the exporter of messages on $name',
  (sample) => {
    const { manifests } = sample;
    const deployment = one(manifests, 'Deployment');

    test('reads topics that are made and have the same name in every environment', () => {
      const exporters = parse(String(at(one(manifests, 'ConfigMap'), 'data|exporter.yaml'))) as {
        topic: string;
      }[];
      expect(exporters).toEqual([
        {
          enabled: true,
          name: 'obsrv-connectors',
          topic: 'obsrv-connectors-metrics',
          prefixPath: 'actor.id',
        },
        { enabled: true, name: 'spark-stats', topic: 'spark.stats', prefixPath: 'actor.id' },
      ]);
      const topics = Object.values(beside(sample, kafka).provides).flatMap((output) =>
        output.kind === 'topic' ? [output.name] : [],
      );
      expect(topics).toEqual(expect.arrayContaining(exporters.map(({ topic }) => topic)));
    });

    test('runs once, because each copy would know only what it read itself', () => {
      expect(at(deployment, 'spec.replicas')).toBe(1);
    });

    test('mounts its configuration as one file beside those of the image', () => {
      const mounts = at(deployment, 'spec.template.spec.containers.0.volumeMounts') as Plain[];
      expect(mounts).toContainEqual(
        expect.objectContaining({
          mountPath: '/opt/app/config/exporter.yaml',
          subPath: 'exporter.yaml',
          readOnly: true,
        }),
      );
    });
  },
);
