// The middle of a dataset's way: one row of the registry, written and read by the logins that are rendered for the
// programs, on a real PostgreSQL with the migrations and roles of the platform.

import { beforeAll, expect, test } from 'vitest';
import { parse } from 'yaml';
import { containers, one, type RenderedSample, renderedSamplesOf, variables } from '#testing';
import { commandApi } from './apis/command-api.ts';
import { datasetApi } from './apis/dataset-api.ts';
import { unifiedPipeline } from './processing/unified-pipeline.ts';
import { fileOf, settingsOf } from './test/files.ts';
import { migrate } from './test/flyway.ts';
import { files, placeholders, type Registries, startRegistries } from './test/registry.ts';

const small = async (app: Parameters<typeof renderedSamplesOf>[0]): Promise<RenderedSample> => {
  const sample = (await renderedSamplesOf(app)).find(({ name }) => name === 'local-small');
  if (sample === undefined) throw new Error(`${app.name} is not in local-small`);
  return sample;
};
const [api, commands, pipeline] = await Promise.all([datasetApi, commandApi, unifiedPipeline].map(small));
const logins = {
  api: variables(containers([one(api?.manifests ?? [], 'Deployment')])[0]).postgres_username ?? '',
  commands: parse(fileOf(commands as RenderedSample, 'service_config.yml')).postgres.db_user as string,
  pipeline: settingsOf(pipeline as RenderedSample, 'baseconfig.conf')['postgres.user'] ?? '',
};

let registries: Registries;
const ask = async (who: keyof typeof logins, statement: string): Promise<Record<string, unknown>[]> =>
  (await (await registries.connect('obsrv', logins[who])).query(statement)).rows;

beforeAll(async () => {
  registries = await startRegistries();
  await migrate(await registries.fresh('obsrv'), { files, placeholders });
});

const id = 'trips';
const table = `${id}_events`;
const spec = JSON.stringify({ type: 'kafka', spec: { ioConfig: { topic: id } } });

test('a dataset is drafted, published, read by the pipeline, and asked for', async () => {
  await ask(
    'api',
    `INSERT INTO datasets_draft (id, dataset_id, type, name, router_config, dataset_config, status, version, api_version, entry_topic)
     VALUES ('${id}', '${id}', 'event', 'Trips', '{"topic":"${id}"}', '{}', 'Draft', 1, 'v2', 'ingest')`,
  );
  await ask('api', `UPDATE datasets_draft SET status = 'ReadyToPublish' WHERE id = '${id}'`);
  await ask(
    'api',
    `INSERT INTO datasources_draft (id, datasource, dataset_id, ingestion_spec, datasource_ref, type, status)
     VALUES ('${table}', '${table}', '${id}', '${spec}', '${table}', 'druid', 'Draft')`,
  );

  const [draft] = await ask(
    'commands',
    `SELECT router_config FROM datasets_draft WHERE dataset_id = '${id}' AND status = 'ReadyToPublish'`,
  );
  expect(draft?.router_config).toEqual({ topic: id });
  // Published a second time, it is brought up to date.
  for (const version of [1, 2])
    await ask(
      'commands',
      `INSERT INTO datasets (id, dataset_id, type, name, router_config, dataset_config, data_version, status, api_version, entry_topic)
       SELECT id, dataset_id, type, name, router_config, dataset_config, ${version}, 'Live', api_version, entry_topic
       FROM datasets_draft WHERE dataset_id = '${id}'
       ON CONFLICT (id) DO UPDATE SET data_version = ${version}, status = 'Live'`,
    );
  await ask('commands', `DELETE FROM dataset_transformations WHERE dataset_id = '${id}'`);
  await ask(
    'commands',
    `INSERT INTO datasources (id, datasource, dataset_id, ingestion_spec, datasource_ref, type, status, is_primary)
     SELECT id, datasource, '${id}', ingestion_spec, datasource_ref, type, 'Live', true FROM datasources_draft
     ON CONFLICT (id) DO UPDATE SET status = 'Live'`,
  );
  const [source] = await ask(
    'commands',
    `SELECT s.ingestion_spec, d.type FROM datasources s, datasets d WHERE s.dataset_id = d.id AND d.id = '${id}'`,
  );
  expect(source).toEqual({ ingestion_spec: JSON.parse(spec), type: 'event' });
  for (const drafts of [
    'datasources_draft',
    'dataset_transformations_draft',
    'dataset_source_config_draft',
    'datasets_draft',
  ])
    await ask('commands', `DELETE FROM ${drafts}`);

  const live = `SELECT router_config, data_version, entry_topic FROM datasets WHERE status = 'Live'`;
  expect(await ask('pipeline', live)).toEqual([
    { router_config: { topic: id }, data_version: 2, entry_topic: 'ingest' },
  ]);
  await ask('pipeline', 'SELECT * FROM dataset_transformations');
  await ask('pipeline', 'SELECT * FROM system_settings');

  const asked = `SELECT datasource_ref FROM datasources WHERE dataset_id = '${id}' AND type = 'druid'`;
  expect(await ask('api', asked)).toEqual([{ datasource_ref: table }]);
  expect(await ask('api', 'SELECT * FROM datasets_draft')).toEqual([]);
});

test('whoever runs the dataset does not publish it, and whoever publishes it drafts none', async () => {
  const refused = /permission denied/;
  await expect(ask('pipeline', `UPDATE datasets SET status = 'Retired'`)).rejects.toThrow(refused);
  await expect(
    ask('commands', `INSERT INTO datasets_draft (id, type, status) VALUES ('a', 'event', 'Draft')`),
  ).rejects.toThrow(refused);
});
