import { expect, test } from 'vitest';
import { at, bySize, type Manifest, type Plain, quantity, rendered, type Sample } from '#testing';
import { apps } from './index.ts';

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
const asked = (count: unknown, requests: Plain | undefined, ...volumes: (Plain | undefined)[]): Size => ({
  cpu: Number(count) * quantity(at(requests, 'cpu')),
  memory: Number(count) * quantity(at(requests, 'memory')),
  disk: volumes.reduce((total: number, volume) => total + Number(count) * quantity(volume), 0),
});

/** What an object asks for, of the kinds that hold the events and the tables of the platform or work on them. */
function askedBy(manifest: Manifest, { app: { values } }: Sample): Size[] {
  const spec = (path: string) => at(manifest, `spec.${path}`);
  switch (manifest.kind) {
    case 'KafkaNodePool':
      return [asked(spec('replicas'), spec('resources.requests'), spec('storage.volumes.0.size'))];
    case 'Kafka':
      return ['topicOperator', 'userOperator'].map((name) =>
        asked(1, spec(`entityOperator.${name}.resources.requests`)),
      );
    case 'Cluster':
      return [
        asked(spec('instances'), spec('resources.requests'), spec('storage.size'), spec('walStorage.size')),
      ];
    case 'FlinkDeployment': {
      const slots = Number(at(values ?? {}, 'taskManager.slots'));
      return [
        asked(spec('jobManager.replicas'), spec('jobManager.resource')),
        asked(Math.ceil(Number(spec('job.parallelism')) / slots), spec('taskManager.resource')),
      ];
    }
    case 'Deployment':
      return [asked(spec('replicas'), spec('template.spec.containers.0.resources.requests'))];
    default:
      return [];
  }
}

/** A cache is told its size in its values: its chart is not ours, and may not be there. */
function askedByCache({ app: { values } }: Sample): Size[] {
  const persistence = at(values ?? {}, 'replica.persistence.size');
  if (persistence === undefined) return [];
  const copies = 1 + Number(at(values ?? {}, 'replica.replicas'));
  return [asked(copies, at(values ?? {}, 'resources.requests'), persistence)];
}

/** Stores, jobs and APIs; operators are the same in every environment, but for a second pod. */
const heavy = async (): Promise<readonly (readonly Size[])[]> =>
  Promise.all(
    apps.map(async (app) => {
      const samples = await bySize(app);
      return Promise.all(
        samples.map(async (sample) => {
          if (!['stores', 'processing', 'apis'].includes(sample.app.layer)) return sum([]);
          if (sample.app.chart.kind !== 'first-party') return sum(askedByCache(sample));
          const { manifests } = await rendered(sample);
          return sum(manifests.flatMap((manifest) => askedBy(manifest, sample)));
        }),
      );
    }),
  );

const sizes = await heavy();

test('a small environment fits on one machine: two and a half processors, ten gibibytes, forty of volumes', () => {
  const { cpu, memory, disk } = sum(sizes.map(([small]) => small ?? sum([])));
  expect(cpu).toBeLessThanOrEqual(2.5);
  expect(memory / gibibyte).toBeLessThanOrEqual(10);
  expect(disk / gibibyte).toBeLessThanOrEqual(40);
});

test('each size asks for at least twice as much of everything as the one before', () => {
  const [small, medium, large] = [0, 1, 2].map((i) => sum(sizes.map((each) => each[i] ?? sum([]))));
  for (const of of ['cpu', 'memory', 'disk'] as const) {
    expect(medium?.[of]).toBeGreaterThanOrEqual(2 * (small?.[of] ?? 0));
    expect(large?.[of]).toBeGreaterThanOrEqual(2 * (medium?.[of] ?? 0));
  }
});
