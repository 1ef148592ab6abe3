import { generateKeyPairSync } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { expect, test, vi } from 'vitest';
import { reportError } from '../../src/cli/report-error.ts';
import {
  githubFromEnvironment,
  gitTokenFromEnvironment,
  settingsFrom,
} from '../../src/edge/github/github-settings.ts';
import { remoteOf } from '../../src/edge/github/remote.ts';
import type { Forge } from '../../src/forge/forge.ts';
import { repository, tool } from '../../testing/program.ts';
import { draft, forgeOn, github } from './fixture.ts';
import type { Fault } from './server/faults.ts';

const keys = (): { publicKey: string; privateKey: string } =>
  generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
  });
const { publicKey, privateKey } = keys();
const app = { id: '4711', installation: 99, publicKey };
const nobody = (): void => undefined;

test.each([
  ['https://github.com/acme/platform.git', 'github.com'],
  ['https://github.com/acme/platform', 'github.com'],
  ['https://x-access-token:ghp_abc@github.com/acme/platform.git', 'github.com'],
  ['git@github.com:acme/platform.git', 'github.com'],
  ['github.example.org:acme/platform', 'github.example.org'],
  ['ssh://git@github.example.org:2222/acme/platform.git', 'github.example.org'],
  ['http://127.0.0.1:4000/acme/platform.git/', '127.0.0.1'],
])('%s is a repository', (url, host) => {
  expect(remoteOf(url)).toEqual({ host, owner: 'acme', repo: 'platform' });
});

test.each([
  '/srv/git/platform.git',
  'file:///srv/git/platform.git',
  '../platform',
  'https://github.com/acme',
  '',
])('"%s" is none', (url) => expect(remoteOf(url)).toBeNull());

const remote = 'git@github.com:acme/platform.git';
const GITHUB_TOKEN = 'ghp_0123456789abcdef';

test('without credentials there is no GitHub; empty variables are none', () => {
  expect(githubFromEnvironment({}, remote)).toBeNull();
  expect(githubFromEnvironment({ GITHUB_TOKEN: '', GITHUB_APP_ID: '' }, 'anything')).toBeNull();
});

test('what the variables say', () => {
  const token = { kind: 'token', token: GITHUB_TOKEN };
  const common = { owner: 'acme', repo: 'platform', credentials: token };
  expect(settingsFrom({ GITHUB_TOKEN }, remote, nobody)).toMatchObject({
    ...common,
    apiUrl: 'https://api.github.com',
  });
  const enterprise = {
    GITHUB_TOKEN,
    GITHUB_API_URL: 'https://github.example.org/api/v3/',
    GITHUB_REPOSITORY: 'acme/platform',
  };
  expect(settingsFrom(enterprise, '/srv/platform', nobody)).toMatchObject({
    ...common,
    apiUrl: 'https://github.example.org/api/v3',
  });
  const asApp = {
    GITHUB_TOKEN,
    GITHUB_APP_ID: '1',
    GITHUB_APP_PRIVATE_KEY: privateKey.replaceAll('\n', '\\n'),
  };
  expect(settingsFrom({ ...asApp, GITHUB_APP_INSTALLATION_ID: '7' }, remote, nobody)).toMatchObject({
    credentials: { kind: 'app', id: '1', privateKey, installation: 7 },
  });
});

