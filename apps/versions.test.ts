import { expect, test } from 'vitest';
import { sampleModel } from '#testing';

const { environments, versions } = await sampleModel();
const apps = environments.flatMap((environment) => environment.apps);
const entries = new Map(versions.map((entry) => [`${entry.kind} ${entry.key}`, entry]));

/** What an entry follows, and so on until one that chooses by itself; each as `image loki` or `chart loki`. */
function leads(name: string): string[] {
  const { follows } = entries.get(name)?.policy ?? {};
  if (follows === undefined) return [name];
  return [name, ...leads('chart' in follows ? `chart ${follows.chart}` : `image ${follows.image}`)];
}

/** Whether two entries can only move together. */
function movesWith(one: string, other: string): boolean {
  if (leads(one).at(-1) === leads(other).at(-1)) return true;
  const groups = [one, other].map((name) => entries.get(leads(name).at(-1) ?? '')?.policy.group);
  return groups[0] !== undefined && groups[0] === groups[1];
}

/** The third-party chart or folder that an app is made of. */
const chartOf = ({ chart }: (typeof apps)[number]): string | null =>
  chart.kind === 'first-party' ? null : `chart ${chart.name}`;

test('definitions of custom resources move with the operator that reads them', () => {
  const definitions = new Set(apps.flatMap((app) => (app.layer === 'crds' ? (chartOf(app) ?? []) : [])));
  const alone = [...definitions].filter(
    (name) => ![...entries.keys()].some((other) => !definitions.has(other) && movesWith(name, other)),
  );
  expect(alone).toEqual([]);
});

/** Images that a chart brings and that have a version of their own, with the reason why none of the chart's fits. */
const apart: Readonly<Record<string, string>> = {
  alertmanager: 'stands among the values of kube-prometheus-stack, like the others of that chart',
  grafana: 'as alertmanager',
  'grafana-sidecar': 'as alertmanager',
  'kube-state-metrics': 'as alertmanager',
  prometheus: 'as alertmanager',
  thanos: 'as alertmanager',
  kong: 'the chart names a minor version, and its next will be that of the Enterprise edition',
  'kong-ingress-controller': 'the chart names a minor version',
  'redis-exporter': 'stands among the values of the chart of valkey',
  'strimzi-kafka-bridge': 'is released by itself, and the operator takes any',
  trino: 'the chart names an older version than the one that runs',
};

test('what a third-party chart brings moves with the chart, or has a reason not to', () => {
  const astray = apps.flatMap((app) => {
    const chart = chartOf(app);
    if (chart === null || app.layer === 'crds') return [];
    return Object.keys(app.images).filter((key) => !movesWith(`image ${key}`, chart) && !(key in apart));
  });
  expect([...new Set(astray)]).toEqual([]);
});

test('no reason is left behind when its image has learned to follow', () => {
  const needless = Object.keys(apart).filter((key) => leads(`image ${key}`).length > 1);
  expect(needless).toEqual([]);
});
