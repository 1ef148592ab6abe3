import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { at, type Plain, type PlainObject, run, samplesOf, temporaryFolder, write } from '#testing';
import { goProgram } from '../test/go.ts';
import { startObjectStore } from '../test/object-store.ts';
import { eventArchive } from './event-archive.ts';

const program = await goProgram('bento');
const samples = await samplesOf(eventArchive);
const configOf = (name: string): Record<string, Plain> => {
  const { app } = samples.find((sample) => sample.name === name) as (typeof samples)[number];
  return structuredClone(at(app.values ?? {}, 'files|archive.yaml|yaml')) as Record<string, Plain>;
};

async function bentoOn(config: PlainObject, args: readonly string[], env: Record<string, string> = {}) {
  const folder = temporaryFolder();
  write(folder, { 'archive.yaml': JSON.stringify(config) });
  const ended = await run(program, [...args, join(folder, 'archive.yaml')], { env });
  return { code: ended?.code, said: `${ended?.stdout}${ended?.stderr}` };
}

test.each(samples.map(({ name }) => name))('Bento accepts what it is told on %s', async (name) => {
  expect(await bentoOn(configOf(name), ['lint'])).toEqual({ code: 0, said: '' });
});

test('it refuses what it does not know', async () => {
  const config = configOf('local-small');
  Object.assign(at(config, 'output.aws_s3') as object, { acl: 'private' });
  expect((await bentoOn(config, ['lint'])).said).toContain('acl');
  const wrong = configOf('local-small');
  Object.assign(at(wrong, 'pipeline.processors.0') as object, { mapping: 'meta day = $' });
  expect((await bentoOn(wrong, ['lint'])).code).not.toBe(0);
});

// 2026-11-26 at 23:59:59 and 2026-11-27 at midnight, in UTC.
const [evening, midnight] = [1795737599000, 1795737600000];
const events: readonly unknown[] = [
  { dataset: 'shop', event: { id: 1 }, obsrv_meta: { syncts: evening } },
  { dataset: 'shop', event: { id: 2 }, obsrv_meta: { syncts: midnight } },
  { dataset: 'bank', event: { id: 3 }, obsrv_meta: { syncts: midnight } },
  { dataset: 'shop', event: { id: 4 }, obsrv_meta: { syncts: midnight } },
  { eid: 'AUDIT', ets: evening },
  { dataset: '../odd /name', obsrv_meta: { syncts: 'yesterday' } },
  'no object',
  42,
];

test('events are in the bucket by step, dataset and day, each as it came', async () => {
  const store = await startObjectStore();
  await store.grant();
  const folder = temporaryFolder();
  const lines = events.map((event) => JSON.stringify(event));
  write(folder, { events: `${lines.join('\n')}\n` });
  const config = configOf('local-small');
  Object.assign(at(config, 'output.aws_s3') as object, { endpoint: store.endpoint });
  const bucket = String(at(config, 'output.aws_s3.bucket'));
  // What Kafka would say of each, as one batch.
  const metadata = `meta kafka_topic = "unique"
meta kafka_partition = "3"
meta kafka_offset = (count("offset") + 99).string()
meta kafka_timestamp_unix = "${midnight / 1000}"`;
  const file = { file: { paths: [join(folder, 'events')] }, processors: [{ mapping: metadata }] };
  const input = { broker: { inputs: [file], batching: { count: events.length } } };
  const { accessKey, secretKey } = store.keyOf(eventArchive.name);
  const env = { AWS_ACCESS_KEY_ID: accessKey, AWS_SECRET_ACCESS_KEY: secretKey };
  const ended = await bentoOn({ ...config, http: { enabled: false }, input }, ['-c'], env);
  expect(ended).toMatchObject({ code: 0 });

  const { body } = await store.request(store.administrator, 'GET', `/${bucket}?list-type=2`);
  const keys = [...body.matchAll(/<Key>([^<]+)<\/Key>/g)].map(([, key]) => String(key)).sort();
  const found = await Promise.all(
    keys.map(async (key) => {
      const packed = await store.read(store.administrator, `/${bucket}/${key}`);
      return [key, gunzipSync(packed).toString().split('\n')] as const;
    }),
  );
  expect(Object.fromEntries(found)).toEqual({
    'telemetry-data/unique/shop/2026-11-26/3-100.json.gz': [lines[0]],
    'telemetry-data/unique/shop/2026-11-27/3-101.json.gz': [lines[1], lines[3]],
    'telemetry-data/unique/bank/2026-11-27/3-102.json.gz': [lines[2]],
    'telemetry-data/unique/others/2026-11-26/3-104.json.gz': [lines[4]],
    'telemetry-data/unique/..oddname/2026-11-27/3-105.json.gz': [lines[5]],
    'telemetry-data/unique/others/2026-11-27/3-106.json.gz': [lines[6], lines[7]],
  });
});
