import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Client } from 'pg';
import { beforeAll, describe, expect, test } from 'vitest';
import { at, giveToNobody, one, rendered, samplesOf, temporaryFolder } from '#testing';
import { type Barman, barmanFor, type StoreConfiguration } from '../test/barman.ts';
import { startObjectStore } from '../test/object-store.ts';
import { startPostgres, superuser } from '../test/postgres.ts';
import { postgresql } from './postgresql.ts';

const sample = (await samplesOf(postgresql)).find(({ name }) => name === 'local-small');
const { manifests } = await rendered(sample as never);
const store = one(manifests, 'ObjectStore');
const server = String(at(one(manifests, 'Cluster'), 'spec.plugins.0.parameters.serverName'));

let barman: Barman;
/** When only the good rows were there. */
let moment: string;

const rows = async (client: Client): Promise<string[]> =>
  (await client.query<{ name: string }>('SELECT name FROM drill ORDER BY 1')).rows.map(({ name }) => name);

/** Closes the segment of WAL that is being written, and waits until it was archived. */
async function archived(client: Client): Promise<void> {
  const closed = 'SELECT pg_walfile_name(pg_switch_wal()) AS name';
  const { name } = (await client.query<{ name: string }>(closed)).rows[0] ?? { name: '' };
  const last = 'SELECT last_archived_wal >= $1 AS done FROM pg_stat_archiver';
  while ((await client.query<{ done: boolean | null }>(last, [name])).rows[0]?.done !== true)
    await new Promise((resolve) => setTimeout(resolve, 50));
}

beforeAll(async () => {
  const objects = await startObjectStore();
  await objects.grant();
  const { accessKey, secretKey } = objects.keyOf('postgresql');
  const sidecar = at(store, 'spec.instanceSidecarConfiguration.env') as { name: string; value: string }[];
  barman = await barmanFor(
    {
      ...(at(store, 'spec.configuration') as unknown as StoreConfiguration),
      endpointURL: objects.endpoint,
    },
    server,
    {
      AWS_ACCESS_KEY_ID: accessKey,
      AWS_SECRET_ACCESS_KEY: secretKey,
      ...Object.fromEntries(sidecar.map(({ name, value }) => [name, value])),
    },
  );

  const before = await startPostgres({ settings: barman.archiving });
  const client = await before.connect('postgres', superuser);
  await client.query('CREATE TABLE drill (name text)');
  await client.query(`INSERT INTO drill VALUES ('in the base backup')`);
  await barman.backup('drill', {
    PGHOST: before.host,
    PGPORT: String(before.port),
    PGPASSWORD: superuser.password,
  });
  await client.query(`INSERT INTO drill VALUES ('only in the WAL')`);
  const { now } = (await client.query<{ now: string }>('SELECT clock_timestamp()::text AS now')).rows[0] ?? {
    now: '',
  };
  moment = now;
  await client.query(`DELETE FROM drill WHERE name = 'in the base backup'`);
  await client.query(`INSERT INTO drill VALUES ('after the mistake')`);
  await archived(client);
  await before.stop();
  rmSync(before.data, { recursive: true });
});

/** What a cluster finds that comes up with the only backup that there is. */
async function broughtBack(target: Readonly<Record<string, string>>): Promise<Client> {
  const [backup] = await barman.list();
  const data = join(temporaryFolder(), 'data');
  await barman.restore(String(backup?.backup_id), data);
  rmSync(join(data, 'of-this-test.conf'));
  const settings = { ...barman.restoring, recovery_target_action: 'promote', ...target };
  giveToNobody(join(data, '..'));
  const after = await startPostgres({ data, settings, recovers: true });
  const client = await after.connect('postgres', superuser);
  const recovering = 'SELECT pg_is_in_recovery() AS yes';
  while ((await client.query<{ yes: boolean }>(recovering)).rows[0]?.yes)
    await new Promise((resolve) => setTimeout(resolve, 50));
  return client;
}

describe('PostgreSQL that was lost', () => {
  test('comes back with everything that was archived, also with what was only in the WAL', async () => {
    const client = await broughtBack({});
    expect(await rows(client)).toEqual(['after the mistake', 'only in the WAL']);
  });

  test('comes back as it was a moment before a mistake', async () => {
    const client = await broughtBack({ recovery_target_time: `'${moment}'` });
    expect(await rows(client)).toEqual(['in the base backup', 'only in the WAL']);
  });

  test('keeps the backup that its retention needs', async () => {
    await barman.clean(String(at(store, 'spec.retentionPolicy')));
    const left = await barman.list();
    expect(left.map(({ status }) => status)).toEqual(['DONE']);
  });
});
