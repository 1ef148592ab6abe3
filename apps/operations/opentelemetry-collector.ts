import { defineApp, upstream } from '#generator';
import type { Values } from '../../schemas/upstream/opentelemetry-collector.gen.ts';
import { restrictedContainer, restrictedPod } from '../pods.ts';
import { collector, collectorImage, ownAddress, ownMetrics, toLoki } from './collector.ts';

const name = 'opentelemetry-collector';
const [grpc, http] = [4317, 4318];
/** Where Prometheus finds what programs sent. */
const received = 8889;

export const opentelemetryCollector = defineApp({
  name,
  description:
    'Takes what programs tell of themselves by OpenTelemetry: logs for Loki, the rest for Prometheus.',
  layer: 'operations',
  optional: true,
  namespace: name,
  seed: [name],
  chart: upstream('opentelemetry-collector'),
  images: [collectorImage],
  uses: ['loki'],
  // One, for what a program counts is added up where it is sent, and would be counted in part by each of two.
  sizes: {
    small: { collector: { replicas: 1, cpu: '30m', memory: '96Mi', limit: '192Mi' } },
    medium: { collector: { replicas: 1, cpu: '100m', memory: '256Mi', limit: '512Mi' } },
    large: { collector: { replicas: 1, cpu: '250m', memory: '512Mi', limit: '1Gi' } },
  },
  network: { metrics: [ownMetrics, received] },
  provides: ({ endpoint }) => ({ otlpGrpc: endpoint(name, grpc), otlpHttp: endpoint(name, http) }),
  values: (context): Values => {
    const { of, size } = context;
    const limits = ['memory_limiter'];
    return {
      ...collector(
        {
          name,
          received,
          size: size.collector,
          config: {
            receivers: {
              otlp: {
                protocols: {
                  grpc: { endpoint: `${ownAddress}:${grpc}` },
                  http: { endpoint: `${ownAddress}:${http}` },
                },
              },
            },
            processors: {
              // The labels of every other log.
              'transform/labels': {
                error_mode: 'ignore',
                log_statements: [
                  'set(resource.attributes["app"], resource.attributes["service.name"])',
                  'set(resource.attributes["namespace"], resource.attributes["service.namespace"])',
                  'set(resource.attributes["pod"], resource.attributes["service.instance.id"])',
                ],
              },
            },
            // No store of traces is here: how often, how long and how well each kind of call went is kept, the calls are not.
            connectors: { span_metrics: { metrics_flush_interval: '30s', metrics_expiration: '10m' } },
            exporters: {
              ...toLoki(of('loki').http),
              prometheus: { endpoint: `${ownAddress}:${received}`, metric_expiration: '10m' },
            },
            pipelines: {
              logs: {
                receivers: ['otlp'],
                processors: [...limits, 'transform/labels', 'batch'],
                exporters: ['otlp_http/loki'],
              },
              metrics: {
                receivers: ['otlp', 'span_metrics'],
                processors: [...limits, 'batch'],
                exporters: ['prometheus'],
              },
              traces: { receivers: ['otlp'], processors: limits, exporters: ['span_metrics'] },
            },
          },
        },
        context,
      ),
      mode: 'deployment',
      replicaCount: size.collector.replicas,
      serviceAccount: { create: true, name, automountServiceAccountToken: false },
      podSecurityContext: restrictedPod(10001),
      securityContext: restrictedContainer(),
    };
  },
});
