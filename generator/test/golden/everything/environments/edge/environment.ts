import { defineEnvironment } from '#generator';

/** Shares a cluster with others, leaves an app out, and follows another branch. */
export const edge = defineEnvironment({
  name: 'edge',
  description: 'Close to the machines.',
  argocd: 'site',
  destination: { name: 'in-cluster', kubernetesVersion: '1.34' },
  cloud: {
    kind: 'local',
    objectStore: { endpoint: 'http://store.example.org:9000', region: 'here' },
    storageClass: 'fast',
    buckets: { files: 'edge-files' },
  },
  domain: 'edge.example.org',
  size: 'small',
  unauthenticatedHosts: ['@'],
  exposure: {
    route: {
      kind: 'gateway',
      name: 'public',
      namespace: 'gateways',
      section: 'https',
      authentication: { group: 'gateway.example.org', kind: 'LoginFilter', name: 'staff' },
    },
    caller: { namespace: 'gateways', pods: { gateway: 'public' } },
  },
  existing: { kinds: ['gateway.networking.k8s.io'] },
  registryMirror: 'none',
  imagePullSecrets: ['edge'],
  namespacePrefix: 'edge-',
  apps: { exclude: ['dashboard'] },
});
