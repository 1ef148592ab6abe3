import type { Plain, PlainObject } from '../definition/plain.ts';
import { containersOf, isObject, type Manifest, mapIn, podSpecs } from './manifest.ts';
import { type Labels, labelsIn } from './selector.ts';

/** Pods that an operator creates for a custom resource, as far as they can be known without running it. */
export interface OperandPods {
  readonly labels: Labels;
  /** Ports of the pods by name, as monitors select them. */
  readonly ports: Readonly<Record<string, number>>;
}

/** What common operators call the pods that they create, by `<group>/<Kind>`; from their documentation and sources. */
const operators: Readonly<Record<string, (resource: Manifest) => readonly OperandPods[]>> = {
  'kafka.strimzi.io/Kafka': ({ name, object }) => {
    const cluster = { 'strimzi.io/cluster': name, 'strimzi.io/kind': 'Kafka' };
    const nodes = { ...cluster, 'strimzi.io/name': `${name}-kafka`, 'strimzi.io/broker-role': 'true' };
    return [
      { labels: nodes, ports: { 'tcp-prometheus': 9404 } },
      { labels: { ...cluster, 'strimzi.io/name': `${name}-entity-operator` }, ports: {} },
      ...(mapIn(object.spec).kafkaExporter === undefined
        ? []
        : [
            {
              labels: { ...cluster, 'strimzi.io/name': `${name}-kafka-exporter` },
              ports: { 'tcp-prometheus': 9404 },
            },
          ]),
    ];
  },
  'postgresql.cnpg.io/Cluster': ({ name }) => [
    {
      labels: { 'cnpg.io/cluster': name, 'cnpg.io/podRole': 'instance' },
      ports: { postgresql: 5432, metrics: 9187, status: 8000 },
    },
  ],
  'druid.apache.org/Druid': ({ name, object }) =>
    druidNodes(object).map(([key, { nodeType, ports, 'druid.port': port }]) => ({
      labels: {
        ...labelsIn({ labels: mapIn(object.spec).podLabels ?? {} }),
        app: 'druid',
        druid_cr: name,
        nodeSpecUniqueStr: `druid-${name}-${key}`,
        component: String(nodeType),
      },
      ports: { ...portsIn([{ ports }]), 'druid-port': Number(port) },
    })),
  'flink.apache.org/FlinkDeployment': (deployment) =>
    ['jobmanager', 'taskmanager'].map((component) => ({
      labels: { app: deployment.name, component, type: 'flink-native-kubernetes' },
      ports: portsIn(podSpecs(deployment).flatMap(containersOf)),
    })),
  'monitoring.coreos.com/Prometheus': ({ name }) => [monitoringPods('prometheus', name, 9090)],
  'monitoring.coreos.com/Alertmanager': ({ name }) => [monitoringPods('alertmanager', name, 9093)],
  'sparkoperator.k8s.io/SparkApplication': ({ object }) => sparkPods(object.spec, object.metadata),
  'sparkoperator.k8s.io/ScheduledSparkApplication': ({ object }) =>
    sparkPods(mapIn(object.spec).template, object.metadata),
};

/** Each with a container beside it that reloads it. */
const monitoringPods = (program: string, name: string, port: number): OperandPods => ({
  labels: {
    'app.kubernetes.io/name': program,
    'app.kubernetes.io/instance': name,
    'app.kubernetes.io/managed-by': 'prometheus-operator',
    [program]: name,
    'operator.prometheus.io/name': name,
  },
  ports: { 'http-web': port, 'reloader-web': 8080 },
});

/** A driver and executors, each with the labels of the application and those of its own template. */
function sparkPods(spec: Plain | undefined, metadata: Plain | undefined): OperandPods[] {
  return ['driver', 'executor'].map((role) => {
    const template = mapIn(mapIn(mapIn(spec)[role]).template);
    const { containers } = mapIn(template.spec);
    return {
      labels: { ...labelsIn(metadata), ...labelsIn(template.metadata), 'spark-role': role },
      ports: portsIn(containersOf({ containers: containers ?? [] })),
    };
  });
}

/** The pods that an operator creates for a custom resource; null where the operator is not known. */
export const operandPods = (resource: Manifest): readonly OperandPods[] | null =>
  operators[`${resource.group}/${resource.kind}`]?.(resource) ?? null;

const druidNodes = ({ spec }: PlainObject): [key: string, node: PlainObject][] =>
  Object.entries(mapIn(mapIn(spec).nodes)).map(([key, node]) => [key, mapIn(node)]);

/** The named ports of containers. */
export function portsIn(containers: readonly { readonly ports?: unknown }[]): Record<string, number> {
  const ports = containers.flatMap((container) => (Array.isArray(container.ports) ? container.ports : []));
  const named = ports.filter(isObject).filter(({ name }) => typeof name === 'string');
  return Object.fromEntries(named.map(({ name, containerPort }) => [String(name), Number(containerPort)]));
}
