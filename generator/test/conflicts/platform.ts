import { execFileSync } from 'node:child_process';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { diskRepository } from '../../src/edge/disk-repository.ts';
import { generate } from '../../src/generate.ts';
import { edit, temporaryFolder, write } from '../../testing/folder.ts';
import { repository } from '../../testing/program.ts';
import { identity, lendGenerator } from '../support/repository.ts';

/** The first follows the branch, the others are pinned. */
export const environments = ['test', 'stage', 'live'] as const;

/** An app by what its file is made of. */
export interface AppSketch {
  readonly name: string;
  readonly layer: string;
  readonly dependsOn?: readonly string[];
}

const sketches: readonly AppSketch[] = [
  { name: 'archive', layer: 'stores' },
  { name: 'queue', layer: 'stores' },
  { name: 'accounts', layer: 'apis' },
  { name: 'basket', layer: 'apis', dependsOn: ['archive'] },
  { name: 'catalog', layer: 'apis', dependsOn: ['archive', 'cache'] },
  { name: 'search', layer: 'apis', dependsOn: ['catalog'] },
  { name: 'storefront', layer: 'apis', dependsOn: ['basket', 'search'] },
  { name: 'invoices', layer: 'operations', dependsOn: ['archive'] },
  { name: 'reports', layer: 'operations' },
];

export const fileOf = ({ name, layer }: AppSketch): string => `apps/${layer}/${name}.ts`;

/** An app as people write it: it has an image, a secret, a public name, something outside, and a size. */
export function appText({ name, layer, dependsOn = [] }: AppSketch): string {
  const all = [...sketches, { name: 'cache', layer: 'stores' }];
  const imports = dependsOn.map((need) => {
    const other = all.find((sketch) => sketch.name === need);
    return `import { ${need} } from '../${other?.layer}/${need}.ts';\n`;
  });
  return `import { defineApp, firstParty, opaque, provided } from '#generator';
${imports.join('')}
export const ${name} = defineApp({
  name: '${name}',
  description: 'What ${name} is for.',
  layer: '${layer}',
  namespace: '${name}',
  chart: firstParty('service'),
  images: ['${name}'],
  dependsOn: [
${dependsOn.map((need) => `    ${need},\n`).join('')}  ],
  secrets: {
    database: opaque({ url: provided('Address of the database of ${name}.') }),
  },
  sizes: {
    small: { server: { replicas: 1, cpu: '100m', memory: '256Mi' } },
    medium: { server: { replicas: 2, cpu: '100m', memory: '256Mi' } },
    large: { server: { replicas: 3, cpu: '100m', memory: '256Mi' } },
  },
  network: {
    metrics: 8080,
    outside: [{ host: '${name}.db.example.internal', port: 5432 }],
  },
  provides: ({ endpoint, host }) => {
    const http = endpoint('${name}', 8080);
    return { http, public: host('${name}', http) };
  },
  values: ({ size: { server }, image, of }) => ({
    image: image('${name}').reference,
    user: 1000,
    replicas: server.replicas,
    ports: { http: 8080 },
    health: { path: '/health' },
    metrics: { port: 'http' },
    resources: { requests: { cpu: server.cpu, memory: server.memory }, limits: { memory: '512Mi' } },
    env: {
      LEVEL: 'info',
${dependsOn.map((need) => `      ${need.toUpperCase()}: JSON.stringify(of(${need})),\n`).join('')}    },
  }),
});
`;
}

export const imageText = (name: string): string => `  ${name}:
    repository: ghcr.io/example/${name}
    tag: 1.0.0
    digest: null
`;

const valkey = `  valkey:
    repository: docker.io/valkey/valkey
    tag: 9.1.1
    digest: null
    policy: { follows: { chart: valkey } }
`;

/** `images.yaml` with entries more, by name. */
export function withImages(text: string, ...more: readonly string[]): string {
  const [head = '', ...entries] = text.split(/^(?= {2}\S)/m);
  return head + [...entries, ...more].sort().join('');
}

function indexText(): string {
  const all = [{ name: 'cache', layer: 'stores' }, ...sketches];
  const imports = all.map(({ name, layer }) => `import { ${name} } from './${layer}/${name}.ts';\n`);
  return `${imports.join('')}\nexport const apps = [\n${all.map(({ name }) => `  ${name},\n`).join('')}];\n`;
}

