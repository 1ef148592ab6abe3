import { quantity } from '../definition/format/quantity.ts';
import type { Plain, PlainObject } from '../definition/plain.ts';
import { containersOf, type Manifest, mapIn, mapsIn } from './manifest.ts';
import { podsOf, runningContainers } from './pods.ts';

/** What pods of one kind request. */
export interface PodRequests {
  /** Kind and name of what makes them, as `Deployment/web`. */
  readonly owner: string;
  readonly replicas: number;
  /** Of each pod: CPUs and bytes. */
  readonly cpu: number;
  readonly memory: number;
  /** Bytes on volumes of its own. */
  readonly disk: number;
  /** Whether they run all the time, and not until their work is done. */
  readonly lasting: boolean;
}

type Amount = Pick<PodRequests, 'cpu' | 'memory'>;
type Operand = Amount & { readonly replicas: number; readonly disk?: number };

/** What the pods of an app's objects request, those that an operator makes included, as far as it is known here. */
export function requestsIn(manifests: readonly Manifest[], namespace: string): PodRequests[] {
  const templates = podsOf({ app: { namespace }, manifests }).flatMap(
    ({ owner, spec, replicas, longRunning }) =>
      spec === null
        ? []
        : [
            {
              owner: nameOf(owner),
              replicas: replicas ?? 1,
              ...ofPod(spec),
              disk: claimed(mapsIn(specOf(owner).volumeClaimTemplates)),
              lasting: longRunning,
            },
          ],
  );
  const operands = manifests.flatMap((manifest) =>
    (
      operandRequests[`${manifest.group}/${manifest.kind}`]?.(specOf(manifest), manifest, manifests) ?? []
    ).map((pods) => ({
      owner: nameOf(manifest),
      disk: 0,
      ...pods,
      lasting: true,
    })),
  );
  // A claim that stands alone belongs to whichever pod mounts it, which does not change the sum.
  const claims = manifests
    .filter(({ group, kind }) => group === '' && kind === 'PersistentVolumeClaim')
    .map((claim) => ({
      owner: nameOf(claim),
      replicas: 1,
      cpu: 0,
      memory: 0,
      disk: claimed([claim.object]),
      lasting: true,
    }));
  return [...templates, ...operands, ...claims];
}

/** What common operators make of a resource's spec, by `<group>/<Kind>`. */
const operandRequests: Readonly<
  Record<string, (spec: PlainObject, resource: Manifest, manifests: readonly Manifest[]) => Operand[]>
> = {
  'kafka.strimzi.io/KafkaNodePool': (spec) => {
    const volumes = mapsIn(mapIn(spec.storage).volumes);
    return [{ replicas: count(spec.replicas), ...of(spec), disk: bytes(volumes.map(({ size }) => size)) }];
  },
  'kafka.strimzi.io/Kafka': ({ entityOperator, kafkaExporter }) => {
    const { topicOperator, userOperator } = mapIn(entityOperator);
    return [
      { replicas: 1, ...sum([of(mapIn(topicOperator)), of(mapIn(userOperator))]) },
      ...(kafkaExporter === undefined ? [] : [{ replicas: 1, ...of(mapIn(kafkaExporter)) }]),
    ];
  },
  'postgresql.cnpg.io/Cluster': (spec) => [
    {
      replicas: count(spec.instances),
      ...of(spec),
      disk: bytes([spec.storage, spec.walStorage].map((storage) => mapIn(storage).size)),
    },
  ],
  // Claims of the whole cluster are for its StatefulSets alone.
  'druid.apache.org/Druid': ({ nodes, volumeClaimTemplates }) =>
    Object.values(mapIn(nodes)).map((kind) => {
      const node = mapIn(kind);
      const kept = [...mapsIn(volumeClaimTemplates), ...mapsIn(node.volumeClaimTemplates)];
      const passing = mapsIn(node.volumes).map(({ ephemeral }) =>
        mapIn(mapIn(ephemeral).volumeClaimTemplate),
      );
      const claims = node.kind === 'Deployment' ? passing : [...kept, ...passing];
      return { replicas: count(node.replicas), ...of(node), disk: claimed(claims) };
    }),
  // A container in every instance of the clusters that copy to it.
  'barmancloud.cnpg.io/ObjectStore': ({ instanceSidecarConfiguration }, { name }, manifests) =>
    manifests
      .filter(({ group, kind }) => group === 'postgresql.cnpg.io' && kind === 'Cluster')
      .map(specOf)
      .filter(({ plugins }) =>
        mapsIn(plugins).some(({ parameters }) => mapIn(parameters).barmanObjectName === name),
      )
      .map(({ instances }) => ({
        replicas: count(instances),
        ...of(mapIn(instanceSidecarConfiguration)),
      })),
  'flink.apache.org/FlinkDeployment': ({ jobManager, taskManager, job, flinkConfiguration }) => {
    const slots = count(mapIn(flinkConfiguration)['taskmanager.numberOfTaskSlots']);
    const tasks = Math.ceil(count(mapIn(job).parallelism) / slots);
    return [
      { replicas: count(mapIn(jobManager).replicas), ...flink(mapIn(jobManager)) },
      { replicas: count(mapIn(taskManager).replicas ?? tasks), ...flink(mapIn(taskManager)) },
    ];
  },
  'monitoring.coreos.com/Prometheus': reloaded,
  'monitoring.coreos.com/Alertmanager': reloaded,
  'sparkoperator.k8s.io/SparkApplication': (spec) => spark(spec),
  // Of one run: there is room for it, or it waits.
  'sparkoperator.k8s.io/ScheduledSparkApplication': ({ template }) => spark(mapIn(template)),
};

