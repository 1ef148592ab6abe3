import type { Client } from 'pg';

/** What programs meet in a database. */
export interface Schema {
  readonly tables: Readonly<Record<string, Table>>;
  /** By name: its type, first number, step and last number. */
  readonly sequences: Readonly<Record<string, string>>;
}

interface Table {
  /** As they would be declared, in the words that PostgreSQL has for it: `text not null default 'SYSTEM'::text`. */
  readonly columns: Readonly<Record<string, string>>;
  /** Primary, unique and foreign keys, checks, and indexes that are none of these; without their names. */
  readonly keys: readonly string[];
}

interface Row {
  readonly table: string;
  readonly name: string;
  readonly text: string;
}

const columns = `
  SELECT c.relname AS table, a.attname AS name, concat(
    format_type(a.atttypid, a.atttypmod),
    CASE WHEN a.attnotnull THEN ' not null' END,
    ' default ' || pg_get_expr(d.adbin, d.adrelid)) AS text
  FROM pg_class c
  JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
  LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
  WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'
  ORDER BY c.relname, a.attname`;

const keys = `
  SELECT conrelid::regclass::text AS table, conname AS name, pg_get_constraintdef(oid) AS text
  FROM pg_constraint WHERE connamespace = 'public'::regnamespace AND contype <> 'n'
  UNION ALL
  SELECT indrelid::regclass::text, '', regexp_replace(pg_get_indexdef(indexrelid), '^CREATE (UNIQUE )?INDEX .* USING', '\\1INDEX')
  FROM pg_index JOIN pg_class ON oid = indexrelid
  WHERE relnamespace = 'public'::regnamespace AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = indexrelid)
  ORDER BY 1, 3`;

const sequences = `
  SELECT '' AS table, sequencename AS name,
    format('%s from %s by %s to %s', data_type, start_value, increment_by, max_value) AS text
  FROM pg_sequences WHERE schemaname = 'public' ORDER BY 2`;

/** The schema `public` of a database, but for the table in which migrations are recorded. */
export async function schemaOf(client: Client): Promise<Schema> {
  const rows = async (query: string) => (await client.query<Row>(query)).rows;
  const ofColumns = (await rows(columns)).filter(({ table }) => table !== 'flyway_schema_history');
  const ofKeys = await rows(keys);
  const named = (found: readonly Row[]) => Object.fromEntries(found.map(({ name, text }) => [name, text]));
  return {
    tables: Object.fromEntries(
      [...new Set(ofColumns.map(({ table }) => table))].map((name) => [
        name,
        {
          columns: named(ofColumns.filter(({ table }) => table === name)),
          keys: ofKeys.filter(({ table }) => table.replaceAll('"', '') === name).map(({ text }) => text),
        },
      ]),
    ),
    sequences: named(await rows(sequences)),
  };
}

/** A column's parts, of what `schemaOf` says about it. */
export function columnOf(text: string): { type: string; required: boolean; default: string | undefined } {
  const [, type, required, value] = text.match(/^(.+?)( not null)?(?: default (.+))?$/) as RegExpMatchArray;
  return { type: type as string, required: required !== undefined, default: value };
}

/** Every way in which one schema is not as the other, with the places: `text instead of json` → `queries.text`. */
export function differences(ours: Schema, theirs: Schema): Record<string, string[]> {
  const found = [
    ...compared(sequencesAndKeys(ours), sequencesAndKeys(theirs), (a, b) =>
      a === b ? [] : [`${a} instead of ${b}`],
    ),
    ...compared(columnsOf(ours), columnsOf(theirs), (a, b) => columnDifferences(columnOf(a), columnOf(b))),
  ];
  const kinds = [...new Set(found.map(([kind]) => kind))].sort();
  return Object.fromEntries(
    kinds.map((kind) => [
      kind,
      found
        .filter(([other]) => other === kind)
        .map(([, place]) => place)
        .sort(),
    ]),
  );
}

type Column = ReturnType<typeof columnOf>;

function columnDifferences(ours: Column, theirs: Column): string[] {
  const value = (column: Column) => column.default ?? 'none';
  return [
    ...(ours.type === theirs.type ? [] : [`${ours.type} instead of ${theirs.type}`]),
    ...(ours.required === theirs.required ? [] : [ours.required ? 'never null' : 'may be null']),
    ...(value(ours) === value(theirs) ? [] : [`default ${value(ours)} instead of ${value(theirs)}`]),
  ];
}

function compared(
  ours: Readonly<Record<string, string>>,
  theirs: Readonly<Record<string, string>>,
  differ: (ours: string, theirs: string) => string[],
): [kind: string, place: string][] {
  return [...new Set([...Object.keys(ours), ...Object.keys(theirs)])].flatMap((place) => {
    const [a, b] = [ours[place], theirs[place]];
    const kinds = a === undefined ? ['not there'] : b === undefined ? ['only here'] : differ(a, b);
    return kinds.map((kind): [string, string] => [kind, place]);
  });
}

const columnsOf = ({ tables }: Schema): Record<string, string> =>
  Object.fromEntries(
    Object.entries(tables).flatMap(([table, { columns }]) =>
      Object.entries(columns).map(([name, text]) => [`${table}.${name}`, text]),
    ),
  );

const sequencesAndKeys = ({ tables, sequences }: Schema): Record<string, string> => ({
  ...sequences,
  ...Object.fromEntries(
    Object.entries(tables).flatMap(([table, { keys }]) => keys.map((key) => [`${table}: ${key}`, key])),
  ),
});
