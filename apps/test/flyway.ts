import { createHash } from 'node:crypto';
import type { Client } from 'pg';

/** Files of SQL by name, and what stands for `${name}` in them. */
export interface Migrations {
  readonly files: Readonly<Record<string, string>>;
  readonly placeholders: Readonly<Record<string, string>>;
}

/**
 * Does what `flyway migrate` does with such files, as far as these tests ask: versions in their order and once each,
 * then every repeatable one whose text has changed; each file in a transaction with its line of the history.
 * Placeholders are replaced before the checksum of a repeatable migration is made and after that of a version, and one
 * that follows a dollar is overlooked. It is not Flyway; but Flyway 11.20 was run on the same files, fresh, a second
 * time, with another key and with a broken version, and did the same. Returns the files that were applied.
 */
export async function migrate(client: Client, { files, placeholders }: Migrations): Promise<string[]> {
  await client.query('CREATE TABLE IF NOT EXISTS flyway_schema_history (script text, checksum text)');
  const applied: string[] = [];
  for (const script of Object.keys(files).sort(byTurn)) {
    const text = files[script] as string;
    const sql = replaced(text, placeholders);
    const repeatable = script.startsWith('R__');
    const checksum = createHash('sha256')
      .update(repeatable ? sql : text)
      .digest('hex');
    const history = 'SELECT checksum FROM flyway_schema_history WHERE script = $1 ORDER BY ctid DESC LIMIT 1';
    const known = (await client.query<{ checksum: string }>(history, [script])).rows[0]?.checksum;
    if (known === checksum) continue;
    if (known !== undefined && !repeatable) throw new Error(`the checksum of ${script} has changed`);
    await inTransaction(client, async () => {
      await client.query(sql);
      await client.query('INSERT INTO flyway_schema_history VALUES ($1, $2)', [script, checksum]);
    });
    applied.push(script);
  }
  return applied;
}

async function inTransaction(client: Client, work: () => Promise<void>): Promise<void> {
  await client.query('BEGIN');
  try {
    await work();
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  }
}

/** Versions first, by number; repeatable ones by name. */
function byTurn(a: string, b: string): number {
  const version = (script: string) => Number(script.match(/^V(\d+)__/)?.[1] ?? Number.POSITIVE_INFINITY);
  return version(a) === version(b) ? (a < b ? -1 : 1) : version(a) - version(b);
}

function replaced(text: string, placeholders: Readonly<Record<string, string>>): string {
  return text.replaceAll(/(?<!\$)\$\{(\w+)\}/g, (_, name: string) => {
    const value = placeholders[name];
    if (value === undefined) throw new Error(`no value for the placeholder ${name}`);
    return value;
  });
}