export const environmentText = (
  name: string,
  upstream: string | undefined,
  size: string,
): string => `import { defineEnvironment } from '#generator';
import { cluster, exposure } from '../cluster.ts';

export const ${name} = defineEnvironment({
  name: '${name}',
  description: 'The environment ${name}.',
  argocd: 'main',
${upstream === undefined ? '' : `  promotesFrom: '${upstream}',\n  soak: '1d',\n`}\
  destination: { name: '${name}', kubernetesVersion: '1.34' },
  cloud: cluster('shop-${name}-invoices'),
  domain: '${name}.shop.example.com',
  size: '${size}',
  exposure,
  existing: { secretStore: 'company', kinds: ['external-secrets.io', 'monitoring.coreos.com'] },
  secretPrefix: 'shop/${name}/',
});
`;

/** A release, as a promotion or a person writes it. */
export const releaseText = (revision: string, more = ''): string => `revision: '${revision}'\n${more}`;

const shop = join(repository, 'generator/examples/shop');

/** What the platform has of the example. */
const taken = [
  'apps/stores/cache.ts',
  'charts',
  'schemas/upstream/valkey.schema.json',
  'environments/cluster.ts',
  'environments/platform.ts',
];

/** A platform in a git repository, as someone has it after a while. */
export class Platform {
  readonly root = temporaryFolder();
  private readonly folders = temporaryFolder();
  private count = 0;

  git(...args: readonly string[]): string {
    return execFileSync('git', args, {
      cwd: this.root,
      encoding: 'utf8',
      env: { ...process.env, ...identity },
      stdio: ['ignore', 'pipe', 'pipe'],
    }).trim();
  }

  /** A folder with a commit's files. Definitions are loaded once from a folder, so each has one of its own. */
  at(commit: string): string {
    const folder = join(this.folders, String(this.count++));
    this.git('worktree', 'add', '--quiet', '--detach', folder, commit);
    return folder;
  }

  /** The commit that a change makes, with the tree that follows from it. */
  async commit(make: (root: string) => unknown, on: string): Promise<string> {
    const folder = this.at(on);
    make(folder);
    await generate(diskRepository(folder), { check: false });
    this.git('-C', folder, 'add', '--all');
    this.git('-C', folder, 'commit', '--quiet', '-m', 'a change');
    return this.git('-C', folder, 'rev-parse', 'HEAD');
  }

  /** The paths of a commit that are not as its definitions generate them. */
  async drift(commit: string): Promise<string[]> {
    const { shares } = await generate(diskRepository(this.at(commit)), { check: true });
    return shares.flatMap(({ created, updated, deleted }) => [...created, ...updated, ...deleted]);
  }
}

/** The commits that things happened at, oldest first, and main, on which all changes are made. */
export interface Past {
  readonly platform: Platform;
  readonly versions: readonly [string, string, string, string];
  readonly main: string;
}

/** Live runs the second version of four and ran the first before; stage runs the third. */
export async function pinnedPlatform(): Promise<Past> {
  const platform = new Platform();
  const { root } = platform;
  for (const path of taken) cpSync(join(shop, path), join(root, path), { recursive: true });
  lendGenerator(root);
  write(root, {
    'apps/index.ts': indexText(),
    'images.yaml': withImages(`images:\n${valkey}`, ...sketches.map(({ name }) => imageText(name))),
    ...Object.fromEntries(sketches.map((sketch) => [fileOf(sketch), appText(sketch)])),
    ...Object.fromEntries(
      environments.flatMap((name, i) => [
        [
          `environments/${name}/environment.ts`,
          environmentText(name, environments[i - 1], i === 0 ? 'small' : 'large'),
        ],
        [`environments/${name}/release.yaml`, 'follow: main\n'],
      ]),
    ),
  });
  await generate(diskRepository(root), { check: false });
  platform.git('init', '--quiet', '--initial-branch=main');
  platform.git('add', '--all');
  platform.git('commit', '--quiet', '-m', 'first');
  const steps: ((root: string) => void)[] = [
    (folder) =>
      edit(folder, 'images.yaml', imageText('basket'), imageText('basket').replace('1.0.0', '1.0.1')),
    (folder) => edit(folder, 'apps/apis/catalog.ts', "LEVEL: 'info'", "LEVEL: 'warn'"),
    (folder) =>
      edit(folder, 'images.yaml', imageText('search'), imageText('search').replace('1.0.0', '1.0.1')),
  ];
  const commits = [platform.git('rev-parse', 'HEAD')];
  const advance = async (make: (folder: string) => void): Promise<void> => {
    const commit = await platform.commit(make, 'main');
    platform.git('update-ref', 'refs/heads/main', commit);
    commits.push(commit);
  };
  for (const step of steps) await advance(step);
  const versions = commits.slice(0, 4) as unknown as Past['versions'];
  await advance((folder) => {
    write(folder, {
      'environments/stage/release.yaml': releaseText(versions[2]),
      'environments/live/release.yaml': releaseText(versions[1]),
    });
  });
  return { platform, versions, main: commits[4] ?? '' };
}
