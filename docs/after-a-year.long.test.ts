import { cpSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { edit, read, repository, temporaryFolder, tool, write } from '#testing';
import { deleteEnvironment, useExample } from '../generator/test/forks/fork.ts';
import { handsIn, promotionEnvironment } from '../generator/test/support/past.ts';
import { copyTracked, newPlatform } from '../generator/testing/standalone.ts';

/**
 * Prod runs what was made a year ago: by a generator with another file to start, which refuses options that it does not
 * know, and writes another head, with another version of a package. Packages come from npm's registry.
 */
const env = promotionEnvironment();
const { git } = handsIn(env);
const year = 365 * 24;
/** A version that this generator does not have. */
const oldYaml = '2.8.1';

/** The commands of the README, as they stand there. */
const readme = read(repository, 'README.md');

/** A line of the README, as a person types it. */
async function said(root: string, line: string): Promise<string> {
  expect(readme).toContain(`\n${line}\n`);
  return typed(root, line);
}

async function typed(root: string, line: string): Promise<string> {
  const unset = Object.keys(process.env).filter((name) => name.startsWith('VITEST'));
  const variables = { ...env, ...Object.fromEntries(unset.map((name) => [name, undefined])), NO_COLOR: '1' };
  const { code, stdout, stderr } = await tool('sh', ['-c', line], { cwd: root, env: variables });
  if (code !== 0) throw new Error(`${line}: ${code}\n${stdout}\n${stderr}`);
  return stdout;
}

const start = `import '../preflight.cjs';
if (process.argv.some((word) => word.startsWith('--'))) {
  process.stderr.write('this generator knows no options\\n');
  process.exit(64);
}
const { provideGenerator } = await import('./edge/load-module.ts');
provideGenerator();
const { runProgram } = await import('./cli/run.ts');
process.exitCode = await runProgram(process.argv.slice(2), process);
`;

const scripts = (root: string, program: string): void => {
  const manifest = JSON.parse(read(root, 'package.json')) as { scripts: Record<string, string> };
  manifest.scripts.generate = `node ${program} generate`;
  write(root, { 'package.json': `${JSON.stringify(manifest, null, 2)}\n` });
};

async function commit(root: string, message: string, hoursAgo: number): Promise<string> {
  await git(root, ['add', '--all']);
  await git(root, ['commit', '--quiet', '-m', message], hoursAgo);
  return git(root, ['rev-parse', 'HEAD']);
}

let past: string;
let pin: string;

beforeAll(async () => {
  const root = await newPlatform();
  rmSync(join(root, 'node_modules'));
  deleteEnvironment(root, 'dev');
  useExample(root, 'shop');
  renameSync(join(root, 'environments/live'), join(root, 'environments/prod'));
  edit(root, 'environments/prod/environment.ts', "name: 'live'", "name: 'prod'");
  for (const name of ['prod', 'test']) {
    edit(root, `environments/${name}/environment.ts`, '  sample: true,\n', '');
    write(root, { [`environments/${name}/release.yaml`]: 'follow: main\n' });
  }
  // A year ago.
  renameSync(join(root, 'generator/src/cli/main.ts'), join(root, 'generator/src/start.ts'));
  write(root, { 'generator/src/start.ts': start });
  edit(root, 'generator/src/text/notice.ts', 'Do not edit.', 'Hands off.');
  const packages = read(root, 'generator/package.json').replace(/"yaml": "[^"]+"/, `"yaml": "${oldYaml}"`);
  write(root, { 'generator/package.json': packages });
  scripts(root, 'generator/src/start.ts');
  await git(root, ['init', '--quiet', '--initial-branch=main']);
  await typed(root, 'npm install --no-audit --no-fund && npm run generate');
  pin = await commit(root, 'as it was', year);
  write(root, { 'environments/prod/release.yaml': `revision: '${pin}'\n` });
  await typed(root, 'npm run generate');
  await commit(root, 'pin prod', year - 1);
  // Since then.
  rmSync(join(root, 'generator'), { recursive: true });
  await copyTracked(root, 'generator');
  scripts(root, 'generator/src/cli/main.ts');
  await typed(root, 'npm install --no-audit --no-fund && npm run generate');
  edit(
    root,
    'apps/apis/storefront.ts',
    "cpu: '100m', memory: '256Mi' } },\n  },",
    "cpu: '200m', memory: '256Mi' } },\n  },",
  );
  await typed(root, 'npm run generate');
  await commit(root, 'another generator, other packages', 24);
  expect(await git(root, ['show', `${pin}:package-lock.json`])).not.toBe(
    await git(root, ['show', 'HEAD:package-lock.json']),
  );
  past = temporaryFolder();
  await git(past, ['clone', '--quiet', '--bare', root, '.']);
});

async function freshClone(): Promise<{ home: string; clone: string; remote: string }> {
  const [home, remote] = [temporaryFolder(), temporaryFolder()];
  cpSync(past, remote, { recursive: true });
  const clone = join(home, 'acme');
  await git(home, ['clone', '--quiet', remote, clone]);
  await typed(clone, 'npm ci --no-audit --no-fund');
  return { home, clone, remote };
}

async function merge(remote: string): Promise<void> {
  const merger = temporaryFolder();
  await git(merger, ['clone', '--quiet', remote, '.']);
  await git(merger, ['merge', '--quiet', '--no-ff', 'origin/promote/prod', '-m', 'Merge']);
  await git(merger, ['push', '--quiet', 'origin', 'main']);
}

const values = 'environments/prod/generated/candidate/values/storefront.yaml';

test('a hotfix of what was made a year ago, word for word as in the README, from a fresh clone', async () => {
  const { clone, remote } = await freshClone();
  const begun = await said(clone, 'npm run hotfix -- prod');
  const [, folder = ''] = begun.match(/^ {2}1\. fix it in (.+)$/m) ?? [];
  expect(begun).toContain(`begins at ${pin.slice(0, 12)}, which runs in prod: cache, invoices, storefront`);
  // The folder is a place to work in.
  expect(JSON.parse(read(folder, 'node_modules/yaml/package.json'))).toMatchObject({ version: oldYaml });
  edit(folder, 'apps/apis/storefront.ts', 'replicas: 3', 'replicas: 5');
  await typed(folder, 'npm run generate');
  const fixed = await said(clone, 'npm run hotfix -- prod --emergency "users cannot log in"');
  expect(fixed).toMatch(/^moves {2}storefront: /m);
  expect(fixed).not.toMatch(/^moves {2}(cache|invoices): /m);
  const branch = (
    await git(remote, ['for-each-ref', '--format=%(refname:short)', 'refs/heads/release'])
  ).trim();
  const text = await git(remote, ['show', `${branch}:${values}`]);
  expect(text).toContain('Hands off.');
  expect(text).toContain('replicas: 5');
  await merge(remote);
  // What is merged is what is generated: by today's generator, of a pin of last year.
  await git(clone, ['pull', '--quiet']);
  expect(await typed(clone, 'npm run check')).toContain('prod:');
  expect(read(clone, 'environments/prod/generated/running/applications/storefront.yaml')).toContain(
    await git(remote, ['rev-parse', branch]),
  );
});

test('settings of prod, word for word as in the README, though all else has gone on for a year', async () => {
  const { clone, remote } = await freshClone();
  edit(clone, 'environments/prod/environment.ts', "size: 'large'", "size: 'medium'");
  await typed(clone, 'npm run generate');
  await commit(clone, 'prod is smaller', 1);
  await git(clone, ['push', '--quiet', 'origin', 'main']);
  expect(readme).toContain('`--settings`');
  const done = await typed(clone, 'npm run promote -- prod --settings');
  expect(done).toMatch(/^moves {2}storefront: /m);
  const branch = `release/prod/settings-${pin.slice(0, 12)}`;
  const text = await git(remote, ['show', `${branch}:${values}`]);
  expect(text).toContain('Hands off.');
  expect(text).toContain('replicas: 2');
  expect(
    await git(remote, ['diff', '--name-only', pin, branch, '--', 'generator', 'apps', 'package-lock.json']),
  ).toBe('');
});
