import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { all, at, hasChart, type Plain, type RenderedSample, renderedSamplesOf, samplesOf } from '#testing';
import { datasetApi } from '../apis/dataset-api.ts';
import { objectStore } from '../stores/object-store.ts';
import { series } from '../test/metrics.ts';
import { alertGroups } from './alerts/index.ts';
import { runbook } from './alerts/rules.ts';
import { runbooksPage } from './alerts/runbooks.ts';

const alerts = alertGroups('test').flatMap((group) => group.alerts);

/** Labels that Prometheus gives every series of a target. */
const targetLabels = ['namespace', 'pod', 'instance', 'job', 'container', 'service', 'endpoint', 'node'];

describe.each(alerts)('$name', ({ expr, cases }) => {
  const read = metricsIn(expr);

  test('asks for what something exposes, by labels that it has', () => {
    for (const { metric, labels } of read) {
      expect([...series.keys()], metric).toContain(metric);
      const known = [...(series.get(metric) ?? []), ...targetLabels];
      expect(known, metric).toEqual(expect.arrayContaining(labels));
    }
  });

  test('is tried with what it asks for', () => {
    const seen = [...Object.keys(cases.fires), ...Object.keys(cases.silent ?? {})].flatMap(metricsIn);
    for (const { metric, labels } of seen) {
      expect(read.map((part) => part.metric)).toContain(metric);
      expect([...(series.get(metric) ?? []), ...targetLabels]).toEqual(expect.arrayContaining(labels));
    }
  });
});

test('no two alerts have one name', () => {
  const names = alerts.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
});

test('an alert outranks one that there is', () => {
  const names = alerts.map(({ name }) => name);
  const outranked = alerts.flatMap(({ outranks }) => (outranks ? [outranks.alert] : []));
  expect(names).toEqual(expect.arrayContaining(outranked));
});

test('what is watched by its name has that name', async () => {
  const expressions = alerts.map(({ expr }) => expr).join('\n');
  expect(expressions).toContain(`job="${datasetApi.name}",namespace="${datasetApi.name}"`);
  for (const { app } of await samplesOf(datasetApi)) expect(app.namespace).toBe(datasetApi.name);
  const claims = (sample: RenderedSample) =>
    all(sample.manifests, 'StatefulSet').flatMap(({ name, object }) =>
      (at(object, 'spec.volumeClaimTemplates') as Plain[]).map(
        (claim) => `${at(claim, 'metadata.name')}-${name}-0`,
      ),
    );
  const [sample] = (await hasChart(objectStore)) ? await renderedSamplesOf(objectStore) : [];
  const [, pattern = ''] =
    expressions.match(/namespace="object-store",persistentvolumeclaim=~"([^"]+)"/) ?? [];
  if (sample) {
    expect(sample.app.namespace).toBe('object-store');
    expect(claims(sample).filter((claim) => new RegExp(`^${pattern}$`).test(claim))).toEqual([
      'data-object-store-volume-0',
    ]);
  }
});

test('a runbook is there for each alert', () => {
  if (process.env.UPDATE) writeFileSync(runbook, runbooksPage());
  expect(readFileSync(runbook, 'utf8')).toBe(runbooksPage());
});

/** The metrics that PromQL names, each with the labels that it selects by. */
function metricsIn(expr: string): { metric: string; labels: string[] }[] {
  const bare = expr
    .replace(/"(?:[^"\\]|\\.)*"/g, '""')
    .replace(/\[[^\]]*\]/g, '')
    .replace(/\boffset \w+/g, '')
    .replace(/\b(by|on|group_left|group_right|without|ignoring) \([^)]*\)/g, ' ');
  return [...bare.matchAll(/([a-zA-Z_:][\w:]*)(?:\{([^}]*)\})?(?=([\s\S]?))/g)]
    .filter(([, name = '', , next]) => next !== '(' && !words.has(name) && !/^\d/.test(name))
    .map(([, metric = '', selectors = '']) => ({
      metric,
      labels: [...selectors.matchAll(/(\w+)\s*(?:=~|!~|!=|=)/g)].map(([, label = '']) => label),
    }));
}

const words = new Set(['and', 'or', 'unless', 'sum', 'min', 'max', 'avg', 'count']);
