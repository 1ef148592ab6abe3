import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { generateIn } from '../../src/edge/checkout/generate-in.ts';
import { npmHint } from '../../src/edge/checkout/npm-failure.ts';
import { edit, read, temporaryFolder, write } from '../../testing/folder.ts';
import { tool } from '../../testing/program.ts';

// Packages are archives in the repository, so that npm installs them without a registry.
const cache = temporaryFolder();
Object.assign(process.env, { GITOPS_CACHE: cache });

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

const npm = async (root: string, ...args: readonly string[]): Promise<void> => {
  const { code, stderr } = await tool('npm', args, { cwd: root });
  if (code !== 0) throw new Error(stderr);
};

/** A package `emitter` of a version, as an archive. */
async function emitter(root: string, version: string, source: string): Promise<void> {
  const folder = temporaryFolder();
  write(folder, {
    'package.json': json({ name: 'emitter', version, type: 'module', exports: './index.js' }),
    'index.js': source,
  });
  write(root, { 'archives/.keep': '' });
  await npm(folder, 'pack', '--silent', '--pack-destination', join(root, 'archives'));
}

/** A repository with a generator of its own, an npm workspace, that writes with a package. */
async function repositoryWith(version: string, program: string, generator: string): Promise<string> {
  const root = temporaryFolder();
  await emitter(root, version, `export const emitted = 'by emitter ${version}';\n`);
  write(root, {
    'package.json': json({
      name: 'platform',
      private: true,
      workspaces: ['generator'],
      scripts: { generate: `node generator/${program}`, postinstall: 'node generator/not-there.js' },
    }),
    'generator/package.json': json({
      name: 'gitops-generator',
      private: true,
      type: 'module',
      exports: `./${program}`,
      dependencies: { emitter: `file:../archives/emitter-${version}.tgz` },
    }),
    [`generator/${program}`]: generator,
  });
  await npm(root, 'install', '--package-lock-only', '--ignore-scripts', '--silent');
  return root;
}

const plain = `import { writeFileSync } from 'node:fs';
import { emitted } from 'emitter';
writeFileSync('tree.txt', emitted + ' and the first generator\\n');
`;

/** Another file, other arguments: it refuses options that it does not know, in its own words. */
const strict = `import { writeFileSync } from 'node:fs';
import { emitted } from 'emitter';
if (process.argv.length > 2) { console.error('unknown', process.argv[2]); process.exit(64); }
writeFileSync('tree.txt', emitted + ' and the second generator, run by ' + import.meta.url.slice(-6) + '\\n');
`;

test('a commit with other packages, and a generator that is started otherwise, is generated as it was then', async () => {
  const old = await repositoryWith('1.0.0', 'main.js', plain);
  const later = await repositoryWith('2.0.0', 'cli.mjs', strict);
  await generateIn(old);
  await generateIn(later);
  expect(read(old, 'tree.txt')).toBe('by emitter 1.0.0 and the first generator\n');
  expect(read(later, 'tree.txt')).toBe('by emitter 2.0.0 and the second generator, run by li.mjs\n');
});

test('what imports the generator by its name gets that of the checkout, of two with the same packages', async () => {
  const first = await repositoryWith('3.0.0', 'main.js', plain);
  const second = temporaryFolder();
  await tool('cp', ['-R', `${first}/.`, second]);
  for (const root of [first, second]) write(root, { 'apps/all.mjs': `import 'gitops-generator';\n` });
  edit(second, 'generator/main.js', 'the first generator', 'a changed one');
  for (const root of [first, second]) {
    edit(root, 'package.json', 'node generator/main.js', 'node apps/all.mjs');
    await generateIn(root);
  }
  expect(read(first, 'tree.txt')).toBe('by emitter 3.0.0 and the first generator\n');
  expect(read(second, 'tree.txt')).toBe('by emitter 3.0.0 and a changed one\n');
});

test('packages are installed once, whole, and what a killed run left is removed', async () => {
  const root = await repositoryWith('4.0.0', 'main.js', plain);
  const copy = temporaryFolder();
  await tool('cp', ['-R', `${root}/.`, copy]);
  await generateIn(root);
  const before = readdirSync(join(cache, 'packages'));
  const [kept = ''] = before;
  const { hostname } = await import('node:os');
  // No process has this id.
  write(cache, { [`packages/${kept}.${hostname()}.4194999.part/package.json`]: '{' });
  await Promise.all([generateIn(copy), generateIn(await repositoryWith('5.0.0', 'main.js', plain))]);
  const after = readdirSync(join(cache, 'packages'));
  expect(after.filter((name) => name.endsWith('.part'))).toEqual([]);
  expect(after).toHaveLength(before.length + 1);
});

test('a lock file that a merge left open is said', async () => {
  const root = await repositoryWith('6.0.0', 'main.js', plain);
  write(root, { 'package-lock.json': '<<<<<<< HEAD\n{}\n' });
  await expect(generateIn(root)).rejects.toMatchObject({
    name: 'ExternalError',
    hint: 'is it whole, and without marks of a conflict?',
  });
});

test.each([
  [
    'npm error code EUSAGE\nnpm error\nnpm error `npm ci` can only install packages',
    false,
    /npm install on a branch/,
  ],
  ['npm ERR! code ENOTFOUND\nnpm ERR! errno ENOTFOUND', true, /can its registry be reached/],
  ['npm error code E503\nnpm error 503 Service Unavailable', true, /can its registry be reached/],
  ['npm error code E401\nnpm error Unable to authenticate', false, /npm login/],
  ['npm error code ETARGET\nnpm error notarget No matching version', false, /does not have that version/],
])('what npm says of a failure, %j, is told from what a person can do about it', (said, retry, hint) => {
  expect(npmHint(said)).toEqual({ retry, hint: expect.stringMatching(hint) });
});

test('a registry that cannot be reached is said, and may be tried again; nothing is kept', async () => {
  const root = await repositoryWith('7.0.0', 'main.js', plain);
  edit(root, 'generator/package.json', '"emitter":', '"absent": "1.0.0",\n    "emitter":');
  edit(
    root,
    'package-lock.json',
    '"emitter": "file:../archives/emitter-7.0.0.tgz"',
    '"absent": "1.0.0",\n        "emitter": "file:../archives/emitter-7.0.0.tgz"',
  );
  edit(
    root,
    'package-lock.json',
    '"node_modules/emitter"',
    '"node_modules/absent": { "version": "1.0.0", "resolved": "http://127.0.0.1:9/absent-1.0.0.tgz" },\n    "node_modules/emitter"',
  );
  write(root, { '.npmrc': 'registry=http://127.0.0.1:9/\nfetch-retries=0\n' });
  const before = readdirSync(join(cache, 'packages'));
  await expect(generateIn(root)).rejects.toMatchObject({
    name: 'ExternalError',
    message: expect.stringContaining('npm ci: code ECONNREFUSED'),
    retry: true,
  });
  expect(readdirSync(join(cache, 'packages'))).toEqual(before);
});
