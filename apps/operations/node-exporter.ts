import { defineApp, sameSize, upstream } from '#generator';
import type { Values } from '../../schemas/upstream/prometheus-node-exporter.gen.ts';
import { resourcesOf, restrictedContainer, restrictedPod } from '../pods.ts';

const name = 'node-exporter';
/** Of the node, so it must be nobody else's there. */
const port = 9100;

export const nodeExporter = defineApp({
  name,
  description: 'Says how each node is: its processors, memory, disks and network.',
  layer: 'operations',
  optional: true,
  // Of its own: nothing else may run among pods that see the whole node.
  namespace: name,
  chart: upstream('prometheus-node-exporter'),
  images: [name],
  podSecurity: {
    level: 'privileged',
    reason: 'It reads the processes, disks and interfaces of the node that it runs on.',
  },
  // One for each node.
  sizes: sameSize({ exporter: { replicas: 1, cpu: '20m', memory: '32Mi' } }),
  network: { metrics: port },
  exceptions: [
    {
      code: 'exposed',
      reason: 'The interfaces that it counts are those of the node, so it must be in that network.',
    },
  ],
  values: ({ size, image, imagePullSecrets, monitors }): Values => {
    const { registry, path, tag, digest } = image(name);
    return {
      fullnameOverride: name,
      global: { imagePullSecrets },
      image: { registry, repository: path, tag, digest: digest ?? '' },
      resources: resourcesOf(size.exporter, '64Mi'),
      service: { port, targetPort: port },
      securityContext: restrictedPod(65534),
      containerSecurityContext: restrictedContainer(),
      extraArgs: [
        '--collector.filesystem.mount-points-exclude=^/(dev|proc|sys|run/.+|var/lib/(docker|containerd|kubelet)/.+)($|/)',
        '--collector.filesystem.fs-types-exclude=^(autofs|binfmt_misc|bpf|cgroup2?|configfs|debugfs|devpts|devtmpfs|fusectl|hugetlbfs|iso9660|mqueue|nsfs|overlay|proc|procfs|pstore|rpc_pipefs|securityfs|selinuxfs|squashfs|sysfs|tmpfs|tracefs|erofs)$',
      ],
      prometheus: { monitor: { enabled: monitors, attachMetadata: { node: true } } },
    };
  },
});
