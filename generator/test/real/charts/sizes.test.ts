import { expect, test } from 'vitest';
import type { PlainObject } from '../../../src/definition/plain.ts';
import { all, at, one, quantity } from '../../support/objects.ts';
import { rendered, valuesOf } from '../../support/render.ts';

interface Size {
  readonly cpu: number;
  readonly memory: number;
  readonly disk: number;
}

const gibibyte = 2 ** 30;
const sum = (sizes: readonly Size[]): Size => ({
  cpu: sizes.reduce((total, { cpu }) => total + cpu, 0),
  memory: sizes.reduce((total, { memory }) => total + memory, 0),
  disk: sizes.reduce((total, { disk }) => total + disk, 0),
});

/** So many times what some resources ask for, each with its volumes. */
const asked = (count: number, requests: unknown, ...volumes: unknown[]): Size => ({
  cpu: count * quantity(at(requests as PlainObject, 'cpu')),
  memory: count * quantity(at(requests as PlainObject, 'memory')),
  disk: volumes.reduce((total: number, volume) => total + count * quantity(String(volume)), 0),
});

/** What the programs themselves ask for; operators are the same in every environment, but for a second pod. */
async function sizeOf(environment: string): Promise<Size> {
  const [kafka, postgresql, pipeline, api] = await Promise.all(
    ['kafka', 'postgresql', 'unified-pipeline', 'dataset-api'].map((app) => rendered(app, environment)),
  );
  const nodes = all(kafka ?? [], 'KafkaNodePool').map(({ object }) =>
    asked(
      Number(at(object, 'spec.replicas')),
      at(object, 'spec.resources.requests'),
      at(object, 'spec.storage.volumes.0.size'),
    ),
  );
  const operators = ['topicOperator', 'userOperator'].map((name) =>
    asked(1, at(one(kafka ?? [], 'Kafka'), `spec.entityOperator.${name}.resources.requests`)),
  );
  const cluster = one(postgresql ?? [], 'Cluster');
  const instances = asked(
    Number(at(cluster, 'spec.instances')),
    at(cluster, 'spec.resources.requests'),
    at(cluster, 'spec.storage.size'),
    at(cluster, 'spec.walStorage.size'),
  );
  const job = one(pipeline ?? [], 'FlinkDeployment');
  const tasks = Math.ceil(
    Number(at(job, 'spec.job.parallelism')) /
      Number(at(valuesOf('unified-pipeline', environment), 'taskManager.slots')),
  );
  const flink = [
    asked(Number(at(job, 'spec.jobManager.replicas')), at(job, 'spec.jobManager.resource')),
    asked(tasks, at(job, 'spec.taskManager.resource')),
  ];
  const deployment = one(api ?? [], 'Deployment');
  const pods = asked(
    Number(at(deployment, 'spec.replicas')),
    at(deployment, 'spec.template.spec.containers.0.resources.requests'),
  );
  const caches = ['valkey-dedup', 'valkey-denorm'].map((app) => {
    const values = valuesOf(app, environment);
    return asked(
      1 + Number(at(values, 'replica.replicas')),
      at(values, 'resources.requests'),
      at(values, 'replica.persistence.size'),
    );
  });
  return sum([...nodes, ...operators, instances, ...flink, pods, ...caches]);
}

test('a small environment fits on one machine: two and a half processors, ten gibibytes, forty of volumes', async () => {
  for (const environment of ['local', 'dev']) {
    const { cpu, memory, disk } = await sizeOf(environment);
    expect(cpu).toBeLessThanOrEqual(2.5);
    expect(memory / gibibyte).toBeLessThanOrEqual(10);
    expect(disk / gibibyte).toBeLessThanOrEqual(40);
  }
});

test('each size asks for at least twice as much of everything as the one before', async () => {
  const [small, medium, large] = [await sizeOf('dev'), await sizeOf('staging'), await sizeOf('prod')];
  for (const of of ['cpu', 'memory', 'disk'] as const) {
    expect(medium[of]).toBeGreaterThanOrEqual(2 * small[of]);
    expect(large[of]).toBeGreaterThanOrEqual(2 * medium[of]);
  }
});
