import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { at, one, type Plain, type PlainObject, quantity, type RenderedSample, repository } from '#testing';
import { renderedFlinkJobs } from '../test/flink-jobs.ts';
import { runJava } from '../test/java.ts';

interface Answer {
  readonly complaints: readonly string[];
  /** MiB of each part of a process, by job. */
  readonly memory: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

/** As the operator hands a quantity of Kubernetes to Flink: in bytes. */
const bytes = (size: Plain | undefined): string => `${quantity(size)}b`;

/** Types of the settings of a job, by the contract of its image. */
function typesOf(app: string): Record<string, Plain | undefined> {
  const file = readFileSync(join(repository, `schemas/contracts/${app}.yaml`), 'utf8');
  const { jars } = parse(file) as { jars: Record<string, Record<string, PlainObject>> };
  const [job] = Object.values(jars).flatMap((classes) => Object.values(classes));
  const properties = at(job?.['--config.file.path'], 'file.schema.properties') as Record<string, PlainObject>;
  return Object.fromEntries(Object.entries(properties).map(([key, { type }]) => [key, type ?? 'string']));
}

function inputOf({ app, manifests }: RenderedSample) {
  const job = one(manifests, 'FlinkDeployment');
  return {
    flink: at(job, 'spec.flinkConfiguration') as PlainObject,
    jobManagerMemory: bytes(at(job, 'spec.jobManager.resource.memory')),
    taskManagerMemory: bytes(at(job, 'spec.taskManager.resource.memory')),
    settings: String(at(one(manifests, 'ConfigMap'), 'data|job.conf')),
    variables: { POSTGRES_PASSWORD: 'any' },
    types: typesOf(app.name),
  };
}
type Input = ReturnType<typeof inputOf>;

const samples = await renderedFlinkJobs();
const named = (sample: RenderedSample): string => `${sample.app.name} on ${sample.name}`;
const versionOf = ({ values }: RenderedSample) => values.flinkVersion as 'v1_17' | 'v1_20';
const poms = { v1_17: 'pom-1.17.xml', v1_20: 'pom.xml' };
const ask = (jobs: Record<string, Input>, version: keyof typeof poms): Promise<Answer> =>
  runJava('flink', jobs, { minimum: 17, pom: poms[version] });

test.each(Object.keys(poms) as (keyof typeof poms)[])(
  'Flink %s knows every key, and its memory fits its containers',
  async (version) => {
    const jobs = samples.filter((sample) => versionOf(sample) === version);
    expect(jobs.length).toBeGreaterThan(0);
    const { complaints, memory } = await ask(
      Object.fromEntries(jobs.map((sample) => [named(sample), inputOf(sample)])),
      version,
    );
    expect(complaints).toEqual([]);
    for (const sample of jobs) {
      const { values } = sample;
      const parts = memory[named(sample)] ?? {};
      const most = (process: string) => quantity(at(values, `${process}.memory`)) / 2 ** 20;
      expect([parts.jobManager, parts.taskManager]).toEqual([most('jobManager'), most('taskManager')]);
      expect(parts.jobManagerHeap).toBeGreaterThanOrEqual(384);
      // Each lane merges and writes on the heap; a job that does neither needs some for its events.
      const ofLane = ['hudi.write.task.max.memory', 'hudi.write.compaction.max.memory'].map((key) =>
        Number(at(values, `settings|${key}`) ?? 64),
      );
      const lanes = Number(at(values, 'taskManager.slots'));
      expect(parts.taskHeap).toBeGreaterThanOrEqual(
        lanes * ofLane.reduce((sum, megabytes) => sum + megabytes, 0),
      );
      // RocksDB has what is managed, and nothing else has.
      const usesRocksDb = Number(at(values, 'taskManager.managedFraction') ?? 0) > 0;
      expect((parts.managed ?? 0) >= 128 * lanes).toBe(usesRocksDb);
    }
  },
);

test('it refuses each mistake', async () => {
  const [sample] = samples.filter((each) => versionOf(each) === 'v1_20');
  const good = inputOf(sample as RenderedSample);
  const flink = (changes: PlainObject): Input => ({ ...good, flink: { ...good.flink, ...changes } });
  const mistakes: Readonly<Record<string, readonly [Input, string]>> = {
    'a key': [flink({ 'taskmanager.numberOfSlots': '1' }), 'unknown to Flink: taskmanager.numberOfSlots'],
    'a key of the operator': [flink({ 'kubernetes.operator.job.restart': 'true' }), 'unknown to Flink'],
    'a number': [flink({ 'taskmanager.numberOfTaskSlots': 'one' }), 'Could not parse value'],
    'a kind': [flink({ 'web.submit.enable': 'perhaps' }), 'Could not parse value'],
    'a reporter': [flink({ 'metrics.reporter.prom.factory.class': 'org.example.Reporter' }), 'org.example'],
    memory: [{ ...good, taskManagerMemory: bytes('512Mi') }, 'memory: '],
    'a setting': [
      { ...good, settings: good.settings.replace('linger.ms = 10', 'linger.ms = "soon"') },
      'kafka.producer.linger.ms: ',
    ],
    'a codec': [{ ...good, settings: good.settings.replace('"snappy"', '"brotli"') }, 'producer: .*brotli'],
    'a variable': [{ ...good, settings: `${good.settings}\nother = \${OTHER}` }, 'job.conf: .*OTHER'],
  };
  const { complaints } = await ask(
    Object.fromEntries(Object.entries(mistakes).map(([name, [input]]) => [name, input])),
    'v1_20',
  );
  for (const [name, [, complaint]] of Object.entries(mistakes))
    expect(complaints).toContainEqual(expect.stringMatching(RegExp(`^${name}: .*${complaint}`, 's')));
});
