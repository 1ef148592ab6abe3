import { expect, test } from 'vitest';
import { manifestsOf } from '../../src/verify/manifest.ts';
import { requestsIn } from '../../src/verify/pod-requests.ts';

const gibibyte = 2 ** 30;

/** `owner: replicas × CPUs, GiB`, and a star where they end by themselves. */
const said = (text: string): string[] =>
  requestsIn(manifestsOf(text), 'web').map(
    ({ owner, replicas, cpu, memory, lasting }) =>
      `${owner}: ${replicas} × ${cpu}, ${memory / gibibyte}${lasting ? '' : '*'}`,
  );

const container = (cpu: string, memory: string): string =>
  `{ name: c, resources: { requests: { cpu: ${cpu}, memory: ${memory} }, limits: { memory: 64Gi } } }`;

const workload = (kind: string, group: string, spec: string): string =>
  `apiVersion: ${group}\nkind: ${kind}\nmetadata: { name: web }\nspec: ${spec}`;

test.each([
  [
    'containers side by side are added up, with sidecars',
    workload(
      'Deployment',
      'apps/v1',
      `{ replicas: 3, template: { spec: { containers: [${container('1', '1Gi')}, ${container('500m', '1Gi')}], initContainers: [{ name: s, restartPolicy: Always, resources: { requests: { cpu: 500m, memory: 1Gi } } }] } } }`,
    ),
    ['Deployment/web: 3 × 2, 3'],
  ],
  [
    'one that runs before only has to fit',
    workload(
      'StatefulSet',
      'apps/v1',
      `{ template: { spec: { containers: [${container('1', '1Gi')}], initContainers: [${container('100m', '4Gi')}] } } }`,
    ),
    ['StatefulSet/web: 1 × 1, 4'],
  ],
  [
    'a limit alone is the request',
    workload(
      'Deployment',
      'apps/v1',
      '{ template: { spec: { containers: [{ name: c, resources: { limits: { cpu: 2, memory: 2Gi } } }] } } }',
    ),
    ['Deployment/web: 1 × 2, 2'],
  ],
  [
    'what ends is told apart',
    workload('Job', 'batch/v1', `{ template: { spec: { containers: [${container('1', '1Gi')}] } } }`),
    ['Job/web: 1 × 1, 1*'],
  ],
  [
    'kinds of a Druid',
    workload(
      'Druid',
      'druid.apache.org/v1alpha1',
      '{ nodes: { a: { kind: Deployment, replicas: 2, resources: { requests: { cpu: 1, memory: 4Gi } } }, b: { replicas: 1, resources: { requests: { cpu: 2, memory: 1Gi } } } } }',
    ),
    ['Druid/web: 2 × 1, 4', 'Druid/web: 1 × 2, 1'],
  ],
  [
    'brokers',
    workload(
      'KafkaNodePool',
      'kafka.strimzi.io/v1',
      '{ replicas: 3, resources: { requests: { cpu: 1, memory: 4Gi } } }',
    ),
    ['KafkaNodePool/web: 3 × 1, 4'],
  ],
  [
    'the two operators beside them are one pod',
    workload(
      'Kafka',
      'kafka.strimzi.io/v1',
      '{ entityOperator: { topicOperator: { resources: { requests: { cpu: 100m, memory: 1Gi } } }, userOperator: { resources: { requests: { cpu: 400m, memory: 1Gi } } } } }',
    ),
    ['Kafka/web: 1 × 0.5, 2'],
  ],
  [
    'instances of a database',
    workload(
      'Cluster',
      'postgresql.cnpg.io/v1',
      '{ instances: 2, resources: { requests: { cpu: 2, memory: 8Gi } } }',
    ),
    ['Cluster/web: 2 × 2, 8'],
  ],
  [
    'what copies them to an object store runs in each',
    [
      workload(
        'Cluster',
        'postgresql.cnpg.io/v1',
        '{ instances: 2, plugins: [{ name: b, parameters: { barmanObjectName: web } }], resources: { requests: { cpu: 2, memory: 8Gi } } }',
      ),
      workload(
        'ObjectStore',
        'barmancloud.cnpg.io/v1',
        '{ instanceSidecarConfiguration: { resources: { requests: { cpu: 100m, memory: 1Gi } } } }',
      ),
    ].join('\n---\n'),
    ['Cluster/web: 2 × 2, 8', 'ObjectStore/web: 2 × 0.1, 1'],
  ],
  [
    'a store that no database copies to runs nothing',
    workload(
      'ObjectStore',
      'barmancloud.cnpg.io/v1',
      '{ instanceSidecarConfiguration: { resources: { requests: { cpu: 100m, memory: 1Gi } } } }',
    ),
    [],
  ],
  [
    'as many task managers as the job has slots for, in units of Flink',
    workload(
      'FlinkDeployment',
      'flink.apache.org/v1beta1',
      "{ flinkConfiguration: { taskmanager.numberOfTaskSlots: '2' }, job: { parallelism: 5 }, jobManager: { resource: { cpu: 0.5, memory: 1024m } }, taskManager: { resource: { cpu: 1, memory: 2g } } }",
    ),
    ['FlinkDeployment/web: 1 × 0.5, 1', 'FlinkDeployment/web: 3 × 1, 2'],
  ],
  [
    'a driver and executors of one run, with what is beside the heap',
    workload(
      'ScheduledSparkApplication',
      'sparkoperator.k8s.io/v1beta2',
      '{ template: { driver: { coreRequest: 250m, memory: 640m, memoryOverhead: 384m }, executor: { instances: 2, cores: 1, memory: 1g } } }',
    ),
    ['ScheduledSparkApplication/web: 1 × 0.25, 1', 'ScheduledSparkApplication/web: 2 × 1, 1'],
  ],
])('%s', (_, text, expected) => {
  expect(said(text)).toEqual(expected);
});
