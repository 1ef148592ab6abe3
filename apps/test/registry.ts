import type { Client } from 'pg';
import { at, bySize, one, rendered } from '#testing';
import { postgresql } from '../stores/postgresql.ts';
import { postgresqlMigration } from '../stores/postgresql-migration.ts';
import { startPostgres, superuser } from './postgres.ts';

/** What the operator and Flyway are given in a small environment. */
const [server0] = await bySize(postgresql);
const [migration] = await bySize(postgresqlMigration);
const { manifests } = await rendered(server0 as never);
const database = one(manifests, 'Database', 'obsrv').object.spec as unknown as {
  name: string;
  owner: string;
  extensions: { name: string; schema: string }[];
};
type Role = Record<string, unknown> & { name: string };
export const roles = manifests.flatMap(({ kind, object }) =>
  kind === 'DatabaseRole' ? [object.spec as Role] : [],
);
export const owner = database.owner;
/** Our migrations, by the name of their file. */
export const files = one((await rendered(migration as never)).manifests, 'ConfigMap').object.data as Record<
  string,
  string
>;
const given = (name: string): string =>
  String(at(migration?.app.values ?? {}, `databases.0.placeholders.${name}.value`));
/** What is secret is made up here, with the characters that are hard to take. */
export const placeholders = {
  encryption_key: `it's 32 $1 "characters" \\ no less`,
  console_id: given('console_id'),
  console_user: 'obsrv_admin',
  console_password: "O'Brien $2b$ \\",
  console_email: 'admin@obsrv.example.org',
  last_cache_database: given('last_cache_database'),
};

export interface Registries {
  /** Where programs connect, and the password of every role. */
  readonly port: number;
  readonly password: string;
  /** A new database as the operator leaves it, and a session of its owner. */
  fresh(name: string): Promise<Client>;
  connect(name: string, user: string): Promise<Client>;
  asSuperuser(name: string): Promise<Client>;
}

/** A PostgreSQL whose roles have the rights that the operator gives them, and nothing of what a superuser has. */
export async function startRegistries(): Promise<Registries> {
  const server = await startPostgres();
  const admin = await server.connect('postgres', superuser);
  const password = 'of a role';
  for (const { name, ...rights } of roles) {
    const options = ['login', 'superuser', 'createdb', 'createrole', 'replication', 'bypassrls'].map(
      (right) => (rights[right] === true ? right : `no${right}`),
    );
    await admin.query(`CREATE ROLE ${name} ${options.join(' ')} PASSWORD '${password}'`);
  }
  const connect = (name: string, user: string) => server.connect(name, { user, password });
  const asSuperuser = (name: string) => server.connect(name, superuser);
  return {
    port: server.port,
    password,
    connect,
    asSuperuser,
    async fresh(name) {
      await admin.query(`CREATE DATABASE ${name} OWNER ${owner}`);
      const inside = await asSuperuser(name);
      for (const extension of database.extensions)
        await inside.query(`CREATE EXTENSION ${extension.name} SCHEMA ${extension.schema}`);
      return connect(name, owner);
    },
  };
}
