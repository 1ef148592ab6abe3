import { defineApp, upstream } from '#generator';
import type { Values } from '../../schemas/upstream/opentelemetry-collector.gen.ts';
import { clusterRoles } from '../cluster-kinds.ts';
import { restrictedContainer } from '../pods.ts';
import { collector, collectorImage, ownMetrics, toLoki } from './collector.ts';
import { processors, receiver } from './log-lines.ts';

const name = 'log-agent';
const files = '/var/log/pods';
const positions = '/var/lib/otelcol';

/**
 * Reads the files that the kubelet keeps of every container. To ask the API of Kubernetes for them would need no file
 * of a node, but a right to read the logs of all pods, and a connection through the API server for each container.
 */
export const logAgent = defineApp({
  name,
  description: 'Reads the logs of all pods, on every node, and sends them to Loki.',
  layer: 'operations',
  optional: true,
  // Of its own: nothing else may run among pods that read files of the node.
  namespace: name,
  seed: ['promtail'],
  chart: upstream('opentelemetry-collector'),
  images: [collectorImage],
  uses: ['loki'],
  // One for each node.
  sizes: {
    small: { agent: { replicas: 1, cpu: '50m', memory: '128Mi', limit: '256Mi' } },
    medium: { agent: { replicas: 1, cpu: '100m', memory: '192Mi', limit: '384Mi' } },
    large: { agent: { replicas: 1, cpu: '100m', memory: '256Mi', limit: '512Mi' } },
  },
  podSecurity: {
    level: 'privileged',
    reason: 'It reads the log files of the node, which belong to root, and keeps there how far it has read.',
  },
  clusterKinds: clusterRoles,
  network: { kubernetesApi: true, metrics: ownMetrics },
  values: (context): Values => {
    const { of, size } = context;
    return {
      ...collector(
        {
          name: 'log',
          size: size.agent,
          config: {
            extensions: { file_storage: { directory: positions, create_directory: false } },
            receivers: { file_log: receiver(files, name, 'file_storage') },
            processors,
            exporters: toLoki(of('loki').http, { storage: 'file_storage' }),
            pipelines: {
              logs: {
                receivers: ['file_log'],
                processors: ['memory_limiter', ...Object.keys(processors), 'batch'],
                exporters: ['otlp_http/loki'],
              },
            },
          },
        },
        context,
      ),
      nameOverride: name,
      mode: 'daemonset',
      serviceAccount: { create: true, name },
      // Which app a pod belongs to is in its labels; each agent asks for the pods of its own node.
      clusterRole: {
        create: true,
        name,
        rules: [{ apiGroups: [''], resources: ['pods'], verbs: ['get', 'list', 'watch'] }],
        clusterRoleBinding: { name },
      },
      extraEnvs: [{ name: 'K8S_NODE_NAME', valueFrom: { fieldRef: { fieldPath: 'spec.nodeName' } } }],
      // Root without any right of root: enough to read what belongs to it.
      podSecurityContext: { runAsUser: 0, runAsGroup: 0, seccompProfile: { type: 'RuntimeDefault' } },
      securityContext: restrictedContainer(),
      tolerations: [{ operator: 'Exists' }],
      extraVolumes: [
        { name: 'logs', hostPath: { path: files } },
        { name: 'positions', hostPath: { path: `/var/lib/${name}`, type: 'DirectoryOrCreate' } },
      ],
      extraVolumeMounts: [
        { name: 'logs', mountPath: files, readOnly: true },
        { name: 'positions', mountPath: positions },
      ],
    };
  },
});
