import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { challengeIn } from '../../../src/edge/registry/challenge.ts';
import { type CredentialSettings, keptCredential } from '../../../src/edge/registry/credential-settings.ts';
import { temporaryFolder, write } from '../../../testing/folder.ts';
import { ownCache } from '../../../testing/own-cache.ts';
import { askingRun } from './ask-registry.ts';
import { authOf, credentialHelper, dockerConfig } from './credential-files.ts';
import { startFaultProxy } from './fault-proxy.ts';
import { pushImage } from './images.ts';
import { account, startRegistry, type TestRegistry } from './registry-server.ts';

let closed: TestRegistry;
let withTokens: TestRegistry;

beforeAll(async () => {
  closed = await startRegistry({ auth: 'basic' });
  withTokens = await startRegistry({ auth: 'token', open: (name) => name.startsWith('public/') });
  for (const name of ['acme/api', 'acme/web']) await pushImage(closed, name, '1.0.0');
  for (const name of ['public/a', 'public/b', 'private/c']) await pushImage(withTokens, name, '1.0.0');
});

beforeEach(() => {
  process.env.GITOPS_CACHE = ownCache();
  withTokens.tokens?.calls.splice(0);
});

const wrong = { user: 'alice', password: 'looking-glass' };
const found = { kind: 'found', value: ['1.0.0'] };

describe('a registry that asks for a password', () => {
  test('gets that of a file of Docker or Podman, and says what to do where there is none or a wrong one', async () => {
    const registry = closed;
    const repository = `${registry.host}/acme/api`;
    const ask = (env: Record<string, string>) => askingRun({ env }).tags(repository);
    const withAuth = { auths: { [registry.host]: { auth: authOf(account) } } };
    expect(await ask({ DOCKER_CONFIG: dockerConfig(withAuth) })).toEqual(found);
    const podman = temporaryFolder();
    write(podman, { 'containers/auth.json': JSON.stringify(withAuth) });
    expect(await ask({ XDG_RUNTIME_DIR: podman })).toEqual(found);
    expect(await ask({ REGISTRY_AUTH_FILE: join(podman, 'containers/auth.json') })).toEqual(found);

    const none = await ask({ DOCKER_CONFIG: dockerConfig({}) });
    expect(none).toEqual({ kind: 'failed', why: expect.stringContaining(`docker login ${registry.host}`) });
    const folder = dockerConfig({ auths: { [registry.host]: { auth: authOf(wrong) } } });
    const refused = await ask({ DOCKER_CONFIG: folder });
    expect(refused).toEqual({ kind: 'failed', why: expect.stringContaining(join(folder, 'config.json')) });
    expect(JSON.stringify(refused)).not.toContain(wrong.password);
    expect(JSON.stringify(refused)).not.toContain(authOf(wrong));
  });

  test('gets that of a credential helper, of one for this registry or of one for all', async () => {
    const registry = closed;
    const helper = credentialHelper('test', registry.host, account);
    const configs = [{ credHelpers: { [registry.host]: 'test' } }, { credsStore: 'test' }];
    for (const config of configs) {
      const env = { PATH: `${helper}:${process.env.PATH}`, DOCKER_CONFIG: dockerConfig(config) };
      const run = askingRun({ env });
      expect(await run.tags(`${registry.host}/acme/api`)).toEqual(found);
      expect(await run.tags(`${registry.host}/acme/web`)).toEqual(found);
      expect(run.told).toEqual([]);
    }
    // Once a run, however many repositories.
    expect(readFileSync(join(helper, 'asked'), 'utf8')).toBe(`get ${registry.host}\n`.repeat(2));
  });

  test('a helper or a file that is of no use keeps nobody from what is public', async () => {
    const registry = await startRegistry();
    await pushImage(registry, 'acme/api', '1.0.0');
    const repository = `${registry.host}/acme/api`;
    const secret = authOf(account);
    const broken = temporaryFolder();
    write(broken, { 'config.json': `{"auths": {"${registry.host}": {"auth": "${secret}"}}` });
    const run = askingRun({ env: { DOCKER_CONFIG: broken } });
    expect(await run.tags(repository)).toEqual(found);
    expect(run.told).toEqual([
      `${join(broken, 'config.json')} is no file of credentials as Docker writes it`,
    ]);
    expect(run.told.join()).not.toContain(secret);
  });

  test('a helper that is not there is said once, with the refusal that follows', async () => {
    const registry = closed;
    const run = askingRun({ env: { DOCKER_CONFIG: dockerConfig({ credsStore: 'nowhere' }) } });
    const answer = await run.tags(`${registry.host}/acme/api`);
    expect(answer.kind).toBe('failed');
    expect(run.told).toEqual([
      `docker-credential-nowhere has no credential for ${registry.host}: it is not on PATH`,
    ]);
  });
});