test.each([
  [{ GITHUB_APP_ID: '1' }, remote, 'GITHUB_APP_PRIVATE_KEY is not set, but its counterpart is'],
  [{ GITHUB_APP_PRIVATE_KEY: privateKey }, remote, 'GITHUB_APP_ID is not set, but its counterpart is'],
  [
    { GITHUB_APP_ID: '1', GITHUB_APP_PRIVATE_KEY: 'secret' },
    remote,
    'GITHUB_APP_PRIVATE_KEY is no private key in PEM',
  ],
  [
    { GITHUB_APP_ID: '1', GITHUB_APP_PRIVATE_KEY: privateKey, GITHUB_APP_INSTALLATION_ID: 'x' },
    remote,
    'is no number',
  ],
  [{ GITHUB_TOKEN, GITHUB_API_URL: 'github.example.org' }, remote, 'GITHUB_API_URL is no URL'],
  [{ GITHUB_TOKEN, GITHUB_API_URL: 'http://github.example.org/api/v3' }, remote, 'must begin with https://'],
])('what does not fit together is refused: %#', (env, url, words) => {
  let message = '';
  try {
    githubFromEnvironment(env, url);
  } catch (error) {
    expect(error).toMatchObject({ name: 'UsageError' });
    message = (error as Error).message;
  }
  expect(message).toContain(words);
  expect(message).not.toContain(GITHUB_TOKEN);
});

// A token is not sent to where nobody said that it should go.
test.each([
  ['/srv/platform.git', 'set GITHUB_REPOSITORY, for /srv/platform.git does not say owner and name'],
  ['https://me:secret@github.com/acme', 'set GITHUB_REPOSITORY, for https://github.com/acme does not'],
  ['git@git.example.org:acme/platform.git', 'set GITHUB_API_URL (such as https://git.example.org/api/v3)'],
])('for %s there is no GitHub, and it is said why', (url, words) => {
  const lines: string[] = [];
  expect(githubFromEnvironment({ GITHUB_TOKEN }, url, (line) => lines.push(line))).toBeNull();
  expect(lines).toEqual([expect.stringContaining(words)]);
});

test('in Actions, the remote URL of a mirror does not mislead', () => {
  const env = {
    GITHUB_TOKEN,
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_API_URL: 'https://api.github.com',
    GITHUB_REPOSITORY: 'acme/platform',
  };
  const location = { owner: 'acme', repo: 'platform', apiUrl: 'https://api.github.com' };
  expect(settingsFrom(env, 'https://git.example.org/mirrors/shop.git', nobody)).toMatchObject(location);
  const other = 'git@github.com:acme/other.git';
  expect(settingsFrom(env, other, nobody)).toMatchObject({ ...location, repo: 'other' });
});

test('a GitHub App signs, finds its installation, and works with the token that it gets', async () => {
  const server = await github({ app });
  const env = { GITHUB_APP_ID: app.id, GITHUB_APP_PRIVATE_KEY: privateKey, GITHUB_API_URL: server.apiUrl };
  const forge = githubFromEnvironment(env, server.gitUrl);
  expect(await forge?.savePullRequest(draft)).toMatchObject({ number: 1 });
  expect(server.world.pulls[0]?.author).toBe('promoter[bot]');
  expect(server.calls.slice(0, 3)).toEqual([
    'GET /repos/acme/platform/installation 200',
    'POST /app/installations/99/access_tokens 201',
    'GET /repos/acme/platform/pulls 200',
  ]);
  await githubFromEnvironment({ ...env, GITHUB_APP_INSTALLATION_ID: '99' }, server.gitUrl)?.openPullRequests(
    '',
  );
  expect(server.calls.filter((call) => call.includes('/installation '))).toHaveLength(1);
});

test('git comes in with the token of the environment, or with one that the app gets', async () => {
  const server = await github({ app });
  const common = { GITHUB_API_URL: server.apiUrl };
  const asApp = { ...common, GITHUB_APP_ID: app.id, GITHUB_APP_PRIVATE_KEY: privateKey };
  expect(await gitTokenFromEnvironment(common, server.gitUrl)).toBeNull();
  expect(await gitTokenFromEnvironment({ ...common, GITHUB_TOKEN: server.token }, server.gitUrl)).toBe(
    server.token,
  );
  const token = await gitTokenFromEnvironment(asApp, server.gitUrl);
  const url = server.gitUrl.replace('//', `//x-access-token:${token}@`);
  expect((await tool('git', ['ls-remote', url])).stdout).toContain('refs/heads/promote/prod');
});

