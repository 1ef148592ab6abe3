import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import {
  at,
  atTheEnd,
  containers,
  hasChart,
  one,
  type RenderedSample,
  rendered,
  run,
  samplesOf,
  temporaryFolder,
  write,
} from '#testing';
import { objectStore } from '../stores/object-store.ts';
import { objectStoreAccess, variable } from '../stores/object-store-access.ts';
import { freePort, listenable } from './port.ts';
import { pythonPrograms } from './python.ts';

export interface Key {
  readonly accessKey: string;
  readonly secretKey: string;
}

export interface RunningStore {
  /** `http://127.0.0.1:<port>`. */
  readonly endpoint: string;
  readonly region: string;
  readonly administrator: Key;
  /** Runs what makes buckets and users, as its Job does; returns what it said. */
  grant(access?: RenderedSample): Promise<string>;
  /** The key that an app of the sample `local-small` has once `grant` was called. */
  keyOf(app: string): Key;
  /** What S3 answers to a request that is signed with a key, or with none. */
  request(key: Key | null, method: string, path: string, body?: string): Promise<Answer>;
  /** The bytes of an object. */
  read(key: Key, path: string): Promise<Buffer>;
}

export interface Answer {
  readonly status: number;
  readonly body: string;
}

type Role = 'master' | 'volume' | 'filer';
type Ports = Readonly<Record<Role | 's3', number>>;

/**
 * The object store of the sample `local-small`, started with the commands that are rendered for its pods: only hosts,
 * ports and folders are of this machine. Where the chart cannot be had, they are the plainest that do the same. It ends
 * with the file's tests.
 */
