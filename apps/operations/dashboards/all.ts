import { layerDashboard } from './layers.ts';
import type { Dashboard } from './model.ts';
import { overview } from './overview.ts';
import { rollouts } from './rollouts.ts';
import { rowsOf } from './rows.ts';

/** Every layer that has pods, and the namespaces that they are in; a test compares them with the apps. */
export const layers = {
  operators: {
    title: 'Operators',
    namespaces: [
      'cert-manager',
      'druid',
      'external-secrets',
      'flink',
      'kafka',
      'postgresql',
      'secrets',
      'spark',
    ],
  },
  stores: {
    title: 'Stores',
    namespaces: ['druid', 'hms', 'kafka', 'object-store', 'postgresql', 'valkey-dedup', 'valkey-denorm'],
  },
  processing: {
    title: 'Processing',
    namespaces: ['event-archive', 'flink', 'spark', 'submit-ingestion', 'trino'],
  },
  apis: {
    title: 'APIs and gateway',
    namespaces: ['command-api', 'connectors', 'dataset-api', 'keycloak', 'kong', 'superset', 'web-console'],
  },
  operations: {
    title: 'Monitoring and maintenance',
    namespaces: [
      'azure-metrics-exporter',
      'bucket-report',
      'grafana-configs',
      'kafka-message-exporter',
      'log-agent',
      'loki',
      'monitoring',
      'node-exporter',
      'opentelemetry-collector',
      'valkey-denorm',
      'velero',
      'volume-autoscaler',
    ],
  },
} as const;

/**
 * Every dashboard.
 * @param prefix what the namespaces of this environment begin with
 */
export const dashboards = (prefix: string): readonly Dashboard[] => [
  overview,
  ...Object.entries(layers).map(([layer, { title, namespaces }]) =>
    layerDashboard({ layer, title, namespaces: namespaces.map((name) => `${prefix}${name}`) }, rowsOf[layer]),
  ),
  rollouts,
];
