import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { edit, repository, temporaryFolder, tool, write } from '#testing';
import { handsIn, promotionEnvironment, somethingToPromote } from '../generator/test/support/past.ts';
import { type Step, workflows } from './workflow-files.ts';

const env = promotionEnvironment();
const { git, commit } = handsIn(env);
const main = join(repository, 'generator/src/cli/main.ts');
const scripts = (promote: string, generate: string): string =>
  JSON.stringify({ type: 'module', scripts: { promote, generate } });
const ours = scripts(`node ${main} promote`, `node ${main} generate`);

/** The repository that pull requests go to, with what its main branch has to promote. */
let origin: string;

beforeAll(async () => {
  origin = await somethingToPromote(env);
  write(origin, { 'package.json': ours });
  await commit(origin, 'scripts', 3);
});

/** Commits what somebody changes, and proposes it: only the reference of the pull request leads to it. */
async function proposal(from: string, change: () => void | Promise<void>): Promise<string> {
  await git(origin, ['switch', '--quiet', '--detach', from]);
  await change();
  await git(origin, ['add', '--all', '--force']);
  await git(origin, ['commit', '--quiet', '-m', 'proposed']);
  const head = await git(origin, ['rev-parse', 'HEAD']);
  await git(origin, ['update-ref', 'refs/pull/7/head', head]);
  await git(origin, ['switch', '--quiet', 'main']);
  return head;
}

/** Carries the scripts of a job out, one after the other, as a runner does it in a checkout of the default branch. */
async function carriedOut(
  workflow: string,
  head: string,
): Promise<{ code: number; said: string; folder: string }> {
  const folder = temporaryFolder();
  await git(folder, ['clone', '--quiet', '--branch', 'main', origin, '.']);
  const [job] = Object.values(workflows.get(`.github/workflows/${workflow}`)?.jobs ?? {});
  let said = '';
  for (const step of (job?.steps ?? []).filter(({ run }) => run !== undefined)) {
    const { code, stdout, stderr } = await tool('bash', ['-e', '-c', step.run ?? ''], {
      cwd: folder,
      env: { ...env, ...given(step, head) },
    });
    said += stdout + stderr;
    if (code !== 0) return { code, said, folder };
  }
  return { code: 0, said, folder };
}

/** Variables of a step, with what GitHub puts in the place of expressions. */
const given = ({ env: variables = {} }: Step, head: string): Record<string, string> =>
  Object.fromEntries(
    Object.entries(variables).map(([name, value]) => [
      name,
      String(value)
        .replaceAll(/\$\{\{[^}]*head\.sha \}\}/g, head)
        .replaceAll(/\$\{\{ github\.token \}\}/g, name === 'GITHUB_TOKEN' ? '' : 'the-token')
        .replaceAll(/\$\{\{ github\.server_url \}\}/g, 'https://github.example.org'),
    ]),
  );

test('a pull request that edits the gate away is judged by the gate of main, and nothing of it is run', async () => {
  const ran = join(temporaryFolder(), 'ran');
  const head = await proposal('main', async () => {
    const spy = `import { writeFileSync as w } from 'node:fs';\nw(${JSON.stringify(ran)}, '');\n`;
    edit(origin, 'apps/index.ts', '', spy);
    edit(origin, 'environments/prod/environment.ts', "soak: '1d'", "soak: '0h'");
    write(origin, { 'package.json': scripts('true', 'true'), '.github/workflows/gate.yml': 'on: {}\n' });
    const release = join(origin, 'environments/prod/release.yaml');
    const newest = await git(origin, ['rev-parse', 'main']);
    writeFileSync(release, readFileSync(release, 'utf8').replace(/[0-9a-f]{40}/, newest));
  });
  const { code, said } = await carriedOut('gate.yml', head);
  expect(said).toContain('prod: meter: still soaking: ');
  expect(code).toBe(1);
  expect(existsSync(ran)).toBe(false);
});

test('a pull request that changes no release passes the gate', async () => {
  const head = await proposal('main', () => edit(origin, 'apps/meter.ts', '9092', '9093'));
  expect(await carriedOut('gate.yml', head)).toMatchObject({
    code: 0,
    said: expect.stringContaining('no release is changed'),
  });
  expect(await carriedOut('trees.yml', head)).toMatchObject({ code: 0 });
});

test('the tree of a hotfix is generated anew by its own generator, which finds no token anywhere', async () => {
  const seen = join(temporaryFolder(), 'seen');
  const [pin = ''] =
    readFileSync(join(origin, 'environments/prod/release.yaml'), 'utf8').match(/[0-9a-f]{40}/) ?? [];
  const fix = await proposal(pin, () => {
    const spy = `import { writeFileSync as w } from 'node:fs';\nw(${JSON.stringify(seen)}, JSON.stringify(process.env));\n`;
    write(origin, { 'package.json': scripts('true', `node spy.ts && node ${main} generate`), 'spy.ts': spy });
    write(origin, { 'node_modules/none': '' });
    const values = 'environments/prod/generated/candidate/values/web.yaml';
    edit(origin, values, '', '# by hand\n');
  });
  await git(origin, ['branch', 'release/prod/fix', fix]);
  const head = await proposal('main', () => {
    edit(origin, 'environments/prod/release.yaml', pin, fix);
  });
  const { code, said, folder } = await carriedOut('trees.yml', head);
  expect(said).toContain(`${fix.slice(0, 12)}: its tree is not what its definitions generate: `);
  expect(code).toBe(1);
  expect(readFileSync(seen, 'utf8')).toContain('"PATH":');
  expect(readFileSync(seen, 'utf8')).not.toContain('token');
  expect(readFileSync(join(folder, '.git/config'), 'utf8')).not.toContain('token');
});