test('an app with another key stays outside', async () => {
  const server = await github({ app });
  const env = {
    GITHUB_APP_ID: app.id,
    GITHUB_APP_PRIVATE_KEY: keys().privateKey,
    GITHUB_API_URL: server.apiUrl,
  };
  const work = githubFromEnvironment(env, server.gitUrl)?.openPullRequests('');
  await expect(work).rejects.toMatchObject({
    name: 'ExternalError',
    retry: false,
    message: expect.stringContaining('web token'),
  });
});

const tooLong = {
  status: 429,
  headers: { 'retry-after': '999' },
  body: { message: 'A secondary rate limit.' },
};
const bad: readonly Fault[] = ['repeats credentials', 'cut before', 500, 401, tooLong];

test('no secret is ever shown: not in an error, not in what it carries, not in a line, not on the console', async () => {
  const shown: string[] = [];
  const keep = (...words: unknown[]): boolean =>
    shown.push(inspect(words, { depth: null, showHidden: true })) > 0;
  const spies = [
    ...(['debug', 'error', 'info', 'log', 'warn'] as const).map((name) =>
      vi.spyOn(console, name).mockImplementation(keep),
    ),
    vi.spyOn(process.stdout, 'write').mockImplementation(keep),
    vi.spyOn(process.stderr, 'write').mockImplementation(keep),
  ];
  const secrets: string[] = [];
  try {
    for (const fault of bad) {
      const server = await github({ app });
      for (let n = 1; n < 30; n++) if (n !== 2) server.failAt(n, fault);
      secrets.push(server.token);
      const asApp = forgeOn(server, {
        credentials: { kind: 'app', id: app.id, privateKey, installation: 99 },
        report: keep,
      });
      const forges: Forge[] = [forgeOn(server, { report: keep }), asApp];
      for (const forge of forges) {
        await forge.openPullRequests('').catch(keep);
        const error: unknown = await forge.mergeWhenReady(1, 'merge').catch((thrown: unknown) => thrown);
        keep(error);
        reportError(
          error,
          { format: 'text', command: undefined },
          { stdout: { write: keep }, stderr: { write: keep }, env: {} },
        );
      }
    }
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
  const all = shown.join('\n');
  expect(all).toContain('who is token ***?');
  expect(all).toContain('cannot merge pull request 1');
  for (const secret of [...secrets, ...privateKey.split('\n').filter((line) => line.length > 20)])
    expect(all.includes(secret), 'a secret was shown').toBe(false);
  expect(all).not.toMatch(/gh[ps]_[0-9a-f]{8}|eyJ[\w-]{8}/);
});

test('a process that talked to GitHub ends when its work is done', async () => {
  const server = await github();
  const script = `
    import { githubFromEnvironment } from './generator/src/edge/github/github-settings.ts';
    const forge = githubFromEnvironment(process.env, '${server.gitUrl}');
    await forge.savePullRequest(${JSON.stringify(draft)});
    const found = await forge.openPullRequests('');
    const waitsFor = process.getActiveResourcesInfo().filter((kind) => kind === 'Timeout');
    process.stdout.write(JSON.stringify([found.length, waitsFor]));`;
  const env = { GITHUB_TOKEN: server.token, GITHUB_API_URL: server.apiUrl };
  const ended = await tool('node', ['--input-type=module', '--eval', script], { cwd: repository, env });
  // The plugins keep timers of minutes, which must not keep the process.
  expect(ended).toMatchObject({ code: 0, stdout: '[1,[]]', stderr: '' });
});

test('octokit is loaded by the first call to GitHub and by nothing else', () => {
  const folder = join(repository, 'generator/src');
  const loading = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .filter((path) => /^import (?!type\b)[^;]*'@octokit\//m.test(readFileSync(join(folder, path), 'utf8')));
  expect(loading).toEqual([]);
});
