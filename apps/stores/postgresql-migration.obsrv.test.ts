import { readFileSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import { parse } from 'yaml';
import { migrate } from '../test/flyway.ts';
import { files, placeholders, type Registries, startRegistries } from '../test/registry.ts';
import { columnOf, differences, type Schema, schemaOf } from '../test/schema.ts';

interface Difference {
  readonly difference: string;
  /** Why no program notices. */
  readonly harmless: string;
  readonly places: readonly string[];
}

const obsrv = parse(readFileSync(new URL('registry-of-obsrv.yaml', import.meta.url), 'utf8')) as Schema & {
  rows: Record<string, object[]>;
  differences: Difference[];
};

let registries: Registries;
beforeAll(async () => {
  registries = await startRegistries();
  await migrate(await registries.fresh('obsrv'), { files, placeholders });
});

test('our tables are those of Obsrv, but for differences that are known and harmless', async () => {
  const found = differences(await schemaOf(await registries.asSuperuser('obsrv')), obsrv);
  const known = obsrv.differences.map(({ difference, places }) => [difference, places]);
  expect(found).toEqual(Object.fromEntries(known));
  expect(obsrv.differences.filter(({ harmless }) => !harmless)).toEqual([]);
});

test('settings that every program reads are there, as Obsrv has them', async () => {
  const session = await registries.asSuperuser('obsrv');
  const { rows } = await session.query('SELECT key, value, category, valuetype FROM system_settings');
  expect(rows).toEqual(expect.arrayContaining(obsrv.rows.system_settings ?? []));
});

/** What a program may write into a column of each type; text that is no JSON shows a column that is JSON. */
const samples: Readonly<Record<string, string>> = {
  text: `'{{no json'`,
  'character varying': `'{{no json'`,
  'character varying(255)': `'{{no json'`,
  'text[]': `'{a,b}'`,
  json: `'{"a": 1}'`,
  boolean: 'true',
  integer: '7',
  'timestamp without time zone': 'now()',
  'timestamp(6) without time zone': 'now()',
  'timestamp with time zone': 'now()',
};

test.each(Object.entries(obsrv.tables))(
  '%s takes every row that the same table of Obsrv takes',
  async (table, { columns }) => {
    const session = await registries.asSuperuser('obsrv');
    // Foreign keys are the same, and would ask for other rows first.
    await session.query('SET session_replication_role = replica');
    const described = Object.entries(columns).map(([name, text]) => ({ name, ...columnOf(text) }));
    const sample = ({ type }: (typeof described)[number]) => samples[type] ?? `no sample of ${type}`;
    const insert = async (row: readonly (readonly [name: string, value: string])[]): Promise<string[]> => {
      const names = row.map(([name]) => `"${name}"`).join(', ');
      const values = row.map(([, value]) => value).join(', ');
      await session.query('BEGIN');
      await session.query(`INSERT INTO "${table}" (${names}) VALUES (${values})`);
      const { fields } = await session.query(`SELECT ${names} FROM "${table}"`);
      await session.query('ROLLBACK');
      return fields.map(({ name }) => name);
    };
    const named = described.map(({ name }) => name);
    expect(await insert(described.map((column) => [column.name, sample(column)]))).toEqual(named);
    const least = described.map(
      (column) => [column.name, column.required ? sample(column) : 'NULL'] as const,
    );
    expect(await insert(least)).toEqual(named);
    const shortest = described.filter((column) => column.required && column.default === undefined);
    expect(await insert(shortest.map((column) => [column.name, sample(column)]))).not.toEqual([]);
  },
);
