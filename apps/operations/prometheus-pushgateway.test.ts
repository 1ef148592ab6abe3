import { describe, expect, test } from 'vitest';
import { at, hasChart, one, renderedSamplesOf, samplesOf } from '#testing';
import { prometheusPushgateway } from './prometheus-pushgateway.ts';

describe.each(await samplesOf(prometheusPushgateway))('the pushgateway on $name', ({ app, environment }) => {
  const values = app.values ?? {};

  test('has one address, which does not hang on the name of a release', () => {
    const host = `prometheus-pushgateway.${app.namespace}.svc.cluster.local`;
    expect(app.provides.push).toMatchObject({ host, port: 9091 });
  });

  test('remembers over a restart what was pushed, on a volume', () => {
    expect(values.extraArgs).toEqual(['--persistence.file=/data/metrics', '--persistence.interval=1m']);
    expect(values.persistentVolume).toMatchObject({ enabled: true, mountPath: '/data' });
    expect(at(values, 'persistentVolume.storageClass')).toBe(environment.cloud.storageClass);
    expect(values.replicaCount).toBe(1);
  });

  test('is scraped with the labels that were pushed, where it is', () => {
    expect(values.serviceMonitor).toEqual({ enabled: true, namespace: app.namespace, honorLabels: true });
  });
});

describe.skipIf(!(await hasChart(prometheusPushgateway)))('what the chart makes of it', () => {
  test('is one volume, which the pod mounts', async () => {
    for (const { manifests } of await renderedSamplesOf(prometheusPushgateway)) {
      const claim = at(
        one(manifests, 'Deployment'),
        'spec.template.spec.volumes.0.persistentVolumeClaim.claimName',
      );
      expect(one(manifests, 'PersistentVolumeClaim').name).toBe(claim);
    }
  });
});
