import { describe, expect, test } from 'vitest';
import { all, at, hasChart, one, renderedSamplesOf, sampleModel } from '#testing';
import { azureMetricsExporter, probes } from './azure-metrics-exporter.ts';

test('it is on Azure, and nowhere else', async () => {
  const { environments } = await sampleModel();
  for (const { cloud, apps } of environments) {
    const there = apps.some(({ name }) => name === azureMetricsExporter.name);
    expect([cloud.kind, there]).toEqual([cloud.kind, cloud.kind === 'azure']);
  }
});

const chart = await hasChart(azureMetricsExporter);

describe.skipIf(!chart).each(chart ? await renderedSamplesOf(azureMetricsExporter) : [])(
  'what Azure measures on $name',
  ({ environment: { cloud }, manifests }) => {
    const endpoints = all(manifests, 'ServiceMonitor').map((monitor) => at(monitor, 'spec.endpoints.0'));
    const asked = endpoints.filter((endpoint) => at(endpoint, 'path') !== undefined);

    test('is asked for by name, in the subscription of the environment', () => {
      expect(asked).toHaveLength(Object.keys(probes).length);
      for (const endpoint of asked) {
        expect(at(endpoint, 'path')).toBe('/probe/metrics/list');
        expect((at(endpoint, 'params.metric') as string[]).length).toBeGreaterThan(0);
        expect(at(endpoint, 'params.subscription')).toEqual([
          cloud.kind === 'azure' ? cloud.subscriptionId : '',
        ]);
      }
    });

    test('is asked with the identity of the pod, without a key, by an image that is pinned', () => {
      const pod = at(one(manifests, 'Deployment'), 'spec.template.spec');
      expect(at(pod, 'serviceAccountName')).toBe('azure-metrics-exporter');
      expect(at(pod, 'containers.0.image')).toMatch(/azure-metrics-exporter:25\.12\.0/);
      expect(manifests.map(({ kind }) => kind)).not.toContain('Secret');
    });

    test('comes without a network policy of the chart, which would open more than ours', () => {
      expect(manifests.map(({ kind }) => kind)).not.toContain('NetworkPolicy');
    });
  },
);
