import type { Client } from 'pg';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Migrations, migrate } from '../test/flyway.ts';
import {
  files,
  owner as ownerOfRegistry,
  placeholders,
  type Registries,
  roles,
  startRegistries,
} from '../test/registry.ts';
import { schemaOf } from '../test/schema.ts';
import { programs } from './databases.ts';
import { masterDataDatabases } from './valkey-denorm.ts';

const ours: Migrations = { files, placeholders };

let registries: Registries;
beforeAll(async () => {
  registries = await startRegistries();
});

const ask = async (client: Client, query: string): Promise<unknown[]> => (await client.query(query)).rows;
const rights = `SELECT grantee, table_name, column_name, privilege_type
  FROM information_schema.column_privileges WHERE table_schema = 'public' ORDER BY 1, 2, 3, 4`;
const tables = 'SELECT tablename, tableowner FROM pg_tables WHERE schemaname = $$public$$ ORDER BY 1';

describe('the registry', () => {
  let owner: Client;
  beforeAll(async () => {
    owner = await registries.fresh('obsrv');
  });

  test('comes up in a new database, by its owner, who then owns all of it', async () => {
    expect(await migrate(owner, ours)).toEqual([
      'V1__registry.sql',
      'V2__as_programs_ask.sql',
      'R__cache_databases.sql',
      'R__console_owner.sql',
      'R__encryption_key.sql',
      'R__rights.sql',
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
      ...placeholders,
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
  const owner = await registries.fresh('broken');
  const broken = { ...files, 'V1__registry.sql': `${files['V1__registry.sql']}\nSELECT no_such_thing();` };
  await expect(migrate(owner, { files: broken, placeholders })).rejects.toThrow('no_such_thing');
  expect(await ask(owner, tables)).toEqual([{ tablename: 'flyway_schema_history', tableowner: 'obsrv' }]);
  expect(await ask(owner, `SELECT relname FROM pg_class WHERE relname = 'redis_db_index'`)).toEqual([]);
  expect(await migrate(owner, ours)).toHaveLength(Object.keys(files).length);
});

test('they lead to the same from every version that was ever run, and then have nothing to do', async () => {
  const whole = await registries.fresh('whole');
  await migrate(whole, ours);
  const versions = Object.keys(files)
    .filter((file) => file.startsWith('V'))
    .sort();
  expect(versions.length).toBeGreaterThan(1);
  for (const [i, version] of versions.entries()) {
    const owner = await registries.fresh(`from_${version.split('__')[0]?.toLowerCase()}`);
    const earlier = Object.fromEntries(versions.slice(0, i + 1).map((file) => [file, files[file] as string]));
    await migrate(owner, { files: earlier, placeholders });
    await migrate(owner, ours);
    expect(await schemaOf(owner)).toEqual(await schemaOf(whole));
    expect(await ask(owner, rights)).toEqual(await ask(whole, rights));
    expect(await migrate(owner, ours)).toEqual([]);
  }
});

describe('a program may do what it does, and no more:', () => {
  beforeAll(async () => {
    await migrate(await registries.fresh('shared'), ours);
  });
  const none = /permission denied|must be owner/;
  test.each<[string, string, string, RegExp | null]>([
    ['pipeline', 'read datasets', 'SELECT * FROM datasets', null],
    ['pipeline', 'read settings', 'SELECT * FROM system_settings', null],
    ['pipeline', 'say where data lies', `UPDATE datasources SET datasource_ref = 'r' WHERE id = 'x'`, null],
    [
      'pipeline',
      'count records',
      `UPDATE dataset_source_config SET connector_stats = '{}' WHERE id = 'x'`,
      null,
    ],
    ['pipeline', 'change a dataset', `UPDATE datasets SET status = 'Live'`, none],
    ['pipeline', 'change a specification', `UPDATE datasources SET ingestion_spec = '{}'`, none],
    ['pipeline', 'read who may log in', 'SELECT * FROM oauth_users', none],
    [
      'dataset_api',
      'publish a dataset',
      `INSERT INTO datasets (id, type, router_config, dataset_config, status) VALUES ('p', 'event', '{}', '{}', 'Live')`,
      null,
    ],
    ['dataset_api', 'delete a draft', 'DELETE FROM datasets_draft', null],
    ['dataset_api', 'keep a channel', 'SELECT * FROM "notificationChannel"', null],
    ['dataset_api', 'take the number of a database', `SELECT nextval('redis_db_index')`, null],
    ['dataset_api', 'read the key of settings', 'SELECT * FROM system_settings', none],
    ['dataset_api', 'read sessions', 'SELECT * FROM user_session', none],
    ['dataset_api', 'take tokens', 'SELECT * FROM oauth_access_tokens', none],
    ['dataset_api', 'rewrite the history of migrations', 'DELETE FROM flyway_schema_history', none],
    ['dataset_api', 'change a table', 'ALTER TABLE datasets ADD more text', none],
    ['dataset_api', 'make a table', 'CREATE TABLE mine (id text)', none],
    ['command_api', 'make a dataset live', `UPDATE datasets SET status = 'Live' WHERE id = 'x'`, null],
    ['command_api', 'delete a draft', 'DELETE FROM datasets_draft', null],
    [
      'command_api',
      'retire a connector',
      `UPDATE connector_registry SET status = 'Retired' WHERE id = 'x'`,
      null,
    ],
    ['command_api', 'delete a dataset', 'DELETE FROM datasets', none],
    ['command_api', 'read who may log in', 'SELECT * FROM oauth_users', none],
    ['command_api', 'read the key of settings', 'SELECT * FROM system_settings', none],
    ['web_console', 'end a session', `DELETE FROM user_session WHERE sid = 'x'`, null],
    ['web_console', 'change a role', `UPDATE oauth_users SET roles = '{}' WHERE id = 'x'`, null],
    ['web_console', 'read datasets', 'SELECT * FROM datasets', none],
    ['web_console', 'read the key of settings', 'SELECT * FROM system_settings', none],
    [
      'connectors',
      'write how far they came',
      `UPDATE connector_instances SET connector_state = '{}' WHERE id = 'x'`,
      null,
    ],
    [
      'connectors',
      'change how they are configured',
      `UPDATE connector_instances SET connector_config = ''`,
      none,
    ],
    ['connectors', 'read drafts', 'SELECT * FROM datasets_draft', none],
    ['connectors', 'read who may log in', 'SELECT * FROM oauth_users', none],
  ])('%s, to %s', async (user, _, statement, refused) => {
    const program = await registries.connect('shared', user);
    if (refused === null) await program.query(statement);
    else await expect(program.query(statement)).rejects.toThrow(refused);
  });
});

test('numbers of databases end where those of the cache do', async () => {
  const owner = await registries.fresh('numbered');
  await migrate(owner, ours);
  expect(await ask(owner, `SELECT nextval('redis_db_index')`)).toEqual([{ nextval: '3' }]);
  await owner.query(`SELECT setval('redis_db_index', ${masterDataDatabases - 1})`);
  await expect(owner.query(`SELECT nextval('redis_db_index')`)).rejects.toThrow('reached maximum value');
});

test('templates and connectors that were there before stay as they were written', async () => {
  const owner = await registries.fresh('older');
  const { 'V1__registry.sql': first } = files;
  await migrate(owner, { files: { 'V1__registry.sql': first as string }, placeholders });
  await owner.query(
    `INSERT INTO query_templates (template_id, template_name, query, query_type) VALUES
      ('a', 'a', '{"b":  "{{DATASET}}"}', 'json'), ('c', 'c', '"SELECT 1"', 'sql')`,
  );
  await owner.query(
    `INSERT INTO connector_registry (id, connector_id, name, type, category, version, technology, runtime, licence,
      owner, "iconURL", status, source_url, source) VALUES
      ('k', 'k', 'k', 'source', 'c', '1', 't', 'r', 'l', 'o', 'data:', 'Live', 'u', '{}')`,
  );
  await migrate(owner, ours);
  expect(await ask(owner, 'SELECT query FROM query_templates ORDER BY template_id')).toEqual([
    { query: '{"b":  "{{DATASET}}"}' },
    { query: '"SELECT 1"' },
  ]);
  expect(await ask(owner, 'SELECT iconurl FROM connector_registry')).toEqual([{ iconurl: 'data:' }]);
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
    const owner = await registries.connect('postgres', ownerOfRegistry);
    await expect(owner.query(statement)).rejects.toThrow(/permission denied|must be superuser/);
  });

  const sharing: readonly string[] = [ownerOfRegistry, ...Object.values(programs).map(({ name }) => name)];

  test.each(roles.map(({ name }) => name).filter((name) => !sharing.includes(name)))(
    'is no other: %s reads and writes nothing of the registry',
    async (user) => {
      const stranger = await registries.connect('obsrv', user);
      await expect(stranger.query('SELECT value FROM system_settings')).rejects.toThrow('permission denied');
      await expect(stranger.query('CREATE TABLE mine (id text)')).rejects.toThrow('permission denied');
    },
  );
});
