import type { App, AppContext, Endpoint, OutputTree } from '#generator';
import type { Values } from '../../schemas/upstream/opentelemetry-collector.gen.ts';
import { resourcesOf } from '../pods.ts';

/** A part of a collector's configuration. */
export type Part = Readonly<Record<string, unknown>>;

/** The image that every collector runs. */
export const collectorImage = 'opentelemetry-collector-contrib';

/** What a collector replaces by a variable of its environment. */
export const variable = (name: string): string => `\${env:${name}}`;

/** The address of its pod. */
export const ownAddress = variable('MY_POD_IP');

/** Where it tells of itself. */
export const ownMetrics = 8888;

const healthPort = 13133;

interface Collector {
  readonly name: string;
  /** Where it shows metrics that others sent, if it takes any. */
  readonly received?: number;
  readonly size: { readonly cpu: string; readonly memory: string; readonly limit: string };
  /** The parts of the configuration that are not alike in every collector. */
  readonly config: Record<'receivers' | 'processors' | 'exporters', Part> & {
    readonly connectors?: Part;
    readonly extensions?: Record<string, Part>;
    readonly pipelines: Part;
  };
}

/** What the chart opens by itself; `otlp` alone is read by some collector. */
const portsOfChart = ['otlp', 'otlp-http', 'jaeger-compact', 'jaeger-thrift', 'jaeger-grpc', 'zipkin'];

type Context = Pick<
  AppContext<typeof collectorImage, App, never, never, OutputTree>,
  'image' | 'imagePullSecrets' | 'monitors'
>;

/** What is alike in every collector: one program with a configuration that says all that it does, defaults included. */
export function collector(
  { name, received, size, config }: Collector,
  { image, imagePullSecrets, monitors }: Context,
) {
  const { repository, tagAndDigest } = image(collectorImage);
  const { extensions = {}, pipelines, processors, ...parts } = config;
  const scraped = { metrics: ownMetrics, ...(received !== undefined && { received }) };
  return {
    fullnameOverride: name,
    image: { repository, tag: tagAndDigest },
    command: { name: 'otelcol-contrib' },
    imagePullSecrets,
    alternateConfig: {
      extensions: { health_check: { endpoint: `${ownAddress}:${healthPort}` }, ...extensions },
      processors: {
        // Refuses what comes before memory runs out; whoever sent it tries again.
        memory_limiter: { check_interval: '1s', limit_percentage: 80, spike_limit_percentage: 20 },
        batch: {},
        ...processors,
      },
      ...parts,
      service: {
        extensions: ['health_check', ...Object.keys(extensions)],
        pipelines,
        telemetry: {
          metrics: {
            readers: [{ pull: { exporter: { prometheus: { host: ownAddress, port: ownMetrics } } } }],
          },
        },
      },
    },
    resources: resourcesOf(size, size.limit),
    ports: {
      ...Object.fromEntries(
        portsOfChart.map((port) => [port, { enabled: 'otlp' in parts.receivers && port.startsWith('otlp') }]),
      ),
      ...Object.fromEntries(Object.entries(scraped).map(([port, number]) => [port, opened(number)])),
    },
    podMonitor: { enabled: monitors, metricsEndpoints: Object.keys(scraped).map((port) => ({ port })) },
  } satisfies Partial<Values>;
}

const opened = (port: number) => ({
  enabled: true,
  containerPort: port,
  servicePort: port,
  protocol: 'TCP',
});

/** Sends logs to Loki, and waits for as long as it is away: what sends here waits too, and loses nothing meanwhile. */
export const toLoki = ({ host, port }: Endpoint, queue: Part = {}) => ({
  'otlp_http/loki': {
    endpoint: `http://${host}:${port}/otlp`,
    retry_on_failure: { max_elapsed_time: 0 },
    sending_queue: { block_on_overflow: true, ...queue },
  },
});
