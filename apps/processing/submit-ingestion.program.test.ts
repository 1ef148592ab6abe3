import { beforeAll, describe, expect, test } from 'vitest';
import {
  at,
  containers,
  one,
  type PlainObject,
  type RenderedSample,
  renderedSamplesOf,
  run,
  temporaryFolder,
  variables,
  write,
} from '#testing';
import { runJava } from '../test/java.ts';
import { freePort } from '../test/port.ts';
import { standInForSupervisors } from '../test/supervisors.ts';
import { submitIngestion } from './submit-ingestion.ts';

interface Supervisor {
  readonly refused?: string;
  readonly topic: string;
  readonly consumer: PlainObject;
  readonly fromTheOldest: boolean;
  readonly at: string;
  readonly row: Readonly<Record<string, unknown>>;
}

interface Answer {
  readonly supervisors: Readonly<Record<string, Supervisor>>;
  /** What Druid says of a supervisor, by its state. */
  readonly reports: Readonly<Record<string, unknown>>;
}

const error = {
  pdata_id: 'validator',
  pdata_status: 'failed',
  error_type: 'DataTypeMismatch',
  error_code: 'ERR_EXT_1006',
  error_message: 'a message',
  error_level: 'warn',
  error_count: 2,
};
const stats = {
  ...{ extractor_status: 'success', extractor_time: 1, validator_status: 'success', validator_time: 2 },
  ...{ dedup_status: 'success', dedup_time: 3, denorm_status: 'skipped', denorm_time: 4 },
  ...{ transform_status: 'partial', transform_time: 5 },
  ...{ total_processing_time: 6, latency_time: 7, processing_time: 8 },
};

/** An event of each table with everything that its writers can say: the pipeline's models, the API's audit. */
const events = {
  'system-events': {
    etype: 'METRIC',
    ctx: {
      module: 'processing',
      pdata: { id: 'UnifiedPipelineJob', type: 'flink', pid: 'router' },
      dataset: 'telemetry',
      dataset_type: 'event',
      source: { connector: 'kafka', connectorInstance: 'kafka.1' },
    },
    data: { error, pipeline_stats: stats },
    ets: 1_700_000_000_123,
  },
  'system-telemetry-events': {
    eid: 'AUDIT',
    ets: 1_700_000_000_123,
    ver: '1.0.0',
    mid: 'a',
    actor: { id: 'SYSTEM', type: 'User' },
    context: { env: 'local', sid: 'b', pdata: { id: 'local.api.service', ver: '2.1.1' } },
    object: {
      id: 'telemetry',
      type: 'dataset',
      ver: '1.0.0',
      rollup: { l1: '1', l2: '2', l3: '3', l4: '4' },
    },
    edata: {
      action: 'dataset:update',
      props: [{ property: 'name', ov: null, nv: { a: 1 } }],
      transition: { timeUnit: 'ms', duration: 12, toState: 'completed', fromState: 'inprogress' },
    },
  },
};

const samples = await renderedSamplesOf(submitIngestion);
const filesOf = ({ manifests }: RenderedSample) =>
  one(manifests, 'ConfigMap').object.data as Record<string, string>;
const specs = Object.fromEntries(
  samples.flatMap((sample) =>
    Object.entries(filesOf(sample)).map(([file, text]) => [
      `${sample.name} ${file}`,
      JSON.parse(text) as PlainObject,
    ]),
  ),
);
const druid = (input: unknown) => runJava<Answer>('druid-supervisor', input);

let answer: Answer;
beforeAll(async () => {
  answer = await druid({ specs, events });
});

describe('what Druid is given', () => {
  test('Druid makes a supervisor of each, in every environment, that begins with the oldest event', () => {
    const found = Object.values(answer.supervisors);
    expect(found.flatMap(({ refused }) => refused ?? [])).toEqual([]);
    expect(found).toHaveLength(2 * samples.length);
    expect(found.filter(({ fromTheOldest }) => !fromTheOldest)).toEqual([]);
  });

  test('Druid fills every column of a table with what its events say', () => {
    for (const { row, at: time } of Object.values(answer.supervisors)) {
      expect(Object.keys(row).filter((name) => row[name] === null)).toEqual([]);
      expect(time).toBe('2023-11-14T22:13:20.123Z');
    }
    const rows = Object.assign({}, ...Object.values(answer.supervisors).map(({ row }) => row));
    expect(rows.edata_props).toEqual(events['system-telemetry-events'].edata.props);
    expect(rows).toMatchObject({ extractor_time: 1, transformer_time: 5, error_count: 2 });
  });

  test.each<[string, string, PlainObject, string]>([
    ['a property that it does not know', 'spec.ioConfig', { taskCounts: 2 }, 'taskCounts'],
    ['a time that is none', 'spec.ioConfig', { taskDuration: '1 hour' }, 'Invalid format'],
    ['two kinds of topics', 'spec.ioConfig', { topicPattern: '.*' }, 'topic'],
    ['a table without a name', 'spec.dataSchema', { dataSource: null }, 'dataSource'],
    ['figures of no kind', 'spec.dataSchema', { metricsSpec: [{ type: 'sum', name: 'a' }] }, 'sum'],
  ])('Druid refuses %s', async (_, place, mistake, complaint) => {
    const broken = structuredClone(specs['aws-large system-events.json'] ?? {});
    Object.assign(at(broken, place) as object, mistake);
    const { supervisors } = await druid({ specs: { broken }, events });
    expect(supervisors.broken?.refused).toContain(complaint);
  });
});

