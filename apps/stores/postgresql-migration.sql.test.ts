import type { Client } from 'pg';
import { beforeAll, describe, expect, test } from 'vitest';
import { bySize, one, rendered } from '#testing';
import { type Migrations, migrate } from '../test/flyway.ts';
import { type Postgres, startPostgres, superuser } from '../test/postgres.ts';
import { postgresql } from './postgresql.ts';
import { postgresqlMigration } from './postgresql-migration.ts';

/** What the operator and Flyway are given in a small environment; the values of secrets are made up here. */
const [server0] = await bySize(postgresql);
const [migration] = await bySize(postgresqlMigration);
const { manifests } = await rendered(server0 as never);
const database = one(manifests, 'Database', 'obsrv').object.spec as unknown as {
  name: string;
  owner: string;
  extensions: { name: string; schema: string }[];
};
const roles = manifests.flatMap(({ kind, object }) =>
  kind === 'DatabaseRole' ? [object.spec as Record<string, unknown> & { name: string }] : [],
);
const files = one((await rendered(migration as never)).manifests, 'ConfigMap').object.data as Record<
  string,
  string
>;
const placeholders = {
  encryption_key: `it's 32 $1 "characters" \\ no less`,
  console_user: 'obsrv_admin',
  console_password: "O'Brien $2b$ \\",
  console_email: 'admin@obsrv.example.org',
};
const ours: Migrations = { files, placeholders };
const password = 'of the owner';

let server: Postgres;
let admin: Client;

/** Roles with the rights that the operator gives them, and nothing of what a superuser has. */
beforeAll(async () => {
  server = await startPostgres();
  admin = await server.connect('postgres', superuser);
  for (const { name, ...rights } of roles) {
    const options = ['login', 'superuser', 'createdb', 'createrole', 'replication', 'bypassrls'].map(
      (right) => (rights[right] === true ? right : `no${right}`),
    );
    await admin.query(`CREATE ROLE ${name} ${options.join(' ')} PASSWORD '${password}'`);
  }
});

/** A new database as the operator leaves it, and a session of its owner. */
async function freshDatabase(name: string): Promise<Client> {
  await admin.query(`CREATE DATABASE ${name} OWNER ${database.owner}`);
  const inside = await server.connect(name, superuser);
  for (const extension of database.extensions)
    await inside.query(`CREATE EXTENSION ${extension.name} SCHEMA ${extension.schema}`);
  return server.connect(name, { user: database.owner, password });
}

const ask = async (client: Client, query: string): Promise<unknown[]> => (await client.query(query)).rows;
const tables = 'SELECT tablename, tableowner FROM pg_tables WHERE schemaname = $$public$$ ORDER BY 1';

