import { defineApp, firstParty, sameSize } from '#generator';
import type { Values } from '../../schemas/charts/service.gen.ts';
import { resourcesOf } from '../pods.ts';

const port = 3000;

export const kafkaMessageExporter = defineApp({
  name: 'kafka-message-exporter',
  description: 'Turns metrics that connectors send as messages into something that Prometheus can scrape.',
  layer: 'operations',
  optional: true,
  namespace: 'kafka-message-exporter',
  seed: ['kafka-message-exporter'],
  chart: firstParty('service'),
  images: ['kafka-message-exporter'],
  uses: ['kafka'],
  // Each copy would know only the messages that it read itself, so there is one.
  sizes: sameSize({ exporter: { replicas: 1, cpu: '50m', memory: '128Mi' } }),
  network: { metrics: port },
  values: ({ image, of, size }): Values => {
    const { bootstrap, topics } = of('kafka');
    return {
      image: image('kafka-message-exporter').reference,
      user: 1000,
      // Not by way of npm, whose script also prints every message that comes.
      command: ['node', 'bin/www'],
      replicas: size.exporter.replicas,
      resources: resourcesOf(size.exporter, '256Mi'),
      ports: { http: port },
      // It says that it serves what it knows. When Kafka stays out of reach, it ends itself.
      health: { path: '/metrics' },
      metrics: { port: 'http' },
      env: {
        KAFKA_BROKERS: `${bootstrap.host}:${bootstrap.port}`,
        KAFKA_CONSUMER_GROUP_ID: 'obsrv-kafka-message-exporter',
        KAFKA_CLIENT_ID: 'kafka-message-exporter',
      },
      files: {
        'exporter.yaml': {
          // One file: the folder holds a program of the image too.
          path: '/opt/app/config/exporter.yaml',
          yaml: [
            {
              enabled: true,
              name: 'obsrv-connectors',
              topic: topics.obsrvConnectorsMetrics.name,
              prefixPath: 'actor.id',
            },
            { enabled: true, name: 'spark-stats', topic: topics.sparkStats.name, prefixPath: 'actor.id' },
          ],
        },
      },
    };
  },
});
