/** A database of the platform, owned by a login role of the same name. */
export interface DatabaseEntry {
  /** Name in SQL. */
  readonly name: string;
  /** Extensions that only a superuser may create; the operator does it, so that no application has to be one. */
  readonly extensions?: readonly string[];
}

/** Every database, by its name in code. An app that needs another one adds a line here and reads it with `of`. */
export const databases = {
  obsrv: { name: 'obsrv', extensions: ['pgcrypto'] },
  druidRaw: { name: 'druid_raw' },
  superset: { name: 'superset' },
  hms: { name: 'hms' },
  keycloak: { name: 'keycloak' },
} as const satisfies Readonly<Record<string, DatabaseEntry>>;

/**
 * Logins of programs that share a database with others: they own nothing, and `R__rights.sql` of its migrations says what
 * they may do. A program that is not here logs in as the owner.
 */
export const programs = {
  pipeline: { name: 'pipeline' },
  datasetApi: { name: 'dataset_api' },
  commandApi: { name: 'command_api' },
  webConsole: { name: 'web_console' },
  connectors: { name: 'connectors' },
} as const;

/** Name of the secret of a login; names of secrets take no underscore. */
export const secretOf = ({ name }: Pick<DatabaseEntry, 'name'>): string => name.replaceAll('_', '-');

/** One value for each database, under the same key. */
export function eachDatabase<Value>(
  of: (entry: DatabaseEntry) => Value,
): Readonly<Record<keyof typeof databases, Value>> {
  const entries = Object.entries(databases).map(([key, entry]) => [key, of(entry)]);
  return Object.fromEntries(entries);
}
