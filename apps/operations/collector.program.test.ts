import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { at, type Plain, type PlainObject, run, samplesOf, temporaryFolder, write } from '#testing';
import { goProgram } from '../test/go.ts';
import { startLogSink } from '../test/otlp.ts';
import { freePort } from '../test/port.ts';
import { startServer } from '../test/server.ts';
import { logAgent } from './log-agent.ts';
import { opentelemetryCollector } from './opentelemetry-collector.ts';

const program = await goProgram('opentelemetry-collector');
const samples = (await Promise.all([logAgent, opentelemetryCollector].map((app) => samplesOf(app)))).flat();
const configOf = (app: { name: string }, sample = 'local-small'): PlainObject => {
  const found = samples.find(({ name, app: { name: of } }) => name === sample && of === app.name);
  return structuredClone(at(found?.app.values ?? {}, 'alternateConfig')) as PlainObject;
};

const env = { MY_POD_IP: '127.0.0.1', K8S_NODE_NAME: 'node-1' };
/** The configuration as a file; JSON is YAML. */
function written(config: PlainObject): string {
  const folder = temporaryFolder();
  write(folder, { 'relay.yaml': JSON.stringify(config) });
  return join(folder, 'relay.yaml');
}
async function validate(config: PlainObject): Promise<string> {
  const ended = await run(program, ['validate', `--config=${written(config)}`], { env });
  return `${ended?.code} ${ended?.stdout}${ended?.stderr}`;
}
const change = (config: PlainObject, path: string, to: PlainObject): void => {
  Object.assign(at(config, path) as object, to);
};

/** Runs a collector where only this machine is: on free ports, and with what Loki would get as JSON, in a sink of ours. */
async function start(config: PlainObject) {
  const sink = await startLogSink();
  change(config, 'exporters.otlp_http/loki', {
    endpoint: `http://127.0.0.1:${sink.port}/otlp`,
    encoding: 'json',
    compression: 'none',
  });
  change(config, 'extensions.health_check', { endpoint: `127.0.0.1:${await freePort()}` });
  change(config, 'service.telemetry.metrics.readers.0.pull.exporter.prometheus', { port: await freePort() });
  await startServer(program, [`--config=${written(config)}`], {
    cwd: temporaryFolder(),
    env,
    ready: /Everything is ready/,
  });
  return sink;
}

test.each(samples.map(({ name, app }) => [app.name, name] as const))(
  'a collector accepts what %s is told on %s',
  async (app, sample) => {
    const config = configOf({ name: app }, sample);
    // Of the node, and so it must be there.
    if (app === logAgent.name) change(config, 'extensions.file_storage', { directory: temporaryFolder() });
    expect(await validate(config)).toBe('0 ');
  },
);

test('it refuses what it no longer knows: an exporter to Loki, and an address for metrics of its own', async () => {
  const exporter = configOf(opentelemetryCollector);
  change(exporter, 'exporters', { loki: { endpoint: 'http://loki/loki/api/v1/push' } });
  expect(await validate(exporter)).toMatch(/unknown type: "loki"/);
  const address = configOf(opentelemetryCollector);
  change(address, 'service.telemetry.metrics', { address: ':8888' });
  expect(await validate(address)).toMatch(/invalid keys: address/);
});

/** Lines as a container runtime writes them: the last column is what the container wrote. */
const cri = (lines: readonly string[], mark = 'F'): string =>
  lines.map((line, index) => `2026-11-27T04:00:0${index}.000000001Z stdout ${mark} ${line}\n`).join('');

