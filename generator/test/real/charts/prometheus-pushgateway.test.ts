import { describe, expect, test } from 'vitest';
import type { PlainObject } from '../../../src/definition/plain.ts';
import { at, one } from '../../support/objects.ts';
import { environments, hasChart, planOf, rendered, valuesOf } from '../../support/render.ts';

const app = 'prometheus-pushgateway';

describe.each(environments)('the pushgateway in %s', (environment) => {
  const values = valuesOf(app, environment);

  test('has one address, which does not hang on the name of a release', () => {
    expect(planOf(app, environment).provides.push).toMatchObject({
      host: 'prometheus-pushgateway.monitoring.svc.cluster.local',
      port: 9091,
    });
  });

  test('remembers over a restart what was pushed, on a volume', () => {
    expect(values.extraArgs).toEqual(['--persistence.file=/data/metrics', '--persistence.interval=1m']);
    expect(values.persistentVolume).toMatchObject({ enabled: true, mountPath: '/data' });
    expect(at(values, 'persistentVolume.storageClass')).toBe(environment === 'local' ? undefined : 'gp3');
    expect(values.replicaCount).toBe(1);
  });

  test('is scraped with the labels that were pushed, where it is', () => {
    expect(values.serviceMonitor).toEqual({ enabled: true, namespace: 'monitoring', honorLabels: true });
  });
});

describe.skipIf(!(await hasChart(app)))('what the chart makes of it', () => {
  test.each(environments)('in %s', async (environment) => {
    const manifests = await rendered(app, environment);
    const [service, monitor] = [one(manifests, 'Service', app), one(manifests, 'ServiceMonitor')];
    expect(at(service, 'metadata.labels')).toMatchObject(
      at(monitor, 'spec.selector.matchLabels') as PlainObject,
    );
    expect(at(monitor, 'spec.endpoints.0.port')).toBe(at(service, 'spec.ports.0.name'));
    expect(at(service, 'spec.ports.0.port')).toBe(9091);
    const claim = at(
      one(manifests, 'Deployment'),
      'spec.template.spec.volumes.0.persistentVolumeClaim.claimName',
    );
    expect(one(manifests, 'PersistentVolumeClaim').name).toBe(claim);
  });
});