describe('the registry', () => {
  let owner: Client;
  beforeAll(async () => {
    owner = await freshDatabase('obsrv');
  });

  test('comes up in a new database, by its owner, who then owns all of it', async () => {
    expect(await migrate(owner, ours)).toEqual([
      'V1__registry.sql',
      'R__console_owner.sql',
      'R__encryption_key.sql',
    ]);
    const found = (await owner.query<{ tablename: string; tableowner: string }>(tables)).rows;
    expect(found.map(({ tablename }) => tablename)).toEqual(
      expect.arrayContaining([
        'connector_registry',
        'datasets',
        'datasets_draft',
        'datasources',
        'system_settings',
      ]),
    );
    expect(new Set(found.map(({ tableowner }) => tableowner))).toEqual(new Set(['obsrv']));
  });

  test('takes secrets as they are, whatever characters are in them', async () => {
    const key = `SELECT value FROM system_settings WHERE key = 'encryptionSecretKey'`;
    expect(await ask(owner, key)).toEqual([{ value: placeholders.encryption_key }]);
    const { rows } = await owner.query(
      'SELECT user_name, is_owner, password = crypt($1, password) AS opens, password = $1 AS plain FROM oauth_users',
      [placeholders.console_password],
    );
    expect(rows).toEqual([{ user_name: 'obsrv_admin', is_owner: true, opens: true, plain: false }]);
  });

  test('does nothing the second time', async () => {
    expect(await migrate(owner, ours)).toEqual([]);
  });

  test('follows a key that changed in the store, and touches no version for it', async () => {
    const rotated = { ...placeholders, encryption_key: 'another key of 32 characters ...' };
    expect(await migrate(owner, { files, placeholders: rotated })).toEqual(['R__encryption_key.sql']);
    const settings = await ask(owner, 'SELECT key, value FROM system_settings ORDER BY key');
    expect(settings).toContainEqual({ key: 'encryptionSecretKey', value: rotated.encryption_key });
    expect(settings).toHaveLength(4);
  });

  test('leaves alone a password that was changed in the console, and a setting that was changed by hand', async () => {
    await owner.query(`UPDATE oauth_users SET password = 'of the user'`);
    await owner.query(`UPDATE system_settings SET value = '5' WHERE key = 'maxEventSize'`);
    const changed = {
      encryption_key: placeholders.encryption_key,
      console_user: 'other_admin',
      console_password: 'new in the store',
      console_email: 'other@example.org',
    };
    expect(await migrate(owner, { files, placeholders: changed })).toContain('R__console_owner.sql');
    expect(await ask(owner, 'SELECT password FROM oauth_users')).toEqual([{ password: 'of the user' }]);
    const size = `SELECT value FROM system_settings WHERE key = 'maxEventSize'`;
    expect(await ask(owner, size)).toEqual([{ value: '5' }]);
  });

  const dataset = `INSERT INTO datasets (id, type, router_config, dataset_config, status) VALUES
    ('d1', 'event', '{}', '{}', 'Live')`;
  const source = `INSERT INTO datasources (id, datasource, dataset_id, ingestion_spec, datasource_ref, status) VALUES
    ('s1', 's', 'd1', '{}', 'r', 'Live')`;

  test.each([
    ['a source of no dataset', source, 'datasources_dataset_id_fkey'],
    ['a dataset without routes', dataset.replaceAll("'{}', '{}'", "NULL, '{}'"), 'router_config'],
    [
      'two drafts of one version',
      `INSERT INTO datasets_draft (id, dataset_id, type, status) VALUES ('a', 'd', 't', 's'), ('b', 'd', 't', 's')`,
      'datasets_draft_dataset_id_version_key',
    ],
    [
      'a second user of one name',
      `INSERT INTO oauth_users (id, user_name) VALUES ('x', 'obsrv_admin')`,
      'oauth_users_user_name_key',
    ],
  ])('refuses %s', async (_, statement, constraint) => {
    await expect(owner.query(statement)).rejects.toThrow(constraint);
  });

  test('keeps what belongs to a dataset from outliving it', async () => {
    await owner.query(dataset);
    await owner.query(source);
    await expect(owner.query('DELETE FROM datasets')).rejects.toThrow('datasources_dataset_id_fkey');
  });
});

test('a migration that breaks leaves nothing behind, and runs whole once it is repaired', async () => {
  const owner = await freshDatabase('broken');
  const broken = { ...files, 'V1__registry.sql': `${files['V1__registry.sql']}\nSELECT no_such_thing();` };
  await expect(migrate(owner, { files: broken, placeholders })).rejects.toThrow('no_such_thing');
  expect(await ask(owner, tables)).toEqual([{ tablename: 'flyway_schema_history', tableowner: 'obsrv' }]);
  expect(await ask(owner, `SELECT relname FROM pg_class WHERE relname = 'redis_db_index'`)).toEqual([]);
  expect(await migrate(owner, ours)).toHaveLength(3);
});

describe('the owner of a database', () => {
  test.each([
    ['make a role', 'CREATE ROLE other'],
    ['make a database', 'CREATE DATABASE other'],
    ['read passwords of roles', 'SELECT rolpassword FROM pg_authid'],
    ['read files of the server', `SELECT pg_read_file('postgresql.conf')`],
    ['run programs on the server', `COPY (SELECT 1) TO PROGRAM 'true'`],
    ['make an extension that needs a superuser', 'CREATE EXTENSION dblink'],
  ])('may not %s', async (_, statement) => {
    const owner = await server.connect('postgres', { user: database.owner, password });
    await expect(owner.query(statement)).rejects.toThrow(/permission denied|must be superuser/);
  });

  test.each(roles.filter(({ name }) => name !== database.owner).map(({ name }) => name))(
    'is no other: %s reads and writes nothing of the registry',
    async (user) => {
      const stranger = await server.connect('obsrv', { user, password });
      await expect(stranger.query('SELECT value FROM system_settings')).rejects.toThrow('permission denied');
      await expect(stranger.query('CREATE TABLE mine (id text)')).rejects.toThrow('permission denied');
    },
  );
});
