import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { copyOf, edit, read } from '../../testing/folder.ts';
import { program } from '../../testing/program.ts';
import { handsIn, promotionEnvironment, somethingToPromote } from '../support/past.ts';
import { smallRepository } from '../support/repository.ts';

const env = promotionEnvironment();
const { git, run, commit } = handsIn(env);

let past: string;

beforeAll(async () => {
  past = await somethingToPromote(env);
});

describe.concurrent('promote', () => {
  test('--dry-run prints what would be done, and does nothing', async () => {
    const root = copyOf(past);
    const before = await git(root, ['for-each-ref']);
    const { code, stdout, stderr } = await run(root, 'promote', 'prod', '--dry-run');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^moves {2}web: 0\.1\.0 {2}[0-9a-f]{12} → [0-9a-f]{12} {2}values$/m);
    expect(stdout).toMatch(/^stays {2}meter: still soaking \(soaked 3h of 24h in dev\)$/m);
    expect(stdout).toContain('promote/prod: would be "Promote web to prod"; nothing was changed');
    expect(await git(root, ['for-each-ref'])).toBe(before);
  });

  test('makes the branch; merged, the tree is in step and there is nothing left to do', async () => {
    const root = copyOf(past);
    const done = await run(root, 'promote', 'prod');
    expect(done.code, done.stderr).toBe(0);
    expect(done.stdout).toContain(
      'promote/prod: committed locally as "Promote web to prod"; there is no remote to push it to',
    );
    expect(await git(root, ['status', '--porcelain'])).toBe('');
    await git(root, ['merge', '--quiet', '--no-ff', 'promote/prod', '-m', 'Merge']);
    expect(await run(root, 'generate', '--check')).toMatchObject({ code: 0 });
    expect(read(root, 'environments/prod/generated/running/applications/web.yaml')).toContain(
      `targetRevision: "${await git(root, ['rev-parse', 'HEAD~2'])}"`,
    );
    const again = await run(root, 'promote', 'prod', '--app', 'meter');
    expect(again).toMatchObject({ code: 1 });
    expect(again.stdout).toContain('prod: nothing to promote');
  });

  test('--check says whether the release of a checkout may be merged', async () => {
    const root = copyOf(past);
    await run(root, 'promote', 'prod');
    await git(root, ['switch', '--quiet', 'promote/prod']);
    expect(await run(root, 'promote', 'prod', '--check')).toMatchObject({
      code: 0,
      stdout: 'prod: this release may be merged now\n',
    });
    const [pin = ''] = read(root, 'environments/prod/release.yaml').match(/(?<=meter: ')[0-9a-f]{40}/) ?? [];
    edit(root, 'environments/prod/release.yaml', pin, await git(root, ['rev-parse', 'main']));
    const { code, stdout } = await run(root, 'promote', 'prod', '--check');
    expect(code).toBe(1);
    expect(stdout).toContain('meter: still soaking: ');
    expect(stdout).toContain('prod: this release must wait');
    expect(await run(root, 'promote', 'prod', '--check', '--app', 'web')).toMatchObject({ code: 64 });
  });

  test('--format json is for programs, markdown is the pull request', async () => {
    const root = copyOf(past);
    const json = JSON.parse((await run(root, 'promote', 'prod', '--dry-run', '--format', 'json')).stdout);
    expect(json).toMatchObject({
      version: 1,
      environment: 'prod',
      branch: 'promote/prod',
      moves: [{ app: 'web', back: false }],
    });
    const markdown = await run(root, 'promote', 'prod', '--dry-run', '--format', 'markdown');
    expect(markdown.stdout).toContain('# Promote web to prod\n');
    expect(markdown.stdout).toContain('## Not promoted');
  });

  test('wrong usage says what is right', async () => {
    const root = copyOf(past);
    const wrong = async (...args: string[]) => {
      const { code, stderr } = await run(root, 'promote', ...args);
      expect(code).toBe(64);
      return stderr;
    };
    expect(await wrong()).toContain('which environment?');
    expect(await wrong('prdo')).toContain('did you mean "prod"?');
    expect(await wrong('prod', '--app', 'wbe')).toContain('did you mean "web"?');
    expect(await wrong('prod', '--to', 'PREVIOUS', '--emergency', 'x')).toContain('--to goes back');
    expect(await wrong('dev')).toContain('dev takes promotions from no other environment');
  });

  test('--list names the environments that take promotions, samples left out', async () => {
    const root = copyOf(past);
    expect(await run(root, 'promote', '--list')).toMatchObject({ code: 0, stdout: '["prod"]\n' });
    edit(root, 'environments/prod/environment.ts', "size: 'small',", "size: 'small',\n  sample: true,");
    expect((await run(root, 'promote', '--list')).stdout).toBe('[]\n');
    await commit(root, 'only a sample', 0);
    const { code, stderr } = await run(root, 'promote', 'prod');
    expect([code, stderr]).toEqual([64, expect.stringContaining('prod is a sample, where nothing runs')]);
  });

  test('without git there is nothing to promote from', async () => {
    const { code, stderr } = await run(smallRepository(), 'promote', 'prod');
    expect(code).toBe(2);
    expect(stderr).toContain('is in no git repository');
  });

  test('--no-pull-request asks for no token, and none is ever printed', async () => {
    const root = copyOf(past);
    const tokens = { ...env, GITHUB_TOKEN: 'not-a-real-one' };
    const asked = await program(['promote', 'prod', '--root', root, '--no-pull-request', '--dry-run'], {
      env: tokens,
    });
    expect(asked.code).toBe(0);
    expect(asked.stdout + asked.stderr).not.toContain('not-a-real-one');
  });
});

describe.concurrent('status', () => {
  test('which version runs where, how old it is, and what it is behind', async () => {
    const root = copyOf(past);
    const { code, stdout } = await run(root, 'status');
    expect(code).toBe(0);
    expect(stdout).toMatch(/^web +0\.1\.0 [0-9a-f]{7} 3h +0\.1\.0 [0-9a-f]{7} 4d 1 behind$/m);
    expect(stdout).toContain('against dev, 2 apps by pin');
    const json = JSON.parse((await run(root, 'status', '--format', 'json')).stdout);
    expect(json).toMatchObject({
      version: 1,
      environments: [
        { name: 'dev', follows: 'main' },
        { name: 'prod', follows: null },
      ],
    });
    expect((await run(root, 'status', '--format', 'markdown')).stdout).toContain('| app | dev | prod |');
  });

  test('--check fails on drift, and while prod runs what main does not have', async () => {
    const root = copyOf(past);
    expect(await run(root, 'status', '--check')).toMatchObject({ code: 0 });
    await git(root, ['switch', '--quiet', '-c', 'release/prod/fix', 'HEAD~2']);
    edit(root, 'apps/web.ts', 'port: 8080, database', 'port: 8090, database');
    await commit(root, 'web on the right port', 0);
    await git(root, ['switch', '--quiet', 'main']);
    const args = ['--app', 'web', '--revision', 'release/prod/fix', '--emergency', 'users wait'];
    const promoted = await run(root, 'promote', 'prod', ...args);
    expect(promoted.code, promoted.stderr).toBe(0);
    await git(root, ['merge', '--quiet', '--no-ff', 'promote/prod', '-m', 'Merge']);
    const lacking = await run(root, 'status', '--check');
    expect(lacking.code).toBe(1);
    expect(lacking.stdout).toContain('prod runs what the main branch does not have');
    expect(lacking.stdout).toContain('web on the right port');
    edit(root, join('environments/prod/generated/PLAN.md'), 'prod', 'prd');
    expect((await run(root, 'status')).stdout).toContain('its generated tree is out of date');
  });
});
