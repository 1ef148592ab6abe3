import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import {
  companionOf,
  hasChart,
  one,
  type Plain,
  type PlainObject,
  type RenderedSample,
  rendered,
  sampleModel,
  samplesOf,
  temporaryFolder,
  write,
} from '#testing';
import { prometheusProgram } from '../test/prometheus.ts';
import { kubePrometheusStack } from './kube-prometheus-stack.ts';

type Manifests = RenderedSample['manifests'];

const kinds = { ServiceMonitor: 'serviceMonitor', PodMonitor: 'podMonitor' } as const;
const withChart = await hasChart(kubePrometheusStack);

/** Two that differ most: the smallest has all of its own, the largest what its cloud has. */
const environments = withChart
  ? (await samplesOf(kubePrometheusStack)).filter(({ name }) => ['local-small', 'aws-large'].includes(name))
  : [];
const samples = await Promise.all(
  environments.map(async (sample) => {
    const { manifests } = await rendered(sample);
    return { name: sample.name, manifests, monitors: await monitorsOf(sample) };
  }),
);

/** Every monitor of an environment, in the namespace that it is applied to. */
async function monitorsOf({ environment }: (typeof environments)[number]): Promise<PlainObject[]> {
  const scraped = environment.apps.filter(({ network }) => network.scraped.length > 0);
  const found = await Promise.all(
    scraped.map(async (app) => {
      const sample = { name: environment.name, environment, app } as never;
      const own = (await hasChart(app as never)) ? (await rendered(sample)).manifests : [];
      return [...own, ...(await companionOf(sample))]
        .filter(({ kind }) => kind in kinds)
        .map(({ object }) => ({
          ...object,
          metadata: { namespace: app.namespace, ...(object.metadata as PlainObject) },
        }));
    }),
  );
  return found.flat();
}

describe.each(samples)('Prometheus on $name', ({ manifests, monitors }) => {
  const prometheus = one(manifests, 'Prometheus').object;

  test('takes the configuration that its operator makes of every monitor, each of which is scraped', async () => {
    const configuration = await scrapeConfiguration([prometheus, ...monitors]);
    const jobs = (parse(configuration) as { scrape_configs: { job_name: string }[] }).scrape_configs;
    expect(monitors.length).toBeGreaterThan(10);
    for (const { kind, metadata } of monitors) {
      const { namespace, name } = metadata as Record<string, string>;
      const job = `${kinds[kind as keyof typeof kinds]}/${namespace}/${name}/`;
      expect(jobs.filter(({ job_name: found }) => found.startsWith(job))).not.toEqual([]);
    }
    expect(await promtool(configuration)).toContain('SUCCESS');
  });

  test('refuses a monitor that says what it does not know', async () => {
    const monitor = (endpoint: object) => ({
      apiVersion: 'monitoring.coreos.com/v1',
      kind: 'PodMonitor',
      metadata: { name: 'planted', namespace: 'planted' },
      spec: { selector: {}, podMetricsEndpoints: [{ port: 'metrics', ...endpoint }] },
    });
    const made = (endpoint: object) => scrapeConfiguration([prometheus, monitor(endpoint)]);
    expect(await promtool(await made({}))).toContain('SUCCESS');
    await expect(made({ intervall: '30s' })).rejects.toThrow(/intervall/);
    const relabelings = [{ action: 'replace', regex: '(', targetLabel: 'pod' }];
    await expect(made({ relabelings }).then(promtool)).rejects.toThrow(/missing closing \)/);
  });
});

describe.each(samples)('Alertmanager on $name', ({ manifests }) => {
  const config = one(manifests, 'AlertmanagerConfig').object;

  test('takes the configuration that its operator makes, and tells somebody of every alert', async () => {
    const file = await configured(config, manifests);
    expect(await prometheusProgram('amtool', ['check-config', file])).toContain('SUCCESS');
    for (const severity of ['critical', 'warning'])
      for (const team of ['platform', 'data', 'apis'])
        expect(await told(file, { severity, team })).toEqual(['webhook-1']);
    expect(await told(file, {})).toEqual(['webhook-1']);
    expect(await told(file, { severity: 'info' })).toEqual(['nobody']);
  });

  test('refuses one that it cannot read', async () => {
    const mistaken = structuredClone(config) as { spec: { route: { routes: object[] } } };
    mistaken.spec.route.routes.push({
      receiver: 'nobody',
      matchers: [{ name: 'team', value: '(', matchType: '=~' }],
    });
    const checked = configured(mistaken as never, manifests).then((file) =>
      prometheusProgram('amtool', ['check-config', file]),
    );
    await expect(checked).rejects.toThrow(/missing closing \)/);
  });
});

