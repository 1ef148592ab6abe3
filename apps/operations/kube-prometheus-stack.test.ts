import { describe, expect, test } from 'vitest';
import { all, at, hasChart, one, quantity, renderedSamplesOf } from '#testing';
import { kubePrometheusStack } from './kube-prometheus-stack.ts';

const samples = (await hasChart(kubePrometheusStack)) ? await renderedSamplesOf(kubePrometheusStack) : [];

describe.each(samples)('monitoring on $name', ({ app, environment, manifests }) => {
  const prometheus = one(manifests, 'Prometheus');
  const alertmanager = all(manifests, 'AlertmanagerConfig')[0];

  test('takes monitors and rules of every namespace, without a label', () => {
    for (const kind of ['serviceMonitor', 'podMonitor', 'probe', 'rule'])
      for (const which of ['Selector', 'NamespaceSelector'])
        expect(at(prometheus, `spec.${kind}${which}`)).toEqual({});
  });

  test('reaches the metrics of every app that has some, and of no other', () => {
    const scraped = environment.apps.filter(
      ({ name, network }) => name !== app.name && network.scraped.length > 0,
    );
    const reached = app.network.egress.filter(({ namespace }) => namespace !== app.namespace);
    expect(new Set(reached.map(({ namespace }) => namespace))).toEqual(
      new Set(scraped.map(({ namespace }) => namespace).filter((namespace) => namespace !== app.namespace)),
    );
  });

  test('has resources, and keeps less than its volume holds', () => {
    expect(quantity(at(prometheus, 'spec.resources.requests.memory'))).toBeGreaterThan(2 ** 30);
    const disk = quantity(at(prometheus, 'spec.storage.volumeClaimTemplate.spec.resources.requests.storage'));
    const kept = Number.parseInt(String(at(prometheus, 'spec.retentionSize')), 10) * 2 ** 30;
    expect(kept).toBeLessThan(Number(disk) * 0.85);
  });

  test('tells somebody: the receiver of whatever fits no other route is one that sends', () => {
    const receivers = at(alertmanager as never, 'spec.receivers') as Record<string, unknown>[];
    const first = receivers.find(({ name }) => name === at(alertmanager as never, 'spec.route.receiver'));
    expect(Object.keys(first ?? {}).some((key) => key.endsWith('Configs'))).toBe(true);
  });

  test('has a password for Grafana from the store, and no Secret of the chart', () => {
    expect(all(manifests, 'Secret')).toEqual([]);
    expect(app.secrets.map(({ name }) => name)).toContain('kube-prometheus-stack-admin');
  });
});
