import { basicAuth, defineApp, type Image, upstream } from '#generator';
import type { Values } from '../../schemas/upstream/kube-prometheus-stack.gen.ts';
import { clusterRoles } from '../cluster-kinds.ts';
import { prometheusOperatorCrds } from '../crds/prometheus-operator-crds.ts';
import { resourcesOf, restrictedContainer } from '../pods.ts';
import { alertmanagerConfig, receiverSecrets } from './alertmanager-config.ts';
import { argocdMonitor } from './argocd-monitor.ts';
import { grafanaLogin } from './grafana-login.ts';
import { grafanaSettings, readsConfigMaps } from './grafana-settings.ts';

const name = 'kube-prometheus-stack';
const ports = { prometheus: 9090, alertmanager: 9093, grafana: 3000, http: 8080 };
const instance = { 'app.kubernetes.io/instance': name };
const pods = (component: string) => ({ ...instance, 'app.kubernetes.io/name': component });
const anywhere = (port: number) => ({ host: '0.0.0.0/0', port });

const small = {
  prometheus: { replicas: 1, cpu: '250m', memory: '1280Mi', disk: '12Gi', limit: '2Gi' },
  alertmanager: { replicas: 1, cpu: '10m', memory: '64Mi', disk: '1Gi', limit: '128Mi' },
  grafana: { replicas: 1, cpu: '100m', memory: '256Mi', disk: '1Gi', limit: '512Mi' },
  stateMetrics: { replicas: 1, cpu: '20m', memory: '96Mi', limit: '256Mi' },
  operator: { replicas: 1, cpu: '20m', memory: '64Mi', limit: '256Mi' },
  // One beside each Prometheus and Alertmanager.
  reloader: { replicas: 2, cpu: '10m', memory: '32Mi' },
  // Beside Grafana: what ConfigMaps hold of dashboards, and of data sources.
  sidecar: { replicas: 2, cpu: '10m', memory: '80Mi' },
  retention: '7d',
};

