import { utimesSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  at,
  one,
  type Plain,
  type PlainObject,
  rendered,
  run,
  samplesOf,
  temporaryFolder,
  variables,
  write,
} from '#testing';
import { masterDataDatabases } from '../stores/valkey-denorm.ts';
import { startObjectStore } from '../test/object-store.ts';
import { rcloneFolderOf } from '../test/rclone.ts';
import { startValkey, type Valkey, valkeyPrograms } from '../test/valkey.ts';
import { valkeyDenormBackup } from './valkey-denorm-backup.ts';

const sample = (await samplesOf(valkeyDenormBackup)).find(({ name }) => name === 'local-small');
const { manifests } = await rendered(sample as never);
const pod = at(one(manifests, 'CronJob'), 'spec.jobTemplate.spec.template.spec');
const steps = [...(at(pod, 'initContainers') as PlainObject[]), ...(at(pod, 'containers') as PlainObject[])];

let cache: Valkey;
/** What takes the place of the cluster's addresses and keys. */
let here: Readonly<Record<string, string>>;
let path: string;

beforeAll(async () => {
  const objects = await startObjectStore();
  await objects.grant();
  const { accessKey, secretKey } = objects.keyOf('valkey-denorm-backup');
  const programs = await valkeyPrograms();
  const version = String(sample?.app.images.rclone?.tag);
  path = [programs, await rcloneFolderOf(version), process.env.PATH].join(delimiter);
  cache = await startValkey(programs, masterDataDatabases);
  here = {
    PATH: path,
    HOST: '127.0.0.1',
    PORT: String(cache.port),
    RCLONE_CONFIG: join(temporaryFolder(), 'rclone.conf'),
    RCLONE_CONFIG_STORE_ENDPOINT: objects.endpoint,
    RCLONE_CONFIG_STORE_REGION: objects.region,
    RCLONE_CONFIG_STORE_ACCESS_KEY_ID: accessKey,
    RCLONE_CONFIG_STORE_SECRET_ACCESS_KEY: secretKey,
  };
});

/** One run of the Job: each container after the other, with one folder between them. Returns what the last one said. */
async function runJob(change: Readonly<Record<string, string>> = {}): Promise<string> {
  const snapshot = join(temporaryFolder(), 'dump.rdb');
  let said = '';
  for (const step of steps) {
    const [program = '', ...args] = at(step as Plain, 'command') as string[];
    const given = { ...variables(step), ...here, SNAPSHOT: snapshot, ...change };
    const ended = await run(program, args, { env: given });
    if (ended?.code !== 0) throw new Error(`${String(step.name)}: ${ended?.stderr}${ended?.stdout}`);
    said = ended.stdout;
  }
  return said;
}

const inStore = async (...args: string[]): Promise<string[]> => {
  const folder = String(variables(steps[0] as PlainObject).FOLDER);
  const given = { ...variables(steps[0] as PlainObject), ...here };
  const ended = await run('rclone', [...args, folder], { env: given });
  if (ended?.code !== 0) throw new Error(String(ended?.stderr));
  return ended.stdout.trim().split('\n').filter(Boolean);
};
/** Of all keys of all databases, with their values and whether they expire. */
const digest = (): Promise<string> => cache.ask(0, 'debug', 'digest');

describe('master data that was lost', () => {
  test('comes back from a snapshot: every database, every kind of value, and nothing that was not in it', async () => {
    await cache.ask(
      3,
      'set',
      'plain',
      'a value with "quotes",\r\n a line and \u0000 a zero'.replace('\u0000', '\\0'),
    );
    await cache.ask(masterDataDatabases - 1, 'hset', 'a key with blanks', 'field', 'värde');
    await cache.ask(3, 'rpush', 'list', 'a', 'b', 'a');
    await cache.ask(3, 'set', 'expires', 'later', 'EX', '86400');
    await cache.ask(
      3,
      'eval',
      'for i = 1, 5000 do redis.call("set", "row:" .. i, string.rep("x", i % 300)) end',
      '0',
    );
    const before = await digest();
    expect(await runJob()).toMatch(/\d{4}-\d\d-\d\dT\d\d-\d\d-\d\dZ\.rdb/);

    await cache.ask(0, 'flushall');
    await cache.ask(3, 'set', 'written since', 'x');
    await cache.ask(3, 'rpush', 'list', 'c');
    await runJob({ TASK: 'restore' });
    expect(await digest()).toBe(before);
    expect(Number(await cache.ask(3, 'ttl', 'expires'))).toBeGreaterThan(0);
  });

  test('can also come back from an older snapshot, by its name', async () => {
    const [name = ''] = await inStore('lsf');
    const before = await digest();
    await cache.ask(3, 'del', 'plain');
    while ((await inStore('lsf')).length < 2) await runJob();
    await runJob({ TASK: 'restore', NAME: name });
    expect(await digest()).toBe(before);
  });

  test('stays as it is when there is no such snapshot', async () => {
    const before = await digest();
    await expect(runJob({ TASK: 'restore', NAME: 'never.rdb' })).rejects.toThrow(
      'there is no snapshot never.rdb',
    );
    expect(await digest()).toBe(before);
  });
});

test('snapshots that are too old go, after a new one is there', async () => {
  const folder = temporaryFolder();
  write(folder, { 'old.rdb': 'x' });
  const days = Number(variables(steps.at(-1) as PlainObject).DAYS);
  const then = Date.now() / 1000 - (days + 1) * 86_400;
  utimesSync(join(folder, 'old.rdb'), then, then);
  await inStore('copy', folder);
  expect(await inStore('lsf')).toContain('old.rdb');
  const count = (await inStore('lsf')).length;
  await runJob();
  const left = await inStore('lsf');
  expect(left).not.toContain('old.rdb');
  expect(left.length).toBeGreaterThanOrEqual(count - 1);
});
