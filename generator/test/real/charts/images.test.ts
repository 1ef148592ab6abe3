import { describe, expect, test } from 'vitest';
import { at } from '../../support/objects.ts';
import { data, environments, planOf } from '../../support/render.ts';

const images = data('images.yaml').images as Record<string, { repository: string; tag: string }>;
const charts = data('charts/upstream.yaml').charts as Record<string, { version: string }>;

describe('the images', () => {
  test('are those of the projects themselves, and of Obsrv its own programs alone', () => {
    const repositories = Object.entries(images).map(([name, { repository }]) => [name, repository] as const);
    expect(repositories.filter(([, repository]) => repository.includes('bitnami'))).toEqual([]);
    const pushedAgain = repositories.filter(([, repository]) => repository.includes('/sanketikahub/'));
    expect(pushedAgain.map(([name]) => name).sort()).toEqual([
      'dataset-api',
      'kafka-message-exporter',
      'unified-pipeline',
    ]);
  });

  /** What runs and what makes it run come from one release. */
  test.each([
    ['cert-manager-controller', 'cert-manager', (version: string) => version],
    ['cert-manager-webhook', 'cert-manager', (version: string) => version],
    ['external-secrets', 'external-secrets', (version: string) => `v${version}`],
    ['flink-kubernetes-operator', 'flink-kubernetes-operator', (version: string) => version],
    ['strimzi-operator', 'strimzi-kafka-operator', (version: string) => version],
    ['kafka', 'strimzi-kafka-operator', (version: string) => `${version}-kafka-4.3.1`],
  ])('%s has the version of the chart %s', (image, chart, tag) => {
    expect(images[image]?.tag).toBe(tag(String(charts[chart]?.version)));
  });

  test.each(environments)(
    'of Kafka in %s are one, and the cluster asks for the version that is in it',
    (environment) => {
      const reference = planOf('kafka', environment).images.kafka;
      expect(planOf('strimzi', environment).images.kafka).toBe(reference);
      const values = data(`environments/${environment}/generated/candidate/values/kafka.yaml`);
      expect(reference).toContain(`-kafka-${String(at(values, 'version'))}`);
    },
  );
});