/** What Prometheus' operator makes: a program, and beside it what reloads it, for which the operator has arguments. */
function reloaded(spec: PlainObject, _: Manifest, manifests: readonly Manifest[]): Operand[] {
  const given = manifests
    .filter(({ kind }) => kind === 'Deployment')
    .flatMap(({ object }) => containersOf(mapIn(mapIn(mapIn(object.spec).template).spec)))
    .flatMap(({ args }) => (Array.isArray(args) ? args : []))
    .map((argument) => String(argument).split('='));
  const request = (resource: string): number =>
    quantity(given.find(([flag]) => flag === `--config-reloader-${resource}-request`)?.[1]) ?? 0;
  const { volumeClaimTemplate } = mapIn(spec.storage);
  return [
    {
      replicas: count(spec.replicas),
      ...sum([of(spec), { cpu: request('cpu'), memory: request('memory') }]),
      disk: claimed([mapIn(volumeClaimTemplate)]),
    },
  ];
}

function spark({ driver, executor }: PlainObject): Operand[] {
  const pods = ({ coreRequest, cores, memory, memoryOverhead }: PlainObject): Amount => ({
    cpu: quantity(String(coreRequest ?? cores ?? 1)) ?? 0,
    memory: bytes([memory, memoryOverhead].map((part) => javaMemory(String(part ?? '0')))),
  });
  return [
    { replicas: 1, ...pods(mapIn(driver)) },
    { replicas: count(mapIn(executor).instances), ...pods(mapIn(executor)) },
  ];
}

const flink = ({ resource }: PlainObject): Amount => ({
  cpu: quantity(mapIn(resource).cpu) ?? 0,
  memory: quantity(javaMemory(String(mapIn(resource).memory ?? ''))) ?? 0,
});

/** As Flink and Spark write it, to whom m is a mebibyte. */
const javaMemory = (text: string): string =>
  text.replace(
    /^(\d+)\s*([kmg])b?$/i,
    (_, digits: string, unit: string) => `${digits}${binary[unit.toLowerCase()]}`,
  );

const binary: Readonly<Record<string, string>> = { k: 'Ki', m: 'Mi', g: 'Gi' };

/** Containers that run side by side are added up; one that runs before them only has to fit. */
function ofPod(spec: PlainObject): Amount {
  const running = sum(runningContainers(spec).map(of));
  const before = containersOf({ initContainers: spec.initContainers ?? [] }).map(of);
  return {
    cpu: Math.max(running.cpu, ...before.map(({ cpu }) => cpu)),
    memory: Math.max(running.memory, ...before.map(({ memory }) => memory)),
  };
}

/** What something requests that has `resources`. Where only a limit is said, it is the request too. */
function of({ resources }: PlainObject): Amount {
  const { requests, limits } = mapIn(resources);
  const all = { ...mapIn(limits), ...mapIn(requests) };
  return { cpu: quantity(all.cpu) ?? 0, memory: quantity(all.memory) ?? 0 };
}

const sum = (amounts: readonly Amount[]): Amount => ({
  cpu: amounts.reduce((total, { cpu }) => total + cpu, 0),
  memory: amounts.reduce((total, { memory }) => total + memory, 0),
});

/** What claims of volumes ask for. */
const claimed = (claims: readonly PlainObject[]): number =>
  bytes(claims.map(({ spec }) => mapIn(mapIn(mapIn(spec).resources).requests).storage));

const bytes = (quantities: readonly (Plain | undefined)[]): number =>
  quantities.reduce((total: number, size) => total + (quantity(size) ?? 0), 0);

const count = (value: Plain | undefined): number => Number(value ?? 1) || 1;
const specOf = ({ object: { spec } }: Manifest): PlainObject => mapIn(spec);
const nameOf = ({ kind, name }: Manifest): string => `${kind}/${name}`;