export const kubePrometheusStack = defineApp({
  name,
  description: 'Collects metrics, says when something is wrong, and shows both.',
  layer: 'operations',
  namespace: 'monitoring',
  optional: true,
  seed: [name],
  chart: upstream(name),
  images: [
    'alertmanager',
    'grafana',
    'grafana-sidecar',
    'kube-state-metrics',
    'prometheus',
    'prometheus-config-reloader',
    'prometheus-operator',
    'thanos',
  ],
  dependsOn: [prometheusOperatorCrds],
  // Without it, only the account in the store gets into Grafana.
  uses: ['keycloak'],
  clusterKinds: [...clusterRoles],
  secrets: { admin: basicAuth('admin'), ...receiverSecrets },
  // Prometheus keeps all series of the last hours in memory. What is on its disk goes when either limit is reached.
  sizes: {
    small,
    medium: {
      ...small,
      prometheus: { replicas: 2, cpu: '500m', memory: '3Gi', disk: '60Gi', limit: '4Gi' },
      alertmanager: { ...small.alertmanager, replicas: 2 },
      reloader: { ...small.reloader, replicas: 4 },
      retention: '15d',
    },
    large: {
      ...small,
      prometheus: { replicas: 2, cpu: '1', memory: '8Gi', disk: '200Gi', limit: '12Gi' },
      alertmanager: { ...small.alertmanager, replicas: 2 },
      reloader: { ...small.reloader, replicas: 4 },
      grafana: { replicas: 1, cpu: '250m', memory: '512Mi', disk: '2Gi', limit: '1Gi' },
      stateMetrics: { replicas: 1, cpu: '50m', memory: '256Mi', limit: '512Mi' },
      retention: '30d',
    },
  },
  network: {
    kubernetesApi: true,
    // Whoever is told of alerts, and where users log in.
    internet: true,
    // Of nodes, which no policy can name: kubelets, the exporter of nodes; Argo CD, if it is here; servers of mail.
    outside: [10250, 9100, 8082, 25, 465, 587].map(anywhere),
    metrics: Object.values(ports).sort((a, b) => a - b),
    scrapes: true,
  },
  exceptions: [
    {
      code: 'broad-right',
      object: `ClusterRole/${name}-operator`,
      reason:
        'It makes what Prometheus and Alertmanager run as, and reads what monitors of any namespace name.',
    },
    {
      code: 'idle-monitor',
      object: 'ServiceMonitor/argocd',
      reason: 'Argo CD is not ours, and on a cluster of its own it is not here.',
    },
    {
      code: 'lost-volume',
      object: 'PersistentVolumeClaim/grafana',
      reason: 'What people saved for themselves. Dashboards and data sources are in Git.',
    },
    ...['grafana-sc-dashboard', 'grafana-sc-datasources'].map((container) => ({
      code: 'no-probe' as const,
      object: `Deployment/grafana/${container}`,
      reason:
        'The chart has one probe for both, and each listens on a port of its own; it ends when it cannot watch.',
    })),
  ],
  provides: ({ endpoint, host, secret }) => {
    const grafana = endpoint('grafana', 80, { port: ports.grafana, labels: pods('grafana') });
    return {
      prometheus: endpoint(`${name}-prometheus`, ports.prometheus, { labels: pods('prometheus') }),
      alertmanager: endpoint(`${name}-alertmanager`, ports.alertmanager, { labels: pods('alertmanager') }),
      grafana,
      public: host('grafana', grafana, { unauthenticated: 'Grafana has a login of its own.' }),
      adminSecret: secret('admin'),
    };
  },
  values: ({ environment, size, namespace, image, imagePullSecrets, secret, of, own }): Values => {
    const { storageClass } = environment.cloud;
    const login = environment.has('keycloak')
      ? grafanaLogin(of('keycloak'), secret(of('keycloak').clients.grafana.secret), own().public)
      : undefined;
    const volume = (storage: string) => ({
      volumeClaimTemplate: {
        spec: {
          accessModes: ['ReadWriteOnce'],
          resources: { requests: { storage } },
          ...(storageClass && { storageClassName: storageClass }),
        },
      },
    });
    const everything = {
      ruleSelectorNilUsesHelmValues: false,
      serviceMonitorSelectorNilUsesHelmValues: false,
      podMonitorSelectorNilUsesHelmValues: false,
      probeSelectorNilUsesHelmValues: false,
      scrapeConfigSelectorNilUsesHelmValues: false,
    };
    return {
      extraManifests: [
        alertmanagerConfig(environment.name, environment.alerts, { name, namespace }, secret),
        ...readsConfigMaps('grafana', namespace),
        argocdMonitor(namespace),
      ],
      fullnameOverride: name,
      // Without a suffix, the pods of all parts are those of this instance.
      cleanPrometheusOperatorObjectNames: true,
      global: { imagePullSecrets },
      crds: { enabled: false },
      // Rules are those of alert-rules.
      defaultRules: { create: false },
      nodeExporter: { enabled: false },
      // Of the cluster's operator, who shows them to nobody in a managed cluster.
      coreDns: { enabled: false },
      kubeControllerManager: { enabled: false },
      kubeEtcd: { enabled: false },
      kubeProxy: { enabled: false },
      kubeScheduler: { enabled: false },
      kubelet: { serviceMonitor: { cAdvisorInterval: '30s', probes: false } },
      prometheusOperator: {
        image: parts(image('prometheus-operator')),
        // Nothing here runs it; the operator is told of it all the same.
        thanosImage: parts(image('thanos')),
        prometheusConfigReloader: {
          image: parts(image('prometheus-config-reloader')),
          resources: resourcesOf(size.reloader, '64Mi'),
        },
        resources: resourcesOf(size.operator, size.operator.limit),
        // Rules are checked before they are merged, by the program that reads them.
        admissionWebhooks: { enabled: false },
        tls: { enabled: false },
        kubeletEndpointsEnabled: false,
        kubeletEndpointSliceEnabled: true,
      },
      prometheus: {
        podDisruptionBudget: { enabled: true },
        prometheusSpec: {
          image: parts(image('prometheus')),
          replicas: size.prometheus.replicas,
          ...everything,
          serviceDiscoveryRole: 'EndpointSlice',
          retention: size.retention,
          retentionSize: retentionSize(size.prometheus.disk),
          resources: resourcesOf(size.prometheus, size.prometheus.limit),
          storageSpec: volume(size.prometheus.disk),
          scrapeInterval: '30s',
          evaluationInterval: '30s',
          externalLabels: { environment: environment.name },
          // Of two that see the same, one counts.
          replicaExternalLabelName: '__replica__',
          walCompression: true,
        },
      },
      alertmanager: {
        podDisruptionBudget: { enabled: true },
        alertmanagerSpec: {
          image: parts(image('alertmanager')),
          replicas: size.alertmanager.replicas,
          // What Alertmanager does is said by an object of its own kind; a Secret of the chart would hide it.
          useExistingSecret: true,
          alertmanagerConfigMatcherStrategy: { type: 'None' },
          resources: resourcesOf(size.alertmanager, size.alertmanager.limit),
          storage: volume(size.alertmanager.disk),
        },
      },
      'kube-state-metrics': {
        fullnameOverride: 'kube-state-metrics',
        image: parts(image('kube-state-metrics')),
        replicas: size.stateMetrics.replicas,
        collectorsExclude: ['secrets'],
        resources: resourcesOf(size.stateMetrics, size.stateMetrics.limit),
      },
      grafana: {
        fullnameOverride: 'grafana',
        image: parts(image('grafana')),
        replicas: size.grafana.replicas,
        resources: resourcesOf(size.grafana, size.grafana.limit),
        ...grafanaSettings(own().public, login),
        admin: {
          existingSecret: secret('admin').name,
          userKey: 'username',
          passwordKey: 'password',
        },
        persistence: {
          enabled: true,
          size: size.grafana.disk,
          ...(storageClass && { storageClassName: storageClass }),
        },
        sidecar: {
          image: parts(image('grafana-sidecar')),
          resources: resourcesOf(size.sidecar, '128Mi'),
          securityContext: restrictedContainer(),
          dashboards: { resource: 'configmap', searchNamespace: 'ALL', folderAnnotation: 'grafana_folder' },
          datasources: { resource: 'configmap', searchNamespace: 'ALL' },
        },
      },
    };
  },
});

/** As the chart has an image: digests without their method. */
const parts = ({ registry, path, tag, digest }: Image) => ({
  registry,
  repository: path,
  tag,
  sha: digest?.replace('sha256:', '') ?? '',
});

/** What the blocks on a volume of that many gibibytes may take: some is left for what is being compacted. */
const retentionSize = (disk: string): string => `${Math.floor(Number.parseInt(disk, 10) * 0.8)}GB`;