const [sample] = samples;
const [container] = containers([one(sample?.manifests ?? [], 'Job')]);
const password = `p"w' $x:\\@/`;
const login = `${variables(container).DRUID_USER}:${password}`;

/** One run of the Job, with the files as they are rendered unless others are given. */
async function submit(url: string, files = filesOf(sample as RenderedSample), secret = password) {
  const folder = temporaryFolder();
  write(folder, files);
  const [program = '', ...args] = at(container, 'command') as string[];
  const here = { SPECS: folder, SUPERVISORS: url, DRUID_PASSWORD: secret, TRIES: '3', PAUSE: '1' };
  const ended = await run(program, args, {
    env: { ...variables(container), PATH: process.env.PATH, ...here },
  });
  return { code: ended?.code, said: `${ended?.stdout}${ended?.stderr}` };
}

const running = () => ({ login, report: answer.reports.RUNNING });

describe('the run that gives them to Druid', () => {
  test('gives it each as it is, and a second run disturbs none', async () => {
    const stand = await standInForSupervisors(running());
    for (let runs = 0; runs < 2; runs += 1) expect(await submit(stand.url)).toMatchObject({ code: 0 });
    expect([...stand.given.values()]).toEqual(
      Object.values(filesOf(sample as RenderedSample)).map((text) => JSON.parse(text)),
    );
    expect(stand.starts()).toBe(2);
  });

  test('starts anew only what has changed', async () => {
    const stand = await standInForSupervisors(running());
    await submit(stand.url);
    const changed = structuredClone(filesOf(sample as RenderedSample));
    changed['system-events.json'] = String(changed['system-events.json']).replace('PT1H', 'PT2H');
    expect(await submit(stand.url, changed)).toMatchObject({ code: 0 });
    expect(stand.starts()).toBe(3);
  });

  test.each([
    ['not ready', [503, 503]],
    ['failing for a moment', [500]],
    ['asked too much', [429]],
  ])('asks again where Druid is %s', async (_, first) => {
    const stand = await standInForSupervisors({ ...running(), first });
    expect(await submit(stand.url)).toMatchObject({ code: 0 });
    expect(stand.given.size).toBe(2);
  });

  test('a Druid that never is ready ends the run', async () => {
    const stand = await standInForSupervisors({ ...running(), first: Array(20).fill(503) });
    const { code, said } = await submit(stand.url);
    expect([code, stand.given.size]).toEqual([22, 0]);
    expect(said).toContain('503');
  });

  test('a specification that Druid refuses ends the run, with what Druid said', async () => {
    const stand = await standInForSupervisors(running());
    const { code, said } = await submit(stand.url, { 'system-events.json': '{"type":"kafka"}' });
    expect(code).toBe(22);
    expect(said).toContain('dataSource: must not be null');
  });

  test('a wrong password ends the run, and no password is said', async () => {
    const stand = await standInForSupervisors(running());
    const { code, said } = await submit(stand.url, undefined, 'wrong-one');
    expect([code, stand.given.size]).toEqual([22, 0]);
    expect(said).toContain('Unauthorized');
    expect(said).not.toContain('wrong-one');
    expect((await submit(stand.url)).said).not.toContain(password);
  });

  test('nobody there ends the run', async () => {
    const { code } = await submit(`http://127.0.0.1:${await freePort()}`);
    expect(code).toBe(7);
  });

  test.each(['PENDING', 'UNHEALTHY_SUPERVISOR', 'UNHEALTHY_TASKS', 'SUSPENDED'])(
    'a supervisor that stays %s ends the run, with its state',
    async (state) => {
      const stand = await standInForSupervisors({ login, report: answer.reports[state] });
      const { code, said } = await submit(stand.url);
      expect(code).toBe(1);
      expect(said).toMatch(RegExp(`system-events does not run: .*"state":"${state}"`));
    },
  );
});
