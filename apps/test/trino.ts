import { symlinkSync } from 'node:fs';
import { basename, delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { at, one, type RenderedSample, temporaryFolder, write } from '#testing';
import { jarsOf, javaOf } from './java.ts';
import { freePort } from './port.ts';
import { propertiesIn } from './properties.ts';
import { startServer } from './server.ts';

/** Trino runs on no older Java. */
const java = { minimum: 25 };
const main = fileURLToPath(new URL('java/trino/Server.java', import.meta.url));

type Kind = 'coordinator' | 'worker';

export interface RunningTrino {
  /** What it says of itself to somebody, or to nobody in particular. */
  ask(path: string, user?: string): Promise<{ status: number; body: string }>;
  /** Rows, or what it answers instead. */
  query(sql: string): Promise<unknown[][] | string>;
  stop(): Promise<void>;
}

/** Settings of the tests' own, by file. */
type Changes = Readonly<Record<string, Readonly<Record<string, string>>>>;

/**
 * A real server with the files that are rendered for a kind of pod, started as its launcher does: with the options of
 * the JVM but for an agent of the image, and the settings of the node. Port and folders are of this machine.
 */
export async function startTrino(
  { manifests }: RenderedSample,
  kind: Kind,
  changes: Changes = {},
): Promise<RunningTrino> {
  const port = await freePort();
  const folder = temporaryFolder();
  const filesOf = (name: string) => at(one(manifests, 'ConfigMap', name), 'data') as Record<string, string>;
  const etc = filesOf(`trino-${kind}`);
  const rules = kind === 'coordinator' ? filesOf('trino-access-control-volume-coordinator') : {};
  const written = {
    ...etc,
    ...prefixed('catalog/', filesOf('trino-catalog')),
    ...prefixed('access-control/', rules),
  };
  // A coordinator that leaves work to workers would wait for one.
  const alone = kind === 'coordinator' ? { 'node-scheduler.include-coordinator': 'true' } : {};
  const ours = { 'http-server.http.port': `${port}`, ...alone, ...changes['config.properties'] };
  const own: Changes = { ...changes, 'config.properties': ours };
  write(
    join(folder, 'etc'),
    Object.fromEntries(
      Object.entries(written).map(([name, text]) => [
        name,
        changed(text.replaceAll('/etc/trino', join(folder, 'etc')), own[name] ?? {}),
      ]),
    ),
  );
  await plugins(join(folder, 'plugin'));
  const { 'node.properties': node, 'jvm.config': jvm } = etc;
  const settings = {
    ...propertiesIn(node),
    'node.id': kind,
    'node.data-dir': join(folder, 'data'),
    'plugin.dir': join(folder, 'plugin'),
    config: join(folder, 'etc/config.properties'),
    'log.levels-file': join(folder, 'etc/log.properties'),
    'catalog.config-dir': join(folder, 'etc/catalog'),
    ...(kind === 'coordinator' && {
      'access-control.config-files': join(folder, 'etc/access-control.properties'),
    }),
  };
  const options = String(jvm)
    .split('\n')
    .filter((line) => line.startsWith('-') && !line.startsWith('-agentpath'));
  const properties = Object.entries(settings).map(([name, value]) => `-D${name}=${value}`);
  const args = ['--add-modules=jdk.incubator.vector', ...options, ...properties];
  const env = {
    INTERNAL_SECRET: 'known-to-all-nodes',
    S3_ACCESS_KEY: 'key',
    S3_SECRET_KEY: 'secret',
    ...changes.env,
  };
  const { stop } = await startServer(await javaOf(java), [...args, '-cp', await jarsOf('trino'), main], {
    cwd: folder,
    env,
    ready: /SERVER STARTED/,
  });
  const url = `http://127.0.0.1:${port}`;
  return {
    stop,
    async ask(path, user) {
      const answer = await fetch(url + path, { headers: user === undefined ? {} : { 'X-Trino-User': user } });
      return { status: answer.status, body: await answer.text() };
    },
    query: (sql) => query(url, sql),
  };
}

const prefixed = (prefix: string, files: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(files).map(([name, text]) => [prefix + name, text]));

/** A file of properties with some of them changed. */
function changed(text: string, settings: Readonly<Record<string, string>>): string {
  const kept = text
    .split('\n')
    .filter((line) => !Object.keys(settings).some((key) => line.startsWith(`${key}=`)));
  const added = Object.entries(settings).map(([key, value]) => `${key}=${value}`);
  return [...kept, ...added, ''].join('\n');
}

/** The folder of plugins as the image has it, with the one that our catalog names. */
async function plugins(folder: string): Promise<void> {
  write(folder, { 'hudi/services/META-INF/services/io.trino.spi.Plugin': 'io.trino.plugin.hudi.HudiPlugin' });
  for (const jar of (await jarsOf('trino-hudi')).split(delimiter))
    symlinkSync(jar, join(folder, 'hudi', basename(jar)));
}

interface Answer {
  readonly data?: unknown[][];
  readonly error?: { readonly message: string };
  readonly nextUri?: string;
}

async function query(url: string, sql: string): Promise<unknown[][] | string> {
  const headers = { 'X-Trino-User': 'superset' };
  const answered = async (response: Promise<Response>) => (await (await response).json()) as Answer;
  const rows: unknown[][] = [];
  let answer = await answered(fetch(`${url}/v1/statement`, { method: 'POST', headers, body: sql }));
  for (;;) {
    if (answer.error) return answer.error.message;
    rows.push(...(answer.data ?? []));
    if (answer.nextUri === undefined) return rows;
    answer = await answered(fetch(answer.nextUri, { headers }));
  }
}
