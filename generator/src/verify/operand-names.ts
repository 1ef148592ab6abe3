import type { PlainObject } from '../definition/plain.ts';
import { type Manifest, mapIn, mapsIn } from './manifest.ts';

/** A Service that an operator makes of a custom resource. */
export interface MadeName {
  readonly name: string;
  /** Null where nobody can tell which ports it has. */
  readonly ports: readonly number[] | null;
}

const specOf = ({ object }: Manifest): PlainObject => mapIn(object.spec);

/** Ports of the listeners inside the cluster. */
const listenersOf = (kafka: Manifest): number[] =>
  mapsIn(mapIn(specOf(kafka).kafka).listeners).map(({ port }) => Number(port));

/** The Services that common operators make, by `<group>/<Kind>`; from their documentation and sources. */
const operators: Readonly<Record<string, (resource: Manifest) => readonly MadeName[]>> = {
  'kafka.strimzi.io/Kafka': (kafka) => [
    { name: `${kafka.name}-kafka-bootstrap`, ports: [9091, ...listenersOf(kafka)] },
    { name: `${kafka.name}-kafka-brokers`, ports: [8443, 9090, 9091, ...listenersOf(kafka)] },
    ...(specOf(kafka).cruiseControl === undefined
      ? []
      : [{ name: `${kafka.name}-cruise-control`, ports: [9090] }]),
  ],
  'kafka.strimzi.io/KafkaConnect': ({ name }) => [{ name: `${name}-connect-api`, ports: [8083] }],
  'kafka.strimzi.io/KafkaBridge': ({ name }) => [{ name: `${name}-bridge-service`, ports: [8080] }],
  'postgresql.cnpg.io/Cluster': ({ name }) =>
    ['rw', 'ro', 'r'].map((end) => ({ name: `${name}-${end}`, ports: [5432] })),
  'postgresql.cnpg.io/Pooler': ({ name }) => [{ name, ports: [5432] }],
  'druid.apache.org/Druid': ({ name, object }) => {
    const spec = mapIn(object.spec);
    return Object.entries(mapIn(spec.nodes)).flatMap(([key, node]) => {
      const { services = spec.services, 'druid.port': port } = mapIn(node);
      return mapsIn(services).map((service) => ({
        name: String(mapIn(service.metadata).name ?? `druid-${name}-${key}`),
        ports: portsOr(service, [Number(port)]),
      }));
    });
  },
  'flink.apache.org/FlinkDeployment': (deployment) => {
    const settings = mapIn(specOf(deployment).flinkConfiguration);
    const coordinated = settings['high-availability.type'] ?? settings['high-availability'];
    return [
      { name: `${deployment.name}-rest`, ports: [Number(settings['rest.port'] ?? 8081)] },
      // Where a leader is elected, everybody asks who it is instead.
      ...(coordinated === undefined ? [{ name: deployment.name, ports: [6123, 6124] }] : []),
    ];
  },
  // Its names carry the time of a start.
  'sparkoperator.k8s.io/ScheduledSparkApplication': () => [],
  'sparkoperator.k8s.io/SparkApplication': ({ name }) => [{ name: `${name}-ui-svc`, ports: [4040] }],
  'monitoring.coreos.com/Prometheus': () => [{ name: 'prometheus-operated', ports: [9090, 10901] }],
  'monitoring.coreos.com/Alertmanager': () => [{ name: 'alertmanager-operated', ports: [9093, 9094] }],
  'monitoring.coreos.com/ThanosRuler': () => [{ name: 'thanos-ruler-operated', ports: [10902, 10901] }],
  'opentelemetry.io/OpenTelemetryCollector': ({ name }) => [{ name: `${name}-collector`, ports: null }],
  'grafana.integreatly.org/Grafana': ({ name }) => [{ name: `${name}-service`, ports: [3000] }],
  'k8s.keycloak.org/Keycloak': ({ name }) => [{ name: `${name}-service`, ports: [8080, 8443, 9000] }],
};

/** Groups whose kinds are known: of one of them that is not listed above, nobody makes a Service. */
const known = new Set(Object.keys(operators).map((kind) => kind.slice(0, kind.indexOf('/'))));

/** The Services that an operator makes of a custom resource; null where the operator is not known. */
export function operandNames(resource: Manifest): readonly MadeName[] | null {
  const { group, kind } = resource;
  return operators[`${group}/${kind}`]?.(resource) ?? (known.has(group) ? [] : null);
}

function portsOr(service: PlainObject, ports: readonly number[]): readonly number[] {
  const own = mapsIn(mapIn(service.spec).ports);
  return own.length === 0 ? ports : own.map(({ port }) => Number(port));
}
