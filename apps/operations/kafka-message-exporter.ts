import { defineApp, firstParty } from '#generator';
import type { Values } from '../../schemas/charts/kafka-message-exporter.gen.ts';
import { address } from '../address.ts';

export const kafkaMessageExporter = defineApp({
  name: 'kafka-message-exporter',
  description: 'Turns metrics that connectors send as messages into something that Prometheus can scrape.',
  layer: 'operations',
  namespace: 'kafka-message-exporter',
  seed: ['kafka-message-exporter'],
  chart: firstParty('kafka-message-exporter'),
  images: ['kafka-message-exporter'],
  uses: ['kafka'],
  network: { metrics: 3000 },
  values: ({ environment, image, of }): Values => {
    const { repository, tag, digest } = image('kafka-message-exporter');
    const { bootstrap, topics } = of('kafka');
    return {
      image: { repository, tag, digest },
      replicas: 1,
      resources: { requests: { cpu: '50m', memory: '128Mi' }, limits: { memory: '256Mi' } },
      kafka: { ...address(bootstrap), group: 'obsrv-kafka-message-exporter' },
      // The image could read statistics of Spark too. Nobody writes them yet; whoever will is to provide the topic
      // that both sides then name.
      exporters: [
        {
          name: 'obsrv-connectors',
          topic: topics.obsrvConnectorsMetrics.name,
          prefixPath: 'actor.id',
        },
      ],
      metrics: environment.has('prometheus-operator-crds'),
    };
  },
});