test('each line of a pod is one log with its labels and its level, and a stack trace is one of them', async () => {
  const folder = temporaryFolder();
  const positions = temporaryFolder();
  const pod = join(folder, 'flink_cache-indexer-0_1b4e28ba-2fa1-11d2-883f-0016d3cca427/flink-main');
  const own = join(
    folder,
    'log-agent_log-agent-x_1b4e28ba-2fa1-11d2-883f-0016d3cca428/opentelemetry-collector',
  );
  for (const made of [pod, own]) mkdirSync(made, { recursive: true });
  const trace = ['java.io.IOException: no', '\tat a.b.C.d(C.java:1)', 'Caused by: java.lang.Error'];
  write(pod, {
    '0.log': cri([
      '2026-11-27 04:00:00 ERROR a.b.C - failed',
      ...trace,
      '{"level":"warn","msg":"ERROR in it"}',
      '10.0.0.1 "GET /healthz" "kube-probe/1.34"',
      'nothing to say of errors',
      'I am the end [debug]',
    ]),
  });
  write(own, { '0.log': cri(['ERROR mine']) });
  const config = configOf(logAgent);
  // Asks the API of Kubernetes which labels a pod has.
  const pipeline = at(config, 'service.pipelines.logs') as { processors: string[] };
  pipeline.processors = pipeline.processors.filter((name) => name !== 'k8s_attributes');
  delete (config.processors as Record<string, Plain>).k8s_attributes;
  change(config, 'receivers.file_log', {
    include: [`${folder}/*/*/*.log`],
    exclude: [`${folder}/log-agent_*/*/*.log`],
  });
  change(config, 'extensions.file_storage', { directory: positions });
  const sink = await start(config);

  const lines = await sink.lines(4);
  expect([...sink.paths]).toEqual(['/otlp/v1/logs']);
  expect(lines.map(({ body, severity }) => [body, severity])).toEqual([
    [['2026-11-27 04:00:00 ERROR a.b.C - failed', ...trace].join('\n'), 17],
    ['{"level":"warn","msg":"ERROR in it"}', 13],
    ['nothing to say of errors', 0],
    ['I am the end [debug]', 5],
  ]);
  const labels = { namespace: 'flink', app: 'flink-main', container: 'flink-main', pod: 'cache-indexer-0' };
  for (const line of lines) expect(line.labels).toEqual({ ...labels, node: 'node-1' });
  expect(lines[0]?.attributes).toEqual({ 'log.iostream': 'stdout' });
  expect(lines[0]?.time).toBe('1795752000000000001');
});

test('what a program sends ends as logs for Loki, and as metrics, of calls too, for Prometheus', async () => {
  const config = configOf(opentelemetryCollector);
  const [http, grpc, received] = [await freePort(), await freePort(), await freePort()];
  change(config, 'receivers.otlp.protocols.http', { endpoint: `127.0.0.1:${http}` });
  change(config, 'receivers.otlp.protocols.grpc', { endpoint: `127.0.0.1:${grpc}` });
  change(config, 'exporters.prometheus', { endpoint: `127.0.0.1:${received}` });
  change(config, 'connectors.span_metrics', { metrics_flush_interval: '1s' });
  const sink = await start(config);

  const resource = { attributes: [{ key: 'service.name', value: { stringValue: 'obsrv-api-service' } }] };
  const send = async (signal: string, body: PlainObject) => {
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch(`http://127.0.0.1:${http}/v1/${signal}`, {
      method: 'POST',
      headers,
      body: JSON.stringify(body),
    });
    expect(answer.status).toBe(200);
  };
  const now = `${Date.now()}000000`;
  await send('logs', {
    resourceLogs: [
      { resource, scopeLogs: [{ logRecords: [{ timeUnixNano: now, body: { stringValue: 'hi' } }] }] },
    ],
  });
  const point = { asInt: 3, timeUnixNano: now, startTimeUnixNano: now };
  await send('metrics', {
    resourceMetrics: [
      {
        resource,
        scopeMetrics: [
          {
            metrics: [
              {
                name: 'api.calls',
                sum: { aggregationTemporality: 2, isMonotonic: true, dataPoints: [point] },
              },
            ],
          },
        ],
      },
    ],
  });
  const [traceId, spanId] = ['0af7651916cd43dd8448eb211c80319c', 'b7ad6b7169203331'];
  const span = { traceId, spanId, name: 'GET /v2', kind: 2, startTimeUnixNano: now, endTimeUnixNano: now };
  await send('traces', { resourceSpans: [{ resource, scopeSpans: [{ spans: [span] }] }] });

  const [line] = await sink.lines(1);
  expect(line).toMatchObject({ body: 'hi', labels: { app: 'obsrv-api-service' } });
  const wanted = [
    /^api_calls_total\{job="obsrv-api-service".*\} 3$/m,
    /^traces_span_metrics_calls_total\{.*service_name="obsrv-api-service".*\} 1$/m,
    /^traces_span_metrics_duration_milliseconds_bucket\{.*le="\+Inf"\} 1$/m,
  ];
  // A counter is shown as 0 first.
  let shown = '';
  while (!wanted.every((line) => line.test(shown)))
    shown = await (await fetch(`http://127.0.0.1:${received}/metrics`)).text();
});
