import { defineApp, type Image, upstream } from '#generator';
import type { Values } from '../../schemas/upstream/cert-manager.gen.ts';
import { clusterRoles, mutatingWebhook, validatingWebhook } from '../cluster-kinds.ts';
import { certManagerCrds } from '../crds/cert-manager-crds.ts';
import { resourcesOf, spreadOf } from '../pods.ts';

const components = (replicas: number) => ({
  controller: { replicas, cpu: '50m', memory: '96Mi' },
  webhook: { replicas, cpu: '20m', memory: '48Mi' },
  // Holds every Secret, definition and webhook of the cluster in memory.
  cainjector: { replicas, cpu: '20m', memory: '128Mi' },
});

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
  // It looks whether the page is there that an authority outside will ask for.
  uses: ['kong'],
  clusterKinds: [...clusterRoles, mutatingWebhook, validatingWebhook],
  sizes: { small: components(1), medium: components(2), large: components(2) },
  network: {
    kubernetesApi: true,
    internet: true,
    outside: [{ host: '0.0.0.0/0', port: 80 }],
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
  values: ({ size, namespace, image, imagePullSecrets, monitors }): Values => {
    const component = (name: keyof typeof size, limit: string) => ({
      replicaCount: size[name].replicas,
      podDisruptionBudget: { enabled: true, maxUnavailable: 1 },
      resources: resourcesOf(size[name], limit),
      topologySpreadConstraints: [
        spreadOf({ 'app.kubernetes.io/instance': 'cert-manager', 'app.kubernetes.io/component': name }),
      ],
    });
    return {
      // The lease stays at home: in kube-system, the default, this app would have no business.
      global: { leaderElection: { namespace }, imagePullSecrets },
      crds: { enabled: false },
      image: pinned(image('cert-manager-controller')),
      ...component('controller', '256Mi'),
      webhook: {
        image: pinned(image('cert-manager-webhook')),
        ...component('webhook', '128Mi'),
      },
      cainjector: {
        image: pinned(image('cert-manager-cainjector')),
        ...component('cainjector', '512Mi'),
      },
      acmesolver: { image: pinned(image('cert-manager-acmesolver')) },
      // A Helm hook, which would run at every sync; the probes say the same.
      startupapicheck: { enabled: false },
      prometheus: { enabled: true, podmonitor: { enabled: monitors } },
    };
  },
});

const pinned = ({ repository, tag, digest }: Image) => ({ repository, tag, digest: digest ?? '' });
