import { beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { at, one, rendered, samplesOf } from '#testing';
import { type Postgres, startPostgres, superuser } from '../test/postgres.ts';
import { postgresql } from './postgresql.ts';

interface Query {
  readonly query: string;
  readonly target_databases?: readonly string[];
  readonly metrics: readonly Record<string, { readonly usage: string; readonly description: string }>[];
}

const [sample] = await samplesOf(postgresql);
const { manifests } = await rendered(sample as never);
const [{ name = '', key = '' } = {}] = at(
  one(manifests, 'Cluster'),
  'spec.monitoring.customQueriesConfigMap',
) as { name: string; key: string }[];
const queries = parse(String(at(one(manifests, 'ConfigMap', name), `data|${key}`))) as Record<string, Query>;
const exporter = { user: 'exporter', password: 'only-for-this-test' };

let server: Postgres;

beforeAll(async () => {
  server = await startPostgres();
  const session = await server.connect('postgres', superuser);
  await session.query(
    `CREATE ROLE ${exporter.user} LOGIN PASSWORD '${exporter.password}' CONNECTION LIMIT 10`,
  );
  await session.query(`GRANT pg_monitor TO ${exporter.user}`);
  await session.query('CREATE DATABASE registry');
  const inside = await server.connect('registry', superuser);
  await inside.query('CREATE TABLE datasets AS SELECT generate_series(1, 100) AS id');
  await inside.query('ANALYZE');
});

describe.each(Object.entries(queries))('what the exporter asks as %s', (_, { query, metrics, ...rest }) => {
  const columns = metrics.flatMap((metric) => Object.keys(metric));
  const labels = metrics.flatMap((metric) =>
    Object.entries(metric).flatMap(([column, { usage }]) => (usage === 'LABEL' ? [column] : [])),
  );

  test('is answered with these columns, to who may only monitor: labels as text, all else as numbers', async () => {
    const database = rest.target_databases ? 'registry' : 'postgres';
    const session = await server.connect(database, exporter);
    const { fields, rows } = await session.query(query);
    expect(fields.map((field) => field.name)).toEqual(columns);
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows as Record<string, unknown>[])
      for (const column of columns.filter((named) => !labels.includes(named)))
        expect([column, Number.isFinite(Number(row[column]))]).toEqual([column, true]);
    const series = (rows as Record<string, unknown>[]).map((row) =>
      labels.map((label) => row[label]).join('/'),
    );
    expect(new Set(series).size).toBe(series.length);
  });
});

test('how many connections a login has is seen', async () => {
  const sessions = [await server.connect('postgres', exporter), await server.connect('postgres', exporter)];
  const { rows } = await (sessions[0] as (typeof sessions)[number]).query(
    queries.role_connections?.query ?? '',
  );
  const [own] = (rows as { role: string; used: string; limit: number }[]).filter(
    ({ role }) => role === exporter.user,
  );
  expect(own?.limit).toBe(10);
  expect(Number(own?.used)).toBeGreaterThanOrEqual(2);
});
