import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
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

test('a runbook is there for each alert', () => {
  if (process.env.UPDATE) writeFileSync(runbook, runbooksPage());
  expect(readFileSync(runbook, 'utf8')).toBe(runbooksPage());
});

/** The metrics that PromQL names, each with the labels that it selects by. */
function metricsIn(expr: string): { metric: string; labels: string[] }[] {
  const bare = expr
    .replace(/"(?:[^"\\]|\\.)*"/g, '""')
    .replace(/\[[^\]]*\]/g, '')
    .replace(/\b(by|on|group_left|group_right|without|ignoring) \([^)]*\)/g, ' ');
  return [...bare.matchAll(/([a-zA-Z_:][\w:]*)(?:\{([^}]*)\})?(?=([\s\S]?))/g)]
    .filter(([, name = '', , next]) => next !== '(' && !words.has(name) && !/^\d/.test(name))
    .map(([, metric = '', selectors = '']) => ({
      metric,
      labels: [...selectors.matchAll(/(\w+)\s*(?:=~|!~|!=|=)/g)].map(([, label = '']) => label),
    }));
}

const words = new Set(['and', 'or', 'unless', 'sum', 'min', 'max', 'avg', 'count']);
