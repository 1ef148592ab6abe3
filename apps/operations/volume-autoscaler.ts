import { defineApp, firstParty } from '#generator';
import type { Values } from '../../schemas/charts/service.gen.ts';
import { clusterRoles } from '../cluster-kinds.ts';
import { resourcesOf } from '../pods.ts';

const name = 'volume-autoscaler';
const port = 8000;
const gibibyte = 2 ** 30;
const server = { replicas: 1, cpu: '10m', memory: '96Mi' };

/**
 * Where the volumes are of StatefulSets alone: nobody looks again at what was asked for one when it was made. Kafka,
 * PostgreSQL and Druid have operators that do, and a claim that is written in Git would be put back; those grow by the
 * sizes of the environment.
 */
export const grows = ['loki', 'valkey-dedup', 'valkey-denorm'] as const;

const right = (namespace: string, resource: string, verb: string): NonNullable<Values['rights']>[number] => ({
  namespace,
  apiGroups: [''],
  resources: [resource],
  verbs: [verb],
});

export const volumeAutoscaler = defineApp({
  name,
  description:
    'Enlarges volumes that are nearly full, where no operator and no line in Git says how large they are.',
  layer: 'operations',
  optional: true,
  namespace: name,
  seed: [name],
  chart: firstParty('service'),
  images: ['volume-autoscaler'],
  uses: ['kube-prometheus-stack'],
  extraNamespaces: [...grows],
  clusterKinds: clusterRoles,
  // At least so much at a time, and never beyond what anybody has thought of.
  sizes: {
    small: { server, leastGibibytes: 2, mostGibibytes: 100 },
    medium: { server, leastGibibytes: 5, mostGibibytes: 500 },
    large: { server, leastGibibytes: 20, mostGibibytes: 4000 },
  },
  network: { kubernetesApi: true, metrics: port },
  values: ({ environment, size, namespace, image, of }): Values => {
    const { host, port: at } = of('kube-prometheus-stack').prometheus;
    const places = grows
      .filter((app) => environment.has(app))
      .map((app) => namespace.slice(0, -name.length) + app);
    return {
      image: image(name).reference,
      user: 1000,
      // A second one would enlarge everything twice.
      replicas: size.server.replicas,
      resources: resourcesOf(size.server, '192Mi'),
      ports: { http: port },
      health: { path: '/metrics' },
      metrics: { port: 'http' },
      env: {
        PROMETHEUS_URL: `http://${host}:${at}`,
        PROMETHEUS_LABEL_MATCH: `namespace=~"${places.join('|')}"`,
        INTERVAL_TIME: 60,
        SCALE_ABOVE_PERCENT: 80,
        SCALE_AFTER_INTERVALS: 5,
        SCALE_UP_PERCENT: 20,
        SCALE_UP_MIN_INCREMENT: size.leastGibibytes * gibibyte,
        SCALE_UP_MAX_SIZE: size.mostGibibytes * gibibyte,
        // A disk of AWS can be changed once in six hours.
        SCALE_COOLDOWN_TIME: 22200,
      },
      rights: [
        // It asks for all claims at once, whatever it is told to look after.
        right('*', 'persistentvolumeclaims', 'list'),
        ...places.flatMap((place) => [
          right(place, 'persistentvolumeclaims', 'patch'),
          right(place, 'events', 'create'),
        ]),
      ],
    };
  },
});
