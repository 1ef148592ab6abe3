import { defineApp, setting, upstream } from '#generator';
import type { Values } from '../../schemas/upstream/external-secrets.gen.ts';
import { clusterRoles, validatingWebhook } from '../cluster-kinds.ts';
import { externalSecretsCrds } from '../crds/external-secrets-crds.ts';
import { resourcesOf, spread } from '../pods.ts';
import { certManager } from './cert-manager.ts';

const components = (replicas: number) => ({
  controller: { replicas, cpu: '50m', memory: '96Mi' },
  webhook: { replicas, cpu: '20m', memory: '48Mi' },
});

/**
 * Its controller writes Secrets into every namespace, so it may read all of them, and whoever may create an
 * ExternalSecret reads the store. Hence: nothing that spreads secrets by itself, no right to create its objects
 * beyond those that Argo CD has, and no token but the one that the secret store grants it.
 */
export const externalSecrets = defineApp({
  name: 'external-secrets',
  description: "Makes the Kubernetes Secrets of all apps from the environment's secret store.",
  layer: 'operators',
  namespace: 'external-secrets',
  seed: ['kubernetes-reflector'],
  chart: upstream('external-secrets'),
  images: ['external-secrets'],
  dependsOn: [externalSecretsCrds, certManager],
  // Whose public keys it copies for the gateway.
  uses: ['keycloak'],
  clusterKinds: [...clusterRoles, validatingWebhook],
  sizes: { small: components(1), medium: components(2), large: components(2) },
  network: {
    kubernetesApi: true,
    internet: true,
    open: [{ port: 10250, reason: 'the API server calls the webhook' }],
    metrics: 8080,
  },
  exceptions: [{ code: 'broad-right', reason: 'Making the Secrets of every namespace is what it is for.' }],
  provides: ({ namespace }) => ({
    // Who has to be allowed to ask for tokens of the ServiceAccount that the store is read with.
    serviceAccount: setting('external-secrets'),
    namespace: setting(namespace),
  }),
  values: ({ size, identity, image, imagePullSecrets, monitors }): Values => {
    const { repository, tagAndDigest } = image('external-secrets');
    const component = (name: keyof typeof size, limit: string) => ({
      image: { repository, tag: tagAndDigest },
      replicaCount: size[name].replicas,
      podDisruptionBudget: { enabled: true, maxUnavailable: 1 },
      resources: resourcesOf(size[name], limit),
      livenessProbe: { enabled: true },
      readinessProbe: { enabled: true },
    });
    return {
      installCRDs: false,
      global: { imagePullSecrets, topologySpreadConstraints: [spread] },
      ...component('controller', '384Mi'),
      leaderElect: true,
      podLabels: identity.podLabels,
      serviceAccount: { annotations: identity.annotations },
      processClusterExternalSecret: false,
      processClusterPushSecret: false,
      processPushSecret: false,
      processClusterGenerator: false,
      rbac: {
        // An editor of one namespace could otherwise fetch any secret of the store into it.
        aggregateToEdit: false,
        aggregateToAdmin: false,
        // A token of any ServiceAccount is any right in the cluster.
        serviceAccountTokenCreate: false,
        servicebindings: { create: false },
      },
      serviceMonitor: { enabled: monitors, renderMode: 'alwaysRender' },
      webhook: {
        ...component('webhook', '128Mi'),
        startupProbe: { enabled: true },
        certManager: { enabled: true, cert: { issuerRef: { kind: 'Issuer', name: issuer } } },
      },
      // It would read all Secrets and edit definitions, only to do what cert-manager does.
      certController: { create: false },
      extraObjects: [
        {
          apiVersion: 'cert-manager.io/v1',
          kind: 'Issuer',
          metadata: { name: issuer },
          spec: { selfSigned: {} },
        },
      ],
    };
  },
});

const issuer = 'external-secrets-webhook';
