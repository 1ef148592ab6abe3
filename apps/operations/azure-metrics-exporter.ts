import { defineApp, sameSize, upstream } from '#generator';
import type { Values } from '../../schemas/upstream/azure-metrics-exporter.gen.ts';
import { resourcesOf } from '../pods.ts';

const name = 'azure-metrics-exporter';

/** What runs in Azure and not in the cluster: by the name of its series, the type of resource and its metrics. */
export const probes = {
  storage: {
    type: 'Microsoft.Storage/storageAccounts',
    metrics: ['Availability', 'Transactions', 'SuccessE2ELatency', 'UsedCapacity', 'Ingress', 'Egress'],
    // Capacity is counted once an hour.
    period: 'PT1H',
  },
  cluster: {
    type: 'Microsoft.ContainerService/managedClusters',
    metrics: [
      'kube_node_status_condition',
      'node_cpu_usage_percentage',
      'node_memory_working_set_percentage',
    ],
    period: 'PT5M',
  },
  vault: {
    type: 'Microsoft.KeyVault/vaults',
    metrics: ['Availability', 'ServiceApiLatency', 'ServiceApiResult'],
    period: 'PT15M',
  },
} as const;

export const azureMetricsExporter = defineApp({
  name,
  description: 'Brings what Azure measures of its own services: the storage account, the cluster, the vault.',
  layer: 'operations',
  optional: true,
  clouds: ['azure'],
  namespace: name,
  seed: ['azure-exporter'],
  chart: upstream(name),
  images: [name],
  sizes: sameSize({ exporter: { replicas: 1, cpu: '20m', memory: '64Mi' } }),
  network: { internet: true, metrics: 8080 },
  values: ({ environment: { cloud }, size, image, imagePullSecrets, identity, monitors }): Values => {
    const { registry, path, tag, digest } = image(name);
    const subscription = cloud.kind === 'azure' ? [cloud.subscriptionId] : [];
    return {
      fullnameOverride: name,
      image: { registry, repository: path, tag, ...(digest !== null && { sha: digest }) },
      imagePullSecrets,
      replicas: size.exporter.replicas,
      resources: resourcesOf(size.exporter, '192Mi'),
      serviceAccount: { create: true, name, annotations: identity.annotations },
      podLabels: identity.podLabels,
      // Azure bills each question and limits how many there may be.
      env: { ENABLE_CACHING: 'true' },
      netpol: { enabled: false },
      prometheus: {
        monitor: { enabled: monitors },
        metricProbes: {
          interval: '5m',
          scrapeTimeout: '1m',
          probes: monitors
            ? Object.entries(probes).map(([key, { type, metrics, period }]) => ({
                name: key,
                params: {
                  name: [`azure_${key}`],
                  subscription,
                  resourceType: [type],
                  metric: [...metrics],
                  interval: [period],
                  timespan: [period],
                  aggregation: ['average', 'total'],
                },
              }))
            : [],
        },
      },
    };
  },
});
