import { spawn } from 'node:child_process';
import { chmodSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { atTheEnd, run, temporaryFolder, write } from '#testing';
import { missing } from './from-system.ts';
import { freePort } from './port.ts';

const programs = ['server', 'cli', 'check-rdb'] as const;

/**
 * A folder with `valkey-server`, `valkey-cli` and `valkey-check-rdb`: those on PATH, or Redis' in their place, of which
 * Valkey is a fork and whose snapshots and commands it takes.
 * @throws Error that says what to install
 */
export async function valkeyPrograms(): Promise<string> {
  const folder = temporaryFolder();
  for (const program of programs) {
    const found = await firstOf([`valkey-${program}`, `redis-${program}`]);
    // By a script and not by a link, because these programs look at the name that they are called by.
    write(folder, { [`valkey-${program}`]: `#!/bin/sh\nexec ${found} "$@"\n` });
    chmodSync(join(folder, `valkey-${program}`), 0o755);
  }
  return folder;
}

async function firstOf(names: readonly string[]): Promise<string> {
  const folders = (process.env.PATH ?? '').split(delimiter);
  for (const name of names)
    for (const folder of folders) {
      const ended = await run('test', ['-x', join(folder, name)]);
      if (ended?.code === 0) return join(folder, name);
    }
  throw missing('redis-server', names.join(' or '));
}

export interface Valkey {
  readonly port: number;
  /** What the server answers to a command, in the database of a number. */
  ask(database: number, ...command: string[]): Promise<string>;
}

/** A cache in memory that ends with the file's tests. */
export async function startValkey(folder: string, databases: number): Promise<Valkey> {
  const port = await freePort();
  const settings = { port, databases, bind: '127.0.0.1', save: '', 'enable-debug-command': 'yes' };
  const args = Object.entries(settings).flatMap(([name, value]) => [`--${name}`, String(value)]);
  const server = spawn(join(folder, 'valkey-server'), [...args, '--dir', temporaryFolder()], {
    stdio: 'ignore',
  });
  const ended = new Promise((resolve) => server.on('exit', resolve));
  atTheEnd(async () => {
    server.kill();
    await ended;
  });
  const cli = (database: number, command: readonly string[]) =>
    run(join(folder, 'valkey-cli'), ['-e', '-p', String(port), '-n', String(database), ...command]);
  while ((await cli(0, ['ping']))?.code !== 0) {
    if (server.exitCode !== null) throw new Error(`valkey-server ended with ${server.exitCode}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return {
    port,
    async ask(database, ...command) {
      const answer = await cli(database, command);
      if (answer?.code !== 0) throw new Error(`${command.join(' ')}: ${answer?.stderr}${answer?.stdout}`);
      return answer.stdout.trim();
    },
  };
}