describe('a registry that asks for a token', () => {
  test('is asked with one token for each repository, with or without an account', async () => {
    const registry = withTokens;
    const proxy = await startFaultProxy(registry.host);
    const calls = registry.tokens?.calls ?? [];
    const run = askingRun();
    const public_ = ['public/a', 'public/b'].map((name) => run.tags(`${proxy.host}/${name}`));
    expect(await Promise.all(public_)).toEqual([found, found]);
    expect((await run.digest(`${proxy.host}/public/a`, '1.0.0')).kind).toBe('found');
    expect(calls).toEqual(['GET repository:public/a:pull -', 'GET repository:public/b:pull -']);
    // One refusal tells how all of them want to be asked.
    expect(proxy.calls.filter((call) => call.endsWith(' 401'))).toHaveLength(1);
    expect(proxy.calls).toHaveLength(4);

    const refused = await run.tags(`${proxy.host}/private/c`);
    expect(refused).toEqual({
      kind: 'failed',
      why: expect.stringMatching(
        /refuses to show private\/c \(401\): it is gone, or private, .*docker login/,
      ),
    });
    const config = dockerConfig({ auths: { [proxy.host]: { auth: authOf(account) } } });
    calls.splice(0);
    expect(await askingRun({ env: { DOCKER_CONFIG: config } }).tags(`${proxy.host}/private/c`)).toEqual(
      found,
    );
    expect(calls).toEqual(['GET repository:private/c:pull alice']);
  });

  test('takes an identity token, and refuses a wrong password with the file that it is from', async () => {
    const registry = withTokens;
    const repository = `${registry.host}/private/c`;
    const identity = {
      identitytoken: registry.tokens?.identityToken,
      auth: authOf({ user: '<token>', password: '' }),
    };
    const good = dockerConfig({ auths: { [registry.host]: identity } });
    expect(await askingRun({ env: { DOCKER_CONFIG: good } }).tags(repository)).toEqual(found);
    expect(registry.tokens?.calls).toEqual(['POST repository:private/c:pull alice']);
    const bad = dockerConfig({ auths: { [registry.host]: { auth: authOf(wrong) } } });
    const answer = await askingRun({ env: { DOCKER_CONFIG: bad } }).tags(repository);
    expect(answer).toEqual({ kind: 'failed', why: expect.stringContaining(`${bad}/config.json`) });
  });

  test('gets another token when the first is over, and only then', async () => {
    const registry = withTokens;
    let now = Date.now();
    const run = askingRun({ now: () => now });
    const repository = `${registry.host}/public/a`;
    await Promise.all([run.tags(repository), run.digest(repository, '0.0.1')]);
    now += 150_000;
    expect((await run.digest(repository, '1.0.0')).kind).toBe('found');
    expect(registry.tokens?.calls).toHaveLength(1);
    now += 150_000;
    const both = await Promise.all(['1.0.1', '1.0.2'].map((tag) => run.digest(repository, tag)));
    expect(both.map(({ kind }) => kind)).toEqual(['missing', 'missing']);
    expect(registry.tokens?.calls).toHaveLength(2);
  });

  test('no token is kept in the cache', async () => {
    const registry = withTokens;
    const proxy = await startFaultProxy(new URL(registry.tokens?.settings.realm ?? '').host);
    const front = await startFaultProxy(registry.host);
    proxy.add({ fault: { headers: { etag: '"token"' } } });
    const realm = `Bearer realm="${proxy.url}/token",service="test-registry",scope="repository:public/a:pull"`;
    front.add({ times: 1, fault: { status: 401, headers: { 'www-authenticate': realm } } });
    for (const _ of [1, 2]) {
      front.add({ times: 1, fault: { status: 401, headers: { 'www-authenticate': realm } } });
      await askingRun().tags(`${front.host}/public/a`);
    }
    expect(proxy.calls.length).toBeGreaterThan(0);
    expect(proxy.headers.every((headers) => headers['if-none-match'] === undefined)).toBe(true);
  });
});

