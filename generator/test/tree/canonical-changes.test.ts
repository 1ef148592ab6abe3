import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { isWritable } from '../../src/tree/writable-paths.ts';
import { copyOf, edit, read, write } from '../../testing/folder.ts';
import { program, repository, tool } from '../../testing/program.ts';
import { commitAll, identity, lendGenerator } from '../support/repository.ts';

/** One environment follows the branch, one is pinned. */
const [following, pinned] = ['test', 'live'] as const;

/** A change that everybody makes sooner or later, as a person writes it. */
interface Change {
  readonly name: string;
  /** Where the environment's own files grow: the one that is new, or the one that follows the branch. */
  readonly environment?: string;
  make(root: string): unknown;
  /** What the repository has before, beside what the example has. */
  before?(root: string): unknown;
}

const reviewsImage = `  reviews:
    repository: ghcr.io/example/reviews
    tag: 1.4.0
    digest: null
`;

const storefront = 'apps/apis/storefront.ts';

const changes: readonly Change[] = [
  { name: 'image of one app', make: (root) => edit(root, 'images.yaml', 'tag: 9.1.1', 'tag: 9.1.2') },
  { name: 'image of two apps', make: (root) => edit(root, 'images.yaml', 'tag: 5.0.4', 'tag: 5.1.0') },
  {
    name: 'size of an environment',
    make: (root) => edit(root, `environments/${following}/environment.ts`, "size: 'small'", "size: 'medium'"),
  },
  {
    name: 'region',
    make: (root) => edit(root, 'environments/cluster.ts', "region: 'main'", "region: 'south'"),
  },
  {
    name: 'port of an app that others call',
    make: (root) => edit(root, 'apps/stores/cache.ts', 'endpoint(name, 6379)', 'endpoint(name, 6380)'),
  },
  {
    name: 'another database',
    make(root) {
      const key = "url: provided('Address of the orders database, with the user that may write orders.'),";
      edit(root, storefront, key, `${key}\n      reports: provided('Address of the reports database.'),`);
      const variable = "DATABASE_URL: keyOf(secret('database'), 'url'),";
      edit(
        root,
        storefront,
        variable,
        `${variable}\n        REPORTS_URL: keyOf(secret('database'), 'reports'),`,
      );
    },
  },
  {
    name: 'new app',
    make: addReviews,
  },
  {
    name: 'removed app',
    before: addReviews,
    make(root) {
      rmSync(join(root, 'apps/apis/reviews.ts'));
      edit(root, 'apps/index.ts', "import { reviews } from './apis/reviews.ts';\n", '');
      edit(root, 'apps/index.ts', 'cache, reviews', 'cache');
      edit(root, 'images.yaml', reviewsImage, '');
      for (const name of [following, pinned])
        edit(root, `environments/${name}/environment.ts`, "['@', 'reviews']", "['@']");
    },
  },
  {
    name: 'new environment',
    environment: 'qa',
    make(root) {
      const text = read(root, `environments/${following}/environment.ts`);
      const mine = text
        .replaceAll(/\btest\b/g, 'qa')
        .replace('Where every change lands first.', 'For testers.');
      write(root, {
        'environments/qa/environment.ts': mine,
        'environments/qa/release.yaml': read(root, `environments/${following}/release.yaml`),
      });
    },
  },
  {
    name: 'version of a third-party chart',
    make(root) {
      edit(root, 'charts/upstream.yaml', 'version: 0.11.0', 'version: 0.11.1');
      // What `npm run charts -- update` would derive from the chart, which no test can have.
      edit(root, 'schemas/upstream/valkey.schema.json', '0.11.0', '0.11.1');
    },
  },
];

function addReviews(root: string): void {
  write(root, { 'apps/apis/reviews.ts': reviews });
  const imports = "import { storefront } from './apis/storefront.ts';";
  edit(root, 'apps/index.ts', imports, `import { reviews } from './apis/reviews.ts';\n${imports}`);
  edit(root, 'apps/index.ts', '[cache, storefront', '[cache, reviews, storefront');
  edit(root, 'images.yaml', '  storefront:', `${reviewsImage}  storefront:`);
  for (const name of [following, pinned])
    edit(root, `environments/${name}/environment.ts`, "['@']", "['@', 'reviews']");
}

const reviews = `import { defineApp, firstParty } from '#generator';
import type { Values } from '../../schemas/charts/service.gen.ts';
import { cache } from '../stores/cache.ts';

export const reviews = defineApp({
  name: 'reviews',
  description: 'What customers say about what they bought.',
  layer: 'apis',
  namespace: 'reviews',
  chart: firstParty('service'),
  images: ['reviews'],
  dependsOn: [cache],
  sizes: {
    small: { server: { replicas: 1, cpu: '100m', memory: '256Mi' } },
    medium: { server: { replicas: 2, cpu: '100m', memory: '256Mi' } },
    large: { server: { replicas: 3, cpu: '100m', memory: '256Mi' } },
  },
  network: { metrics: 8080 },
  provides: ({ endpoint, host }) => {
    const http = endpoint('reviews', 8080);
    return { http, public: host('reviews', http, { unauthenticated: 'Everybody may read them.' }) };
  },
  values: ({ size: { server }, image, of }): Values => {
    const { host, port } = of(cache).server;
    return {
      image: image('reviews').reference,
      user: 1000,
      replicas: server.replicas,
      ports: { http: 8080 },
      health: { path: '/health' },
      metrics: { port: 'http' },
      resources: { requests: { cpu: server.cpu, memory: server.memory }, limits: { memory: '512Mi' } },
      env: { CACHE: \`\${host}:\${port}\` },
    };
  },
});
`;

