import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { delimiter, join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import {
  at,
  atTheEnd,
  containers,
  one,
  rendered,
  run,
  samplesOf,
  temporaryFolder,
  variables,
} from '#testing';
import { startObjectStore } from '../test/object-store.ts';
import { rcloneFolderOf } from '../test/rclone.ts';
import { bucketReport } from './bucket-report.ts';

const sample = (await samplesOf(bucketReport)).find(({ name }) => name === 'local-small');
const { manifests } = await rendered(sample as never);
const job = one(manifests, 'CronJob');
const [container] = containers([job]);
const [program = '', ...args] = at(container as never, 'command') as string[];
const given = variables(container);
const [backups = ''] = String(given.BUCKETS).split(' ');

const pushed: string[] = [];
let env: Record<string, string>;

beforeAll(async () => {
  const objects = await startObjectStore();
  await objects.grant();
  const { accessKey, secretKey } = objects.keyOf('bucket-report');
  // Takes what is pushed; what Prometheus' own gateway makes of it, is not asked here.
  const gateway = createServer((request, response) => {
    let text = '';
    request.on('data', (part: Buffer) => {
      text += part.toString();
    });
    request.on('end', () => {
      pushed.push(`${request.method} ${request.url}\n${text}`);
      response.end();
    });
  });
  await new Promise<void>((done) => void gateway.listen(0, '127.0.0.1', done));
  atTheEnd(() => new Promise((closed) => void gateway.close(closed)));
  const { port } = gateway.address() as AddressInfo;
  env = {
    ...given,
    PATH: [await rcloneFolderOf(String(sample?.app.images.rclone?.tag)), process.env.PATH].join(delimiter),
    GATEWAY: `http://127.0.0.1:${port}/metrics/job/bucket-report`,
    RCLONE_CONFIG: join(temporaryFolder(), 'rclone.conf'),
    RCLONE_CONFIG_STORE_ENDPOINT: objects.endpoint,
    RCLONE_CONFIG_STORE_REGION: objects.region,
    RCLONE_CONFIG_STORE_ACCESS_KEY_ID: accessKey,
    RCLONE_CONFIG_STORE_SECRET_ACCESS_KEY: secretKey,
  };
  for (const [object, text] of [
    ['postgresql/base/one', 'x'.repeat(1000)],
    ['postgresql/wals/two', 'x'.repeat(24)],
    ['velero/a', 'x'],
  ] as const)
    expect(await objects.request(objects.administrator, 'PUT', `/${backups}/${object}`, text)).toMatchObject({
      status: 200,
    });
});

test('every folder is counted, with its bytes and the time of its newest file', async () => {
  const ended = await run(program, args, { env });
  expect(ended).toMatchObject({ code: 0 });
  const [report = ''] = pushed;
  expect(report).toContain('POST /metrics/job/bucket-report\n');
  const of = (folder: string) => `{bucket="${backups}",folder="${folder}"}`;
  expect(report).toContain(`bucket_files${of('postgresql')} 2\n`);
  expect(report).toContain(`bucket_bytes${of('postgresql')} 1024\n`);
  expect(report).toContain(`bucket_files${of('velero')} 1\n`);
  const [, newest] = report.match(/bucket_newest_file_timestamp_seconds\{[^}]*postgresql"\} (\d+)/) ?? [];
  expect(Number(newest)).toBeGreaterThan(1_700_000_000);
});

test('what cannot be listed is no report', async () => {
  const count = pushed.length;
  const ended = await run(program, args, { env: { ...env, BUCKETS: `${backups} there-is-none` } });
  expect(ended?.code).not.toBe(0);
  expect(pushed).toHaveLength(count);
});