test.skipIf(!withChart)(
  'alerts go by how bad they are and whose they are, in every way that there is',
  async () => {
    const relay = { host: 'mail.example.org', port: 587 };
    const alerts = {
      receivers: [
        { kind: 'slack' },
        { kind: 'pagerduty', severities: ['critical'], teams: ['data'] },
        {
          kind: 'email',
          to: ['a@example.org'],
          from: 'b@example.org',
          relay,
          user: 'b',
          severities: ['critical', 'info'],
        },
        { kind: 'webhook' },
      ],
      deadMansSwitch: true,
    };
    const model = await sampleModel({}, { alerts });
    const environment = model.environments.find(({ name }) => name === environments[0]?.name);
    const app = environment?.apps.find(({ name }) => name === kubePrometheusStack.name);
    const { manifests } = await rendered({ environment, app } as never);
    const file = await configured(one(manifests, 'AlertmanagerConfig').object, manifests);
    expect(await prometheusProgram('amtool', ['check-config', file])).toContain('SUCCESS');
    const everybody = ['slack-1', 'pagerduty-2', 'email-3', 'webhook-4'];
    expect(await told(file, { severity: 'critical', team: 'data' })).toEqual(everybody);
    expect(await told(file, { severity: 'critical', team: 'apis' })).toEqual([
      'slack-1',
      'email-3',
      'webhook-4',
    ]);
    expect(await told(file, { severity: 'warning', team: 'data' })).toEqual(['slack-1', 'webhook-4']);
    expect(await told(file, { alertname: 'Watchdog', severity: 'info' })).toEqual(['dead-mans-switch']);
  },
);

const stream = (objects: readonly unknown[]): string =>
  objects.map((object) => stringify(object)).join('---\n');

const scrapeConfiguration = (objects: readonly unknown[]): Promise<string> =>
  prometheusProgram('operator-configuration', ['prometheus'], stream(objects));

/** Files that it names are in a pod of Prometheus, and not here: they are not opened. */
const promtool = (configuration: string): Promise<string> =>
  prometheusProgram('promtool', [
    'check',
    'config',
    '--syntax-only',
    inFile('prometheus.yaml', configuration),
  ]);

function inFile(name: string, text: string): string {
  const folder = temporaryFolder();
  write(folder, { [name]: text });
  return join(folder, name);
}

/** What the operator makes of an AlertmanagerConfig, in a file. Each key of a Secret that it names has a value. */
async function configured(config: PlainObject, manifests: Manifests): Promise<string> {
  const alertmanager = one(manifests, 'Alertmanager').object;
  const { namespace } = config.metadata as { namespace: string };
  const secrets = keysIn(config).map(({ name, key }) => ({
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: { name, namespace },
    data: { [key]: Buffer.from('https://hooks.example.org/secret').toString('base64') },
  }));
  const objects = stream([alertmanager, config, ...secrets]);
  return inFile(
    'alertmanager.yaml',
    await prometheusProgram('operator-configuration', ['alertmanager'], objects),
  );
}

function keysIn(value: Plain): { name: string; key: string }[] {
  if (typeof value !== 'object' || value === null) return [];
  const { name, key } = value as Record<string, Plain>;
  const own = typeof name === 'string' && typeof key === 'string' ? [{ name, key }] : [];
  return [...own, ...Object.values(value).flatMap((part) => keysIn(part as Plain))];
}

/** Names of the receivers of an alert, without the place that the operator puts before them. */
async function told(file: string, labels: Readonly<Record<string, string>>): Promise<string[]> {
  const named = Object.entries({ alertname: 'X', ...labels }).map(([name, value]) => `${name}=${value}`);
  const args = ['config', 'routes', 'test', `--config.file=${file}`, ...named];
  const said = await prometheusProgram('amtool', args);
  return said
    .trim()
    .split(',')
    .map((receiver) => receiver.replace(/^.*\//, ''));
}
