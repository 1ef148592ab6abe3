import { crc32 } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { at, hasChart, rendered, samplesOf } from '#testing';
import { objectStore } from '../stores/object-store.ts';
import { hiveOf } from '../test/hive.ts';
import { runJava } from '../test/java.ts';
import { startObjectStore } from '../test/object-store.ts';
import { startPostgres } from '../test/postgres.ts';
import { startTrino } from '../test/trino.ts';
import { trino } from './trino.ts';

const samples = await samplesOf(trino);
const sampleOf = async (wanted: string) => {
  const sample = samples.find(({ name }) => name === wanted);
  if (sample === undefined) throw new Error(`there is no sample ${wanted}`);
  return { ...sample, ...(await rendered(sample)) };
};
const chart = await hasChart(trino);
const charts = chart && (await hasChart(objectStore));
/** One for each cloud. */
const clouds = [...new Map(samples.map(({ name, environment }) => [environment.cloud.kind, name])).values()];

describe.skipIf(!chart)('with what is rendered', () => {
  test.each(clouds)('a real coordinator starts on %s, and a worker where there are some', async (name) => {
    const sample = await sampleOf(name);
    const coordinator = await startTrino(sample, 'coordinator');
    expect(await coordinator.query('SHOW CATALOGS')).toEqual([['lakehouse'], ['system']]);
    expect((await coordinator.ask('/metrics')).status).toBe(200);
    expect((await coordinator.ask('/metrics', 'superset')).status).toBe(403);
    expect(await coordinator.ask('/ui/')).toMatchObject({
      body: expect.stringContaining('Web Interface is Disabled'),
    });
    await coordinator.stop();
    if (at(sample.values, 'server.workers') === 0) return;
    const worker = await startTrino(sample, 'worker');
    expect((await worker.ask('/metrics')).status).toBe(200);
    await worker.stop();
  });

  test('it refuses a setting that it does not know, of the server or of a catalog', async () => {
    const sample = await sampleOf('local-small');
    for (const file of ['config.properties', 'catalog/lakehouse.properties'])
      await expect(startTrino(sample, 'coordinator', { [file]: { 'no.such.setting': 'x' } })).rejects.toThrow(
        "'no.such.setting' was not used",
      );
  });
});

test.skipIf(!charts)('it reads what the metastore and the store have, and writes nothing', async () => {
  const [postgres, store] = [await startPostgres(), await startObjectStore()];
  await store.grant();
  const hive = await hiveOf(postgres, store);
  await hive.schematool();
  const uri = await hive.start();
  const [bucket, folder] = ['sample-local-lakehouse', 'hudi/events'];
  const table = { database: 'hms', table: 'events', location: `s3a://${bucket}/${folder}` };
  await runJava('hive-client', { uri, ...table });
  for (const [path, text] of Object.entries(emptyTable)) {
    const put = await store.request(store.administrator, 'PUT', `/${bucket}/${folder}/.hoodie/${path}`, text);
    expect(put.status).toBe(200);
  }

  const { accessKey, secretKey } = store.keyOf('trino');
  const { query } = await startTrino(await sampleOf('local-small'), 'coordinator', {
    'catalog/lakehouse.properties': { 'hive.metastore.uri': uri, 's3.endpoint': store.endpoint },
    env: { S3_ACCESS_KEY: accessKey, S3_SECRET_KEY: secretKey },
  });
  expect(await query('SHOW SCHEMAS FROM lakehouse')).toContainEqual(['hms']);
  expect(await query('SHOW TABLES FROM lakehouse.hms')).toEqual([['events']]);
  expect(await query('SELECT count(*) FROM lakehouse.hms.events')).toEqual([[0]]);
  expect(await query('CREATE SCHEMA lakehouse.other')).toMatch(/^Access Denied/);
  expect(await query('DROP TABLE lakehouse.hms.events')).toMatch(/^Access Denied/);
});

/** What Hudi 1.0.2 keeps in the folder of a table, whose timeline is a folder with nothing in it yet. */
const emptyTable = {
  'timeline/history/': '',
  'hoodie.properties': [
    'hoodie.database.name=hms',
    'hoodie.table.name=events',
    'hoodie.table.type=MERGE_ON_READ',
    'hoodie.table.version=8',
    'hoodie.table.initial.version=8',
    'hoodie.timeline.layout.version=2',
    'hoodie.timeline.path=timeline',
    'hoodie.timeline.history.path=history',
    `hoodie.table.checksum=${crc32('hms.events')}`,
    '',
  ].join('\n'),
};
