// A dataset's way through the platform, name by name: published by the API, on topics, in the registry, through the
// pipeline, in Druid and the lakehouse, and asked for. Each test holds two apps against each other as both are rendered.

import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { App } from '#generator';
import {
  all,
  at,
  containers,
  hasChart,
  type Manifest,
  one,
  type Plain,
  type PlainObject,
  type RenderedSample,
  renderedSamplesOf,
  variables,
} from '#testing';
import { commandApi } from './apis/command-api.ts';
import { connectors } from './apis/connectors.ts';
import { datasetApi } from './apis/dataset-api.ts';
import { supersetSetup } from './apis/superset-setup.ts';
import { cacheIndexer } from './processing/cache-indexer.ts';
import { lakehouseConnector } from './processing/lakehouse-connector.ts';
import { submitIngestion } from './processing/submit-ingestion.ts';
import { trino } from './processing/trino.ts';
import { unifiedPipeline } from './processing/unified-pipeline.ts';
import { druid } from './stores/druid.ts';
import { hms } from './stores/hms.ts';
import { kafka } from './stores/kafka.ts';
import { postgresql } from './stores/postgresql.ts';
import { addressesIn, letsIn } from './test/addresses.ts';
import { fileOf, settingsOf } from './test/files.ts';

const stations = [
  ...[commandApi, connectors, datasetApi, supersetSetup, cacheIndexer, lakehouseConnector, submitIngestion],
  ...[unifiedPipeline, druid, hms, kafka, postgresql],
  ...((await hasChart(trino)) ? [trino] : []),
];
const rendered = new Map<string, readonly RenderedSample[]>(
  await Promise.all(stations.map(async (app) => [app.name, await renderedSamplesOf(app)] as const)),
);

/** A station in one environment; `undefined` where the environment is without it. */
const station = (app: App, environment: string): RenderedSample | undefined =>
  rendered.get(app.name)?.find(({ name }) => name === environment);

function found(app: App, environment: string): RenderedSample {
  const sample = station(app, environment);
  if (sample === undefined) throw new Error(`${app.name} is not in ${environment}`);
  return sample;
}

const addressesOf = ({ manifests, app }: RenderedSample) => addressesIn(manifests, app.namespace);
const given = ({ manifests }: RenderedSample, kind: string) =>
  variables(containers([one(manifests, kind)])[0]);

/** A connection of Superset, by its name there. */
function sourceOf(setup: RenderedSample, source: string): URL {
  const sources = JSON.parse(fileOf(setup, 'sources.json')) as { name: string; url: string }[];
  return new URL(sources.find(({ name }) => name === source)?.url ?? '');
}

const topicsIn = (manifests: readonly Manifest[]): string[] =>
  all(manifests, 'KafkaTopic').map((topic) => String(at(topic, 'spec.topicName') ?? topic.name));

/** What the API writes into every dataset as the topic for its events; a constant of its sources. */
const entryTopic = 'ingest';
/** Where the command API takes commands about datasets, which the API knows by heart. */
const commandPath = '/system/v1/dataset/command';
/** The table that the API asks how datasets fare; a constant of its sources. */
const systemTable = 'system-events';
const supervisorPath = '/druid/indexer/v1/supervisor';

const environments = (rendered.get(datasetApi.name) ?? []).map(({ name }) => name);

