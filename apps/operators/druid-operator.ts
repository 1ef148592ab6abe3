import { defineApp, firstParty } from '#generator';
import type { Values } from '../../schemas/charts/service.gen.ts';
import { druidCrds } from '../crds/druid-crds.ts';
import { resourcesOf } from '../pods.ts';

const metrics = 8080;

/**
 * Without its chart, which starts a proxy in front of the metrics that nobody can take out, whose image was deleted,
 * and which gives rights in the whole cluster for it.
 */
export const druidOperator = defineApp({
  name: 'druid-operator',
  description: 'Runs Druid: makes its pods, and replaces them one kind after the other.',
  layer: 'operators',
  // Beside the cluster that it runs, which is the namespace that it watches.
  namespace: 'druid',
  seed: ['druid-operator'],
  chart: firstParty('service'),
  images: ['druid-operator'],
  dependsOn: [druidCrds],
  sizes: {
    small: { operator: { replicas: 1, cpu: '50m', memory: '96Mi' } },
    medium: { operator: { replicas: 2, cpu: '50m', memory: '96Mi' } },
    large: { operator: { replicas: 2, cpu: '50m', memory: '96Mi' } },
  },
  network: { kubernetesApi: true, metrics },
  values: ({ size, image }): Values => ({
    image: image('druid-operator').reference,
    user: 65532,
    replicas: size.operator.replicas,
    args: ['--leader-elect', `--metrics-bind-address=:${metrics}`, '--health-probe-bind-address=:8081'],
    env: { WATCH_NAMESPACE: { field: 'metadata.namespace' }, RECONCILE_WAIT: '10s' },
    ports: { metrics, health: 8081 },
    health: { path: '/healthz', port: 'health' },
    metrics: { port: 'metrics' },
    resources: resourcesOf(size.operator, '256Mi'),
    rights,
  }),
});

type Rights = NonNullable<Values['rights']>;
type Right = Rights[number];

const right = (apiGroup: string, resources: Right['resources'], verbs: Right['verbs']): Right => ({
  apiGroups: [apiGroup],
  resources,
  verbs,
});

const look: Right['verbs'] = ['get', 'list', 'watch'];
const make: Right['verbs'] = ['get', 'list', 'watch', 'create', 'update', 'patch', 'delete'];

/**
 * What its reconcilers ask of the API server, as its sources have it. It looks at everything that it could make before
 * it says that a cluster is ready; it makes only what ours is of, and reads no Secret.
 */
const rights: Rights = [
  right('druid.apache.org', ['druids'], ['get', 'list', 'watch', 'update', 'patch']),
  right('druid.apache.org', ['druids/status'], ['get', 'update', 'patch']),
  right('druid.apache.org', ['druidingestions'], look),
  right('apps', ['deployments', 'statefulsets'], make),
  right('', ['configmaps', 'services'], make),
  right('policy', ['poddisruptionbudgets'], look),
  right('', ['pods'], look),
  right('', ['persistentvolumeclaims'], ['get', 'list', 'watch', 'patch']),
  right('autoscaling', ['horizontalpodautoscalers'], look),
  right('networking.k8s.io', ['ingresses'], look),
  right('coordination.k8s.io', ['leases'], ['get', 'create', 'update']),
  right('', ['events'], ['create', 'patch']),
];
