import { defineApp, upstream } from '#generator';
import type { Values } from '../../schemas/upstream/spark-operator.gen.ts';
import { clusterRoles } from '../cluster-kinds.ts';
import { sparkCrds } from '../crds/spark-crds.ts';
import { restrictedContainer, restrictedPod } from '../pods.ts';

const pods = {
  'app.kubernetes.io/name': 'spark-operator',
  'app.kubernetes.io/instance': 'spark-operator',
  'app.kubernetes.io/component': 'controller',
};

export const sparkOperator = defineApp({
  name: 'spark-operator',
  description:
    'Runs Spark jobs, on a schedule too: a driver and executors for each run, and nothing between runs.',
  layer: 'operators',
  // Beside the jobs that it runs, which is the namespace that it watches: it has rights nowhere else, and the
  // namespace is there before the jobs are.
  namespace: 'spark',
  seed: ['spark'],
  optional: true,
  chart: upstream('spark-operator'),
  images: ['spark-operator'],
  dependsOn: [sparkCrds],
  sizes: {
    small: { controller: { replicas: 1, cpu: '50m', memory: '384Mi' } },
    medium: { controller: { replicas: 2, cpu: '100m', memory: '512Mi' } },
    large: { controller: { replicas: 2, cpu: '100m', memory: '512Mi' } },
  },
  clusterKinds: clusterRoles,
  network: { kubernetesApi: true, metrics: 8080 },
  values: ({ namespace, image, imagePullSecrets, size: { controller } }): Values => {
    const { registry, path, tagAndDigest } = image('spark-operator');
    return {
      image: { registry, repository: path, tag: tagAndDigest, pullSecrets: imagePullSecrets },
      spark: {
        jobNamespaces: [namespace],
        // Each job brings its own, with no more rights than it needs.
        serviceAccount: { create: false },
        rbac: { create: false },
      },
      controller: {
        replicas: controller.replicas,
        // It starts a JVM for each run that it submits.
        resources: {
          requests: { cpu: controller.cpu, memory: controller.memory },
          limits: { memory: '1Gi' },
        },
        workers: 2,
        podSecurityContext: restrictedPod(185),
        securityContext: restrictedContainer(),
        // Who looks at a run forwards its port; a Service for each would be open to the namespace.
        uiService: { enable: false },
        ...(controller.replicas > 1 && {
          topologySpreadConstraints: [
            { maxSkew: 1, topologyKey: 'kubernetes.io/hostname', whenUnsatisfiable: 'ScheduleAnyway' },
          ],
        }),
      },
      // It changes pods on their way in, which the pod templates of our jobs make needless: so no certificate can
      // expire, and nothing that hangs keeps a job from starting.
      webhook: { enable: false },
    };
  },
  companion: () => ({
    disruptionBudgets: [{ name: 'spark-operator', pods }],
    podMonitors: [{ name: 'spark-operator', pods, port: 'metrics' }],
  }),
});