describe.each(environments)('a dataset on %s', (environment) => {
  const api = found(datasetApi, environment);
  const told = given(api, 'Deployment');
  const commands = found(commandApi, environment);
  const settings = parse(fileOf(commands, 'service_config.yml')) as Record<string, PlainObject>;
  const pipeline = found(unifiedPipeline, environment);
  const broker = found(kafka, environment);
  const columns = found(druid, environment);
  const jobs = [
    pipeline,
    station(cacheIndexer, environment),
    station(lakehouseConnector, environment),
  ].flatMap((job) => job ?? []);

  test('is published by the command API, which the API finds and is let in to', () => {
    const address = `${told.command_service_host?.replace('http://', '')}:${told.command_service_port}`;
    expect(addressesOf(commands)).toContain(address);
    const paths = JSON.parse(told.command_service_paths ?? `{"dataset":"${commandPath}"}`);
    expect(paths.dataset).toBe(commandPath);
    const ingress = at(one(commands.manifests, 'NetworkPolicy', 'command-api'), 'spec.ingress');
    expect((ingress as PlainObject[]).some(({ from }) => letsIn(from, api))).toBe(true);
  });

  test('is one row for all: one database, and a login for each, all of which are made', () => {
    const { postgres } = settings;
    const base = jobs.map((job) => settingsOf(job, 'baseconfig.conf'));
    const registries = [
      [told.postgres_host, told.postgres_port, told.postgres_database],
      [postgres?.db_host, postgres?.db_port, postgres?.database],
      ...base.map((job) => [job['postgres.host'], job['postgres.port'], job['postgres.database']]),
    ];
    expect(new Set(registries.map((registry) => registry.join(' '))).size).toBe(1);
    const server = found(postgresql, environment);
    expect(addressesOf(server)).toContain(`${told.postgres_host}:${told.postgres_port}`);
    const made = (kind: string) => all(server.manifests, kind).map((object) => at(object, 'spec.name'));
    expect(made('Database')).toContain(told.postgres_database);
    const logins = [told.postgres_username, postgres?.db_user, ...base.map((job) => job['postgres.user'])];
    for (const login of logins) expect(made('DatabaseRole')).toContain(login);
    expect(told.postgres_username).not.toBe(postgres?.db_user);
  });

  test('gets a topic of its own, on brokers that take it, with as many copies as the others', () => {
    const { brokers, replication_factor, no_of_partitions } = settings.kafka ?? {};
    expect(addressesOf(broker)).toContain(brokers);
    const cluster = one(broker.manifests, 'Kafka');
    const listener = (at(cluster, 'spec.kafka.listeners') as PlainObject[]).find(({ port }) =>
      String(brokers).endsWith(`:${port}`),
    );
    // Whoever comes without a login may make topics, and only whom the listener names comes.
    expect([listener?.tls, listener?.authentication]).toEqual([false, undefined]);
    expect(at(cluster, 'spec.kafka.authorization.superUsers')).toContain('ANONYMOUS');
    for (const client of [commands, api, pipeline, columns])
      expect(letsIn(listener?.networkPolicyPeers, client), client.app.name).toBe(true);
    const config = (key: string) => Number(at(cluster, `spec.kafka.config|${key}`));
    expect(replication_factor).toBe(config('default.replication.factor'));
    expect(replication_factor).toBeGreaterThanOrEqual(config('min.insync.replicas'));
    expect(no_of_partitions).toBeGreaterThanOrEqual(1);
  });

  test('has its events on topics that exist and that the jobs read', () => {
    const topics = topicsIn(broker.manifests);
    const kafkaOf = (job: RenderedSample) => settingsOf(job, 'job.conf');
    expect(`${told.kafka_host}:${told.kafka_port}`).toBe(settings.kafka?.brokers);
    expect(kafkaOf(pipeline)['kafka.input.topic']).toBe(entryTopic);
    for (const job of jobs) {
      const mine = kafkaOf(job);
      expect(mine['kafka.consumer.broker-servers']).toBe(settings.kafka?.brokers);
      const named = Object.entries(mine).filter(([key]) => /^kafka\..*topic$/.test(key));
      for (const [key, topic] of named) expect(topics, `${job.app.name}: ${key}`).toContain(topic);
    }
  });

  test('may be fed by connectors, which find the brokers, the registry and their archives', () => {
    const sample = found(connectors, environment);
    expect(settings.connector_jobs).toMatchObject({
      flink: { namespace: sample.app.namespace },
      spark: { namespace: sample.app.namespace },
    });
    const python = parse(fileOf(sample, 'connectors-python-config.yaml')) as Plain;
    const scala = JSON.parse(fileOf(sample, 'connectors-scala-config.conf')) as Plain;
    const brokers = [at(python, 'kafka.broker-servers'), at(scala, 'kafka.producer.broker-servers')];
    expect(brokers).toEqual([settings.kafka?.brokers, settings.kafka?.brokers]);
    expect([at(python, 'postgres.host'), at(scala, 'postgres.host')]).toEqual([
      told.postgres_host,
      told.postgres_host,
    ]);
    expect([at(python, 'postgres.dbname'), at(scala, 'postgres.database')]).toEqual([
      told.postgres_database,
      told.postgres_database,
    ]);
    const topics = topicsIn(broker.manifests);
    for (const topic of ['connector-metrics-topic', 'failed-topic'])
      expect(topics).toContain(at(python, `kafka.${topic}`));
    expect(topics).toContain(at(scala, 'kafka.output.connector.failed.topic'));
    expect(topics).toContain(at(scala, 'kafka.output.connector.metric.topic'));
    expect(addressesOf(api)).toContain(String(at(python, 'dataset_api.host')).replace('http://', ''));
  });

  test('restarts the jobs that read the registry once, and no others', () => {
    const { flink = {} } = settings;
    const restarted = (flink.jobs as { release_name: string }[]).map(({ release_name }) => release_name);
    const deployed = jobs.map(({ manifests }) => one(manifests, 'FlinkDeployment').name);
    expect(restarted.sort()).toEqual(deployed.sort());
    expect(new Set(jobs.map(({ app }) => app.namespace))).toEqual(new Set([flink.namespace]));
  });

  test('is a supervisor of Druid, at the address and with the login that the system tables use', () => {
    const { router_host, router_port, supervisor_endpoint, username } = settings.druid ?? {};
    const url = `${router_host}:${router_port}/druid/${supervisor_endpoint}`;
    expect(new URL(url).pathname).toBe(supervisorPath);
    expect(addressesOf(columns)).toContain(new URL(url).host);
    const system = station(submitIngestion, environment);
    if (system) {
      const { SUPERVISORS, DRUID_USER } = given(system, 'Job');
      expect([url, username]).toEqual([SUPERVISORS, DRUID_USER]);
      const spec = JSON.parse(fileOf(system, `${systemTable}.json`)) as Plain;
      expect(at(spec, 'spec.dataSchema.dataSource')).toBe(systemTable);
      // It has no row in the registry, and may be asked for all the same.
      expect(told.exclude_datasource_validation?.split(',')).toContain(systemTable);
    }
    expect([told.druid_username, told.druid_password]).toEqual([
      username,
      expect.stringMatching(/druid-admin/),
    ]);
  });

  test('is asked for by the API and by Superset, in the same Druid', () => {
    expect(addressesOf(columns)).toContain(`${told.druid_host?.replace('http://', '')}:${told.druid_port}`);
    const setup = station(supersetSetup, environment);
    if (!setup) return;
    const url = sourceOf(setup, 'Druid');
    expect(addressesOf(columns)).toContain(url.host);
    expect(url.username).toBe(settings.druid?.username);
  });

  const tables = station(lakehouseConnector, environment);
  test.runIf(tables)('is in the lakehouse where the API says that it may be', () => {
    expect(JSON.parse(told.storage_types ?? '{}').lake_house).toBe(true);
    const metastore = settingsOf(tables as RenderedSample, 'job.conf')['hudi.hms.uri'];
    expect(addressesOf(found(hms, environment))).toContain(metastore?.replace('thrift://', ''));
  });

  const lake = station(trino, environment);
  test.runIf(tables && lake)('is asked for by Trino, with its metastore, and by Superset through it', () => {
    const { manifests } = lake as RenderedSample;
    const catalogs = all(manifests, 'ConfigMap').flatMap(({ object }) =>
      Object.entries((object.data ?? {}) as Record<string, string>).filter(([, text]) =>
        text.includes('connector.name=hudi'),
      ),
    );
    expect(catalogs).toHaveLength(1);
    const [file = '', text = ''] = catalogs[0] ?? [];
    const metastore = settingsOf(tables as RenderedSample, 'job.conf')['hudi.hms.uri'];
    expect(text).toContain(`hive.metastore.uri=${metastore}`);
    const setup = station(supersetSetup, environment);
    if (!setup) return;
    const url = sourceOf(setup, 'Trino');
    expect(addressesOf(lake as RenderedSample)).toContain(url.host);
    expect(file).toBe(`${url.pathname.slice(1)}.properties`);
  });
});