describe('what files of credentials say', () => {
  const auth = (user: string): { auth: string } => ({ auth: authOf({ user, password: 'p' }) });
  const userOf = (settings: CredentialSettings, registry: string, name: string): string | null => {
    const kept = keptCredential(settings, registry, name);
    return kept !== null && 'credential' in kept && kept.credential.kind === 'password'
      ? kept.credential.user
      : null;
  };

  test('counts for the longest path', () => {
    const settings = {
      auths: { 'ghcr.io': auth('all'), 'ghcr.io/acme': auth('acme'), 'ghcr.io/acme/api': auth('api') },
    };
    expect(userOf(settings, 'ghcr.io', 'acme/api')).toBe('api');
    expect(userOf(settings, 'ghcr.io', 'acme/web')).toBe('acme');
    expect(userOf(settings, 'ghcr.io', 'acmes/web')).toBe('all');
    expect(userOf(settings, 'quay.io', 'acme/web')).toBeNull();
  });

  test.each(['https://index.docker.io/v1/', 'docker.io', 'index.docker.io', 'registry-1.docker.io'])(
    '%s is Docker Hub',
    (key) => {
      expect(userOf({ auths: { [key]: auth('hub') } }, 'docker.io', 'library/redis')).toBe('hub');
    },
  );

  test('may name a program, which for Docker Hub goes by its old address', () => {
    expect(keptCredential({ credsStore: 'desktop' }, 'docker.io', 'library/redis')).toEqual({
      program: 'desktop',
      server: 'https://index.docker.io/v1/',
    });
    const both = { auths: { 'ghcr.io': {} }, credsStore: 'desktop', credHelpers: { 'quay.io': 'quay' } };
    expect(keptCredential(both, 'ghcr.io', 'acme/api')).toEqual({ program: 'desktop', server: 'ghcr.io' });
    expect(keptCredential(both, 'quay.io', 'acme/api')).toEqual({ program: 'quay', server: 'quay.io' });
  });
});

describe('challenges', () => {
  test.each([
    ['Basic realm="x"', { kind: 'basic' }],
    [
      'Bearer realm="https://a.example/t"',
      { kind: 'bearer', realm: 'https://a.example/t', service: null, scope: null },
    ],
    [
      'bearer service=s , realm="https://a.example/t?a=b,c", scope="repository:a/b:pull,push"',
      { kind: 'bearer', realm: 'https://a.example/t?a=b,c', service: 's', scope: 'repository:a/b:pull,push' },
    ],
    [
      'Basic realm="x", Bearer realm="https://a.example/t",service="s"',
      { kind: 'bearer', realm: 'https://a.example/t', service: 's', scope: null },
    ],
    ['Negotiate', null],
    ['', null],
  ])('%s', (header, challenge) => {
    expect(challengeIn(header)).toEqual(challenge);
  });
});