/** Lines by what they are. */
interface Lines {
  readonly written: number;
  readonly following: number;
  /** What runs in the pinned environment, and its page. */
  readonly runs: number;
  /** What a promotion would bring to it. */
  readonly candidate: number;
}

async function git(root: string, ...args: string[]): Promise<string> {
  const { code, stdout, stderr } = await tool('git', args, { cwd: root, env: identity });
  if (code !== 0) throw new Error(stderr);
  return stdout.trim();
}

async function generate(root: string): Promise<void> {
  const { code, stderr } = await program(['generate', '--root', root]);
  if (code !== 0) throw new Error(stderr);
}

/** The example with its later environment pinned. */
async function platform(): Promise<string> {
  const root = copyOf(join(repository, 'generator/examples/shop'));
  rmSync(join(root, 'generator'), { recursive: true });
  lendGenerator(root);
  await generate(root);
  await commitAll(root);
  const release = `environments/${pinned}/release.yaml`;
  edit(root, release, 'follow: main', `revision: '${await git(root, 'rev-parse', 'HEAD')}'`);
  await generate(root);
  await git(root, 'commit', '--quiet', '--all', '-m', `pin ${pinned}`);
  await git(root, 'add', '--all');
  await git(root, 'commit', '--quiet', '--amend', '--no-edit');
  return root;
}

/** A changed line counts once; a file that moves counts as one that goes and one that comes. */
async function linesOf({ before, make, environment = following }: Change, root: string): Promise<Lines> {
  const start = await git(root, 'rev-parse', 'HEAD');
  if (before) {
    before(root);
    await generate(root);
    await git(root, 'add', '--all');
    await git(root, 'commit', '--quiet', '-m', 'before');
  }
  make(root);
  await generate(root);
  await git(root, 'add', '--all');
  const rows = (await git(root, 'diff', '--cached', '--numstat', '--no-renames')).split('\n').map((row) => {
    const [added = 0, deleted = 0, path = ''] = row.split('\t');
    return { path: String(path), lines: Math.max(Number(added), Number(deleted)) };
  });
  await git(root, 'reset', '--quiet', '--hard', start);
  const sum = (is: (path: string) => boolean): number =>
    rows.reduce((total, { path, lines }) => total + (is(path) ? lines : 0), 0);
  const tree = (name: string): string => `environments/${name}/generated/`;
  const derived = (path: string): boolean => path.startsWith('schemas/upstream/');
  return {
    written: sum((path) => !isWritable(path) && !derived(path)),
    following: sum((path) => path.startsWith(tree(environment))),
    runs: sum((path) => path.startsWith(tree(pinned)) && !path.startsWith(`${tree(pinned)}candidate/`)),
    candidate: sum((path) => path.startsWith(`${tree(pinned)}candidate/`)),
  };
}

const page = join(repository, 'generator/docs/canonical-changes.md');

function table(all: readonly (Lines & { name: string })[]): string {
  const rows = all.map(({ name, written, following: own, runs, candidate }) =>
    [name, written, own, ratioOf({ written, following: own }).toFixed(1), runs, candidate].join(' | '),
  );
  const head = [
    'change | written | following: generated | per written line | pinned: what runs | pinned: candidate',
    '--- | ---: | ---: | ---: | ---: | ---:',
  ];
  return [...head, ...rows].map((row) => `| ${row} |`).join('\n');
}

const ratioOf = ({ written, following: own }: { written: number; following: number }): number =>
  own / written;

test('a change of the ten that everybody makes costs a reviewer few generated lines, as the page says', async () => {
  const root = await platform();
  const all: (Lines & { name: string })[] = [];
  for (const change of changes) all.push({ name: change.name, ...(await linesOf(change, root)) });
  for (const { written, runs, name } of all) {
    expect(written, name).toBeGreaterThan(0);
    // No commit changes what runs in a pinned environment.
    expect(runs, name).toBe(0);
  }
  const ratios = all.map(ratioOf).sort((a, b) => a - b);
  const median = ((ratios[4] ?? 0) + (ratios[5] ?? 0)) / 2;
  expect(median).toBeLessThanOrEqual(3);
  const text = readFileSync(page, 'utf8');
  const wanted = text
    .replace(/^\|[\s\S]*\|$/m, table(all))
    .replace(/median is \*\*[\d.]+\*\*/, `median is **${median.toFixed(1)}**`);
  if (process.env.UPDATE) writeFileSync(page, wanted);
  else expect(text).toBe(wanted);
});
