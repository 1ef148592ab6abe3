import { defineApp, type Image, upstream } from '#generator';
import type { Values } from '../../schemas/upstream/cert-manager.gen.ts';
import { clusterRoles, mutatingWebhook, validatingWebhook } from '../cluster-kinds.ts';
import { certManagerCrds } from '../crds/cert-manager-crds.ts';
import { spreadOf } from '../pods.ts';

export const certManager = defineApp({
  name: 'cert-manager',
  description: 'Issues and renews certificates, for webhooks inside the cluster and for public hosts.',
  layer: 'operators',
  namespace: 'cert-manager',
  seed: ['cert-manager'],
  chart: upstream('cert-manager'),
  images: [
    'cert-manager-controller',
    'cert-manager-webhook',
    'cert-manager-cainjector',
    'cert-manager-acmesolver',
  ],
  dependsOn: [certManagerCrds],
  clusterKinds: [...clusterRoles, mutatingWebhook, validatingWebhook],
  network: {
    kubernetesApi: true,
    internet: true,
    open: [{ port: 10250, reason: 'the API server calls the webhook' }],
    metrics: 9402,
  },
  exceptions: [
    { code: 'broad-right', reason: 'It keeps certificates in Secrets of whatever namespace asks for one.' },
    {
      code: 'no-probe',
      object: 'Deployment/cert-manager',
      reason: 'It serves its metrics and nothing else.',
    },
    {
      code: 'no-probe',
      object: 'Deployment/cert-manager-cainjector',
      reason: 'The chart has none to set; a cainjector that hangs shows as a webhook without a certificate.',
    },
  ],
  values: ({ environment, namespace, image, imagePullSecrets, monitors }): Values => {
    const replicas = environment.bySize({ small: 1, medium: 2, large: 2 });
    const component = (name: string, cpu: string, request: string, limit: string) => ({
      replicaCount: replicas,
      podDisruptionBudget: { enabled: true, maxUnavailable: 1 },
      resources: { requests: { cpu, memory: request }, limits: { memory: limit } },
      topologySpreadConstraints: [
        spreadOf({ 'app.kubernetes.io/instance': 'cert-manager', 'app.kubernetes.io/component': name }),
      ],
    });
    return {
      // The lease stays at home: in kube-system, the default, this app would have no business.
      global: { leaderElection: { namespace }, imagePullSecrets },
      crds: { enabled: false },
      image: pinned(image('cert-manager-controller')),
      ...component('controller', '50m', '96Mi', '256Mi'),
      webhook: {
        image: pinned(image('cert-manager-webhook')),
        ...component('webhook', '20m', '48Mi', '128Mi'),
      },
      cainjector: {
        image: pinned(image('cert-manager-cainjector')),
        // Holds every Secret, definition and webhook of the cluster in memory.
        ...component('cainjector', '20m', '128Mi', '512Mi'),
      },
      acmesolver: { image: pinned(image('cert-manager-acmesolver')) },
      // A Helm hook, which would run at every sync; the probes say the same.
      startupapicheck: { enabled: false },
      prometheus: { enabled: true, podmonitor: { enabled: monitors } },
    };
  },
});

const pinned = ({ repository, tag, digest }: Image) => ({ repository, tag, digest: digest ?? '' });
