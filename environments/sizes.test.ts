import { expect, test } from 'vitest';
import { quantity, sampleModel } from '#testing';

type Model = Awaited<ReturnType<typeof sampleModel>>;
type Environment = Model['environments'][number];

const gibibyte = 2 ** 30;

/** CPUs, and GiB of memory and on volumes, of all pods that apps say they run. */
function asked(apps: Environment['apps']) {
  const pods = apps.flatMap(({ requests }) => Object.values(requests));
  const sum = (of: 'cpu' | 'memory' | 'disk', unit: number): number =>
    pods.reduce((total, size) => total + (size.replicas * quantity(size[of] ?? '0')) / unit, 0);
  return { cpu: sum('cpu', 1), memory: sum('memory', gibibyte), disk: sum('disk', gibibyte) };
}

const { environments } = await sampleModel();
const named = (model: readonly Environment[], name: string) => {
  const found = model.find((environment) => environment.name === name);
  if (found === undefined) throw new Error(`there is no sample ${name}`);
  return found;
};

test('whatever runs pods says how large it is', () => {
  const silent = environments.flatMap(({ name, apps }) =>
    apps
      .filter(({ images, layer, requests }) => {
        const runs = layer !== 'crds' && Object.keys(images).length > 0;
        return runs && Object.keys(requests).length === 0;
      })
      .map((app) => `${name}/${app.name}`),
  );
  expect(silent).toEqual([]);
});

test('everything fits on 16 processors, 64 GiB and 250 GiB of volumes in a small environment without a cloud', () => {
  const { cpu, memory, disk } = asked(named(environments, 'local-small').apps);
  expect(cpu).toBeLessThanOrEqual(16);
  expect(memory).toBeLessThanOrEqual(64);
  expect(disk).toBeLessThanOrEqual(250);
});

test('the core path alone fits on 8 processors and 16 GiB', async () => {
  const core = await sampleModel({}, { profile: 'minimal' });
  // Pods of runs that end make room again before what waits for them starts.
  const running = named(core.environments, 'local-small').apps.filter(
    ({ values, requests }) => values?.kind !== 'Job' && !('run' in requests),
  );
  const { cpu, memory } = asked(running);
  expect(cpu).toBeLessThanOrEqual(8);
  expect(memory).toBeLessThanOrEqual(16);
});

test('each size asks for more of everything than the one before', () => {
  const [small, medium, large] = ['small', 'medium', 'large'].map((size) =>
    asked(named(environments, `aws-${size}`).apps.filter(({ layer }) => layer !== 'operators')),
  );
  for (const of of ['cpu', 'memory', 'disk'] as const) {
    expect(medium?.[of]).toBeGreaterThanOrEqual(1.5 * (small?.[of] ?? 0));
    expect(large?.[of]).toBeGreaterThanOrEqual(1.5 * (medium?.[of] ?? 0));
  }
});
