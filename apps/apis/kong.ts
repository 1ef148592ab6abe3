import { type Cloud, defineApp, type Image, upstream } from '#generator';
import type { Values } from '../../schemas/upstream/kong.gen.ts';
import { clusterRoles } from '../cluster-kinds.ts';
import { kongCrds } from '../crds/kong-crds.ts';
import { gateway, guarded, letThrough } from '../gateway.ts';
import { certificateIssuers } from '../operators/certificate-issuers.ts';
import { resourcesOf, spreadOf } from '../pods.ts';
import { kongPlugins } from './kong-plugins.ts';

const name = 'kong';

const pods = { 'app.kubernetes.io/instance': name, 'app.kubernetes.io/component': 'app' };

const controller = (replicas: number) => ({ replicas, cpu: '50m', memory: '128Mi' });

const sizes = {
  small: { proxy: { replicas: 1, cpu: '100m', memory: '384Mi' }, controller: controller(1) },
  medium: { proxy: { replicas: 2, cpu: '250m', memory: '512Mi' }, controller: controller(2) },
  large: { proxy: { replicas: 3, cpu: '500m', memory: '768Mi' }, controller: controller(3) },
};

/**
 * Lets requests in, and asks each of them for a token that the platform's realm has signed: by a plugin that holds for
 * every route, so that one whose annotations are wrong or read too early is closed and not open.
 */
export const kong = defineApp({
  name,
  description: 'The gateway: certificates, verified tokens and limits for everything that is public.',
  layer: 'apis',
  optional: true,
  namespace: name,
  seed: ['kong'],
  chart: upstream('kong'),
  images: ['kong', 'kong-ingress-controller'],
  dependsOn: [kongCrds, certificateIssuers],
  clusterKinds: [
    ...clusterRoles,
    { group: 'networking.k8s.io', kind: 'IngressClass' },
    { group: 'configuration.konghq.com', kind: 'KongClusterPlugin' },
  ],
  sizes,
  gateway: {
    kind: 'ingress',
    class: gateway.class,
    tls: { issuer: gateway.issuer },
    annotations: {
      // Plain HTTP is answered with where to go, but for the pages that certificates are asked for by.
      'konghq.com/protocols': 'https',
      'konghq.com/https-redirect-status-code': '301',
      'konghq.com/preserve-host': 'true',
    },
    authentication: guarded,
    unauthenticated: letThrough,
  },
  network: {
    pods,
    kubernetesApi: true,
    open: [
      { port: 8000, reason: 'browsers and load balancers, for a redirect to HTTPS' },
      { port: 8443, reason: 'browsers and load balancers' },
    ],
    // Of the proxy, and of the controller beside it.
    metrics: [8100, 10255],
  },
  exceptions: [
    {
      code: 'exposed',
      object: 'Service/kong-proxy',
      reason: 'It is the way in, and the only one.',
    },
    {
      code: 'broad-right',
      reason: 'Certificates lie in Secrets beside the apps that they are for, in whatever namespace.',
    },
  ],
  provides: ({ endpoint }) => ({
    proxy: {
      http: endpoint('kong-proxy', 80, { port: 8000 }),
      https: endpoint('kong-proxy', 443, { port: 8443 }),
    },
  }),
  values: ({ environment, size, namespace, image, imagePullSecrets }): Values => ({
    fullnameOverride: name,
    image: {
      ...pinned(image('kong')),
      // Names: the chart makes the references of them itself.
      pullSecrets: imagePullSecrets.map(({ name: secret }) => secret),
    },
    env: {
      // What it is and which version is nobody's business.
      headers: 'X-Kong-Request-Id',
      nginx_http_client_max_body_size: '50m',
      nginx_worker_processes: '2',
      // What the check of a token's audience needs, and nothing else of Lua's.
      untrusted_lua_sandbox_requires: 'cjson.safe',
    },
    replicaCount: size.proxy.replicas,
    podDisruptionBudget: { enabled: size.proxy.replicas > 1, maxUnavailable: 1 },
    topologySpreadConstraints: [spreadOf(pods)],
    updateStrategy: { rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } },
    resources: resourcesOf(size.proxy, '1536Mi'),
    initContainerResources: { requests: { cpu: '10m', memory: '32Mi' }, limits: { memory: '128Mi' } },
    proxy: entranceOf(environment.cloud),
    // Nobody administers it by hand: the controller beside it does, over the loopback of the pod.
    admin: { enabled: false },
    manager: { enabled: false },
    portal: { enabled: false },
    portalapi: { enabled: false },
    ingressController: {
      image: pinned(image('kong-ingress-controller')),
      ingressClass: gateway.class,
      // The chart asks the cluster whether there is one; ours is among the objects below.
      createIngressClass: false,
      resources: resourcesOf(size.controller, '384Mi'),
      // It would let pass what it is not asked about in time. What it would refuse, `verify` refuses.
      admissionWebhook: { enabled: false },
      env: { anonymous_reports: false },
    },
    extraObjects: kongPlugins(namespace),
  }),
  companion: () => ({
    podMonitors: [
      { name, pods, port: 'status' },
      { name: 'kong-controller', pods, port: 'cmetrics' },
    ],
  }),
});

/** Versions decide what the chart renders, and it reads none out of a tag with a digest. */
const pinned = ({ repository, tag, tagAndDigest }: Image) => ({
  repository,
  tag: tagAndDigest,
  effectiveSemver: tag,
});

/** How the address that was reserved for it comes to be that of the gateway. */
function entranceOf(cloud: Cloud): NonNullable<Values['proxy']> {
  if (cloud.kind === 'local')
    return {
      type: 'NodePort',
      http: { nodePort: 32080 },
      tls: { nodePort: 32443 },
      ...(cloud.entrance && { externalIPs: [cloud.entrance.address] }),
    };
  return {
    type: 'LoadBalancer',
    // Who calls is what limits count by, and would else be a node.
    externalTrafficPolicy: 'Local',
    annotations: annotationsOf(cloud),
  };
}

function annotationsOf(cloud: Exclude<Cloud, { kind: 'local' }>): Record<string, string> {
  switch (cloud.kind) {
    case 'aws': {
      const prefix = 'service.beta.kubernetes.io/aws-load-balancer';
      const { allocationIds = [], subnetIds = [] } = cloud.entrance ?? {};
      return {
        [`${prefix}-type`]: 'nlb',
        [`${prefix}-scheme`]: 'internet-facing',
        ...(allocationIds.length > 0 && { [`${prefix}-eip-allocations`]: allocationIds.join() }),
        ...(subnetIds.length > 0 && { [`${prefix}-subnets`]: subnetIds.join() }),
      };
    }
    case 'azure': {
      const prefix = 'service.beta.kubernetes.io/azure';
      if (cloud.entrance === undefined) return {};
      const { publicIp, resourceGroup } = cloud.entrance;
      return {
        [`${prefix}-pip-name`]: publicIp,
        [`${prefix}-load-balancer-resource-group`]: resourceGroup,
      };
    }
    case 'gcp':
      return {
        'cloud.google.com/l4-rbs': 'enabled',
        ...(cloud.entrance && { 'networking.gke.io/load-balancer-ip-addresses': cloud.entrance.address }),
      };
  }
}
