import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { stringify } from 'yaml';
import { obtain } from '../../../src/edge/tools/obtain.ts';
import { atTheEnd } from '../../../testing/ending.ts';
import { temporaryFolder, write } from '../../../testing/folder.ts';
import { startTokenServer, type TokenServer } from './token-server.ts';

/**
 * A real registry (distribution) on loopback, empty at first. It ends with the test file.
 *
 * - `startRegistry()`, `startRegistry({ auth: 'basic' })`, `startRegistry({ auth: 'token' })`: this file
 * - `pushImage`, `pushIndex`, `pushArtifact`, `deleteManifest`, `fillTags`: `images.ts`
 * - `startFaultProxy(registry.host)` in front of it: counts and logs requests, lets them fail: `fault-proxy.ts`
 * - `dockerConfig(...)`: credentials as Docker keeps them: `credential-files.ts`
 */
export interface TestRegistry {
  /** As in references of images: `127.0.0.1:40123`. */
  readonly host: string;
  readonly url: string;
  /** Its folder; whatever is changed there it sees at once. */
  readonly storage: string;
  /** The header that lets one do anything in a repository; null where everybody may. */
  authorization(repository: string): string | null;
  /** Where `auth` is `token`. */
  readonly tokens: TokenServer | null;
  /** Ends it now, so that it is a host that refuses connections. */
  stop(): Promise<void>;
}

export interface RegistryOptions {
  /** `basic` and `token` know {@link account}. */
  readonly auth?: 'none' | 'basic' | 'token';
  /** Most tags of one page. */
  readonly page?: number;
  /** Seconds that tokens are good for. */
  readonly tokenLife?: number;
  /** Repositories that tokens are given for without an account. */
  readonly open?: (repository: string) => boolean;
}

/** Who may do everything. */
export const account = { user: 'alice', password: 'wonderland' };

/** Of this password, by bcrypt, the only kind that the registry takes. */
const htpasswd = `${account.user}:$2y$05$abcdefghijklmnopqrstuuA0vov2GDneHB3.8.cv9UF9g.RdvScIW\n`;

export const basic = ({ user, password }: typeof account = account): string =>
  `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;

export async function startRegistry(options: RegistryOptions = {}): Promise<TestRegistry> {
  const { auth = 'none', page = 1000 } = options;
  const program = await obtain('registry', () => undefined);
  const folder = temporaryFolder();
  const tokens = auth === 'token' ? await startTokenServer(account, options) : null;
  const host = `127.0.0.1:${await freePort()}`;
  const access = {
    none: {},
    basic: { auth: { htpasswd: { realm: 'test', path: join(folder, 'htpasswd') } } },
    token: { auth: { token: { ...tokens?.settings, jwks: join(folder, 'keys.json') } } },
  };
  write(folder, {
    htpasswd,
    'keys.json': JSON.stringify(tokens?.keys ?? { keys: [] }),
    'config.yaml': stringify({
      version: 0.1,
      log: { level: 'error', accesslog: { disabled: true } },
      storage: { filesystem: { rootdirectory: join(folder, 'data') }, delete: { enabled: true } },
      http: { addr: host, secret: 'test' },
      tags: { maxtags: page },
      ...access[auth],
    }),
  });
  const child = spawn(program, ['serve', join(folder, 'config.yaml')], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, OTEL_TRACES_EXPORTER: 'none' },
  });
  let said = '';
  child.stderr.on('data', (chunk) => {
    said += chunk;
  });
  const ended = new Promise<void>((resolve) => child.on('close', () => resolve()));
  const stop = async (): Promise<void> => {
    child.kill('SIGKILL');
    await ended;
  };
  atTheEnd(stop);
  while (!(await answers(`http://${host}/v2/`))) {
    if (child.exitCode !== null) throw new Error(`the registry has ended: ${said}`);
    await setTimeout(20);
  }
  const authorizations = {
    none: () => null,
    basic: () => basic(),
    token: (repository: string) => `Bearer ${tokens?.tokenFor(repository, ['pull', 'push', 'delete']) ?? ''}`,
  };
  return {
    host,
    url: `http://${host}`,
    storage: join(folder, 'data/docker/registry/v2'),
    authorization: authorizations[auth],
    tokens,
    stop,
  };
}

const answers = (url: string): Promise<boolean> =>
  fetch(url).then(
    () => true,
    () => false,
  );

/** A port that nobody listens on. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** What the registry keeps of a tag. */
export const linkOf = ({ storage }: TestRegistry, repository: string, tag: string): string =>
  readFileSync(join(storage, 'repositories', repository, '_manifests/tags', tag, 'current/link'), 'utf8');