export async function startObjectStore(): Promise<RunningStore> {
  // A package for each platform brings the program of the image, and nothing of Python.
  const program = join(await pythonPrograms('seaweedfs', { minimum: 9, maximum: 14 }), 'weed');
  const commands = await commandsOfPods();
  const folder = temporaryFolder();
  const ports = {
    master: await portWithNeighbor(),
    volume: await portWithNeighbor(),
    filer: await portWithNeighbor(),
    s3: await portWithNeighbor(),
  };
  const administrator = keyFor('administrator');
  const servers = (['master', 'volume', 'filer'] as const).map((role) => {
    write(folder, { [`${role}/empty`]: '' });
    const args = argumentsOf(commands[role], role, ports, join(folder, role));
    return start(program, args, join(folder, role), administrator);
  });
  const endpoint = `http://127.0.0.1:${ports.s3}`;
  const isReady = async () =>
    (await request(endpoint, administrator, 'GET', '/')).status === 200 &&
    (await hasVolumeServer(ports.master));
  while (!(await isReady())) {
    for (const { failure } of servers) if (failure() !== null) throw new Error(failure() ?? '');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return {
    endpoint,
    region,
    administrator,
    keyOf: keyFor,
    request: (key, ...rest) => request(endpoint, key, ...rest),
    read: (key, path) => readObject(endpoint, key, path),
    grant: async (access) => grant(access ?? (await sampleOf(objectStoreAccess)), program, ports),
  };
}

const region = 'us-east-1';

/** S3 answers before a volume server has told the master of itself, and fails whoever writes until then. */
async function hasVolumeServer(port: number): Promise<boolean> {
  const answer = await fetch(`http://127.0.0.1:${port}/dir/status`);
  const status = (await answer.json()) as { Topology?: { Max?: number } };
  return (status.Topology?.Max ?? 0) > 0;
}

/** What the shell of each pod runs. */
async function commandsOfPods(): Promise<Readonly<Record<Role, string>>> {
  if (!(await hasChart(objectStore))) return plainCommands;
  const { manifests } = await sampleOf(objectStore);
  const commandOf = (role: Role): string => {
    const [container] = containers([one(manifests, 'StatefulSet', `object-store-${role}`)]);
    return String(at(container, 'command.2'));
  };
  return { master: commandOf('master'), volume: commandOf('volume'), filer: commandOf('filer') };
}

const plainCommands: Readonly<Record<Role, string>> = {
  master: 'exec weed master -port=0 -ip=0 -ip.bind=0 -mdir=0 -volumeSizeLimitMB=256 -defaultReplication=000',
  volume: 'exec weed volume -port=0 -ip=0 -ip.bind=0 -dir=0 -max=0 -master=0',
  filer: 'exec weed filer -port=0 -ip=0 -ip.bind=0 -master=0 -defaultReplicaPlacement=000 -s3 -s3.port=0',
};

async function sampleOf(app: typeof objectStore | typeof objectStoreAccess): Promise<RenderedSample> {
  const found = (await samplesOf(app)).find(({ name }) => name === 'local-small');
  if (found === undefined) throw new Error(`there is no sample local-small of ${app.name}`);
  return { ...found, ...(await rendered(found)) };
}

/** Letters and digits, as the keys that a machine makes; the same for each name, and for tests only. */
const keyFor = (name: string): Key => {
  const letters = name.replaceAll('-', '');
  return { accessKey: `key${letters}`.padEnd(20, '0'), secretKey: `secret${letters}`.padEnd(40, '0') };
};

/** A shell's `exec weed <role> -flag=value \ …` as arguments, with what is of this machine in place of the cluster's. */
function argumentsOf(command: string, role: Role, ports: Ports, folder: string): string[] {
  const words = command.replaceAll('\\\n', ' ').trim().split(/\s+/).slice(2);
  const ours: Readonly<Record<string, string>> = {
    '-port': `${ports[role]}`,
    '-ip': '127.0.0.1',
    '-ip.bind': '127.0.0.1',
    '-master': `127.0.0.1:${ports.master}`,
    '-peers': `127.0.0.1:${ports.master}`,
    '-metricsPort': '0',
    '-s3.port': `${ports.s3}`,
    '-mdir': folder,
    '-dir': folder,
    '-logdir': folder,
  };
  // Two servers beside S3 have a port that is the same everywhere, and there may be another store on this machine.
  const single = role === 'filer' ? ['-s3.port.iceberg=0', '-s3.port.lance=0'] : [];
  const changed = words.map((word, i) => {
    const [flag = '', value] = word.split('=');
    if (value !== undefined && ours[flag] !== undefined) return `${flag}=${ours[flag]}`;
    return ours[words[i - 1] ?? ''] ?? word;
  });
  return [...changed, ...single];
}

/** A server that ends with the file's tests, and what it said where it ended before. */
function start(
  program: string,
  args: readonly string[],
  folder: string,
  { accessKey, secretKey }: Key,
): { failure(): string | null } {
  const env = {
    ...process.env,
    AWS_ACCESS_KEY_ID: accessKey,
    AWS_SECRET_ACCESS_KEY: secretKey,
    // As the image's own filer.toml has it, but for the folder.
    WEED_LEVELDB2_ENABLED: 'true',
    WEED_LEVELDB2_DIR: join(folder, 'filerldb2'),
  };
  const child = spawn(program, args, { cwd: folder, env, stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => {
    said = `${said}${chunk}`.slice(-2000);
  });
  const ended = new Promise<void>((resolve) => child.on('close', () => resolve()));
  atTheEnd(async () => {
    child.kill('SIGKILL');
    await ended;
  });
  const failure = () => (child.exitCode === null ? null : `weed ${args.join(' ')} ended: ${said}`);
  return { failure };
}

/** A port whose neighbor ten thousand further on is free as well: there SeaweedFS speaks gRPC. */
async function portWithNeighbor(): Promise<number> {
  for (;;) {
    const port = await freePort();
    if (port < 55_536 && (await listenable(port + 10_000).catch(() => 0)) !== 0) return port;
  }
}

async function grant(
  { manifests, environment }: RenderedSample,
  program: string,
  ports: Ports,
): Promise<string> {
  const [container] = containers([one(manifests, 'Job')]);
  const folder = temporaryFolder();
  const [shell = '', path = ''] = at(container, 'command') as string[];
  write(folder, { script: String(at(one(manifests, 'ConfigMap'), 'data|access.sh')) });
  const keys = environment.apps.flatMap(({ name }) => {
    const { accessKey, secretKey } = keyFor(name);
    return [
      [variable(name, 'accessKey'), accessKey],
      [variable(name, 'secretKey'), secretKey],
    ] as const;
  });
  const address = (port: number) => `127.0.0.1:${port}.${port + 10_000}`;
  const env = {
    ...Object.fromEntries(keys),
    PATH: [dirname(program), process.env.PATH].join(delimiter),
    TMPDIR: folder,
    MASTER: address(ports.master),
    FILER: address(ports.filer),
  };
  const ended = await run(shell, [join(folder, 'script')], { env });
  if (ended?.code !== 0) throw new Error(`${path} failed: ${ended?.stdout}${ended?.stderr}`);
  return ended.stdout;
}

/** curl signs requests as the clients of programs do. */
const signed = (key: Key | null): string[] =>
  key === null ? [] : ['--aws-sigv4', `aws:amz:${region}:s3`, '--user', `${key.accessKey}:${key.secretKey}`];

async function request(
  endpoint: string,
  key: Key | null,
  method: string,
  path: string,
  body?: string,
): Promise<Answer> {
  const folder = temporaryFolder();
  write(folder, { body: body ?? '' });
  const data = body === undefined ? [] : ['--upload-file', join(folder, 'body')];
  const options = ['--silent', '--request', method, '--write-out', '\n%{http_code}', ...signed(key)];
  const said = await curl([...options, ...data, endpoint + path]);
  const end = said.lastIndexOf('\n');
  return { status: Number(said.slice(end + 1)), body: said.slice(0, end) };
}

async function readObject(endpoint: string, key: Key, path: string): Promise<Buffer> {
  const file = join(temporaryFolder(), 'object');
  await curl(['--silent', '--output', file, ...signed(key), endpoint + path]);
  return readFileSync(file);
}

async function curl(args: readonly string[]): Promise<string> {
  const ended = await run('curl', args);
  if (ended === null) throw new Error('curl is missing: install curl 7.75 or newer');
  return ended.stdout;
}
