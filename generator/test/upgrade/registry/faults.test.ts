import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { proxyVariables } from '../../../src/edge/web/proxies.ts';
import { rateLimitIn, waitIn } from '../../../src/edge/web/rate-limit.ts';
import { openWeb } from '../../../src/edge/web/web.ts';
import { atTheEnd } from '../../../testing/ending.ts';
import { ownCache } from '../../../testing/own-cache.ts';
import { askingRun } from './ask-registry.ts';
import { type FaultProxy, type RegistryFault, startFaultProxy } from './fault-proxy.ts';
import { pushImage } from './images.ts';
import { freePort, startRegistry, type TestRegistry } from './registry-server.ts';

let registry: TestRegistry;
let proxy: FaultProxy;
let repository: string;
const found = { kind: 'found', value: ['1.0.0'] };

beforeAll(async () => {
  registry = await startRegistry();
  await pushImage(registry, 'acme/api', '1.0.0');
  proxy = await startFaultProxy(registry.host);
  repository = `${proxy.host}/acme/api`;
});

beforeEach(() => {
  process.env.GITOPS_CACHE = ownCache();
  proxy.clear();
});

const tooMany = (after?: string): RegistryFault => ({
  status: 429,
  headers: after === undefined ? {} : { 'retry-after': after },
});

describe('what fails for a while', () => {
  test.each<[string, RegistryFault]>([
    ['500', { status: 500 }],
    ['502', { status: 502 }],
    ['503', { status: 503 }],
    ['a cut connection', 'cut'],
    ['a body that ends too early', 'cut in body'],
    ['an answer that gets lost', 'cut after'],
  ])('%s is asked again', async (_, fault) => {
    proxy.add({ times: 2, fault });
    const run = askingRun();
    expect(await run.tags(repository)).toEqual(found);
    expect(run.waits).toEqual([1000, 2000]);
    expect(proxy.calls).toHaveLength(3);
  });

  test('is given up after four tries, with the reason; from then on the host gets one try', async () => {
    proxy.add({ fault: { status: 503 } });
    const run = askingRun();
    expect(await run.tags(repository)).toEqual({
      kind: 'failed',
      why: `${proxy.host} answered 503, 4 times`,
    });
    expect(await run.digest(repository, '1.0.0')).toEqual({
      kind: 'failed',
      why: `${proxy.host} answered 503`,
    });
    expect(proxy.calls).toHaveLength(5);
  });

  test('a host that nobody listens at has failed, and others have not', async () => {
    const gone = `127.0.0.1:${await freePort()}`;
    const run = askingRun();
    const [none, good] = await Promise.all([run.tags(`${gone}/acme/api`), run.tags(repository)]);
    expect(none).toEqual({ kind: 'failed', why: `${gone} cannot be reached (ECONNREFUSED, 4 times)` });
    expect(good).toEqual(found);
  });

  test('an answer that does not come is waited for no longer than the limit', async () => {
    proxy.add({ fault: { slow: 3_600_000 } });
    const run = askingRun({ web: { timeout: 50, tries: 2 } });
    expect(await run.tags(repository)).toEqual({
      kind: 'failed',
      why: `${proxy.host} cannot be reached (no answer in time, 2 times)`,
    });
  });
});

describe('limits', () => {
  test('429 is waited for as long as the host says', async () => {
    proxy.add({ times: 1, fault: tooMany('7') });
    const now = Date.UTC(2026, 0, 1);
    const run = askingRun({ now: () => now });
    expect(await run.tags(repository)).toEqual(found);
    expect(run.waits[0]).toBe(7000);
    expect(run.told[0]).toContain('waiting 7 s');
  });

  test('a wait that is too long is a failure, and nobody else asks this host in that time', async () => {
    proxy.add({ fault: tooMany('3600') });
    const now = Date.UTC(2026, 0, 1);
    const run = askingRun({ now: () => now });
    const why = `${proxy.host} is to be asked again only in 3600 s: its rate limit is used up`;
    expect(await run.tags(repository)).toEqual({ kind: 'failed', why });
    expect(await run.digest(repository, '1.0.0')).toEqual({ kind: 'failed', why });
    expect(run.waits).toEqual([]);
    expect(proxy.calls).toHaveLength(1);
  });

  test('a limit that is nearly used up is said once, and obeyed once it is', async () => {
    const headers = { 'ratelimit-limit': '100;w=21600', 'ratelimit-remaining': '5;w=21600' };
    proxy.add({ times: 2, fault: { headers } });
    proxy.add({ times: 1, fault: { headers: { 'ratelimit-remaining': '0', 'ratelimit-reset': '30' } } });
    const now = Date.UTC(2026, 0, 1);
    const run = askingRun({ now: () => now });
    await run.digest(repository, '1.0.0');
    await run.digest(repository, '1.0.1');
    await run.digest(repository, '1.0.2');
    expect(run.waits).toEqual([]);
    await run.digest(repository, '1.0.3');
    expect(run.waits).toEqual([30_000]);
    expect(run.told).toEqual([`${proxy.host}: only 5 requests are left; log in to have more`]);
  });

  test.each<[Record<string, string>, unknown]>([
    [
      { 'ratelimit-limit': '100;w=21600', 'ratelimit-remaining': '76;w=21600' },
      { remaining: 76, of: 100, resets: null },
    ],
    [
      { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '1767225660' },
      { remaining: 0, of: null, resets: 1_767_225_660_000 },
    ],
    [{ ratelimit: '"default";r=50;t=30' }, { remaining: 50, of: null, resets: 1_767_225_630_000 }],
    [
      { ratelimit: 'limit=100, remaining=3, reset=60' },
      { remaining: 3, of: null, resets: 1_767_225_660_000 },
    ],
    [{}, null],
  ])('%j', (headers, limit) => {
    expect(rateLimitIn(new Headers(headers), Date.UTC(2026, 0, 1))).toEqual(limit);
  });

  test('Retry-After has seconds or a date', () => {
    const wait = (value: string): number | null =>
      waitIn(new Headers({ 'retry-after': value }), Date.UTC(2026, 0, 1));
    expect(wait('12')).toBe(12_000);
    expect(wait('Thu, 01 Jan 2026 00:01:00 GMT')).toBe(60_000);
    expect(wait('soon')).toBeNull();
  });

  test('a host gets so many requests at once, and all of them', async () => {
    proxy.add({ fault: { slow: 20 } });
    const web = openWeb({ perHost: 3 });
    const urls = Array.from({ length: 12 }, (_, index) => `${proxy.url}/v2/?${index}`);
    const answers = await Promise.all(urls.map((url) => web.ask(url)));
    expect(answers.every(({ kind }) => kind === 'answered')).toBe(true);
    expect(proxy.mostAtOnce()).toBe(3);
    expect(web.counts().get(proxy.host)).toBe(12);
  });
});

describe('redirects', () => {
  test('take credentials to no other origin', async () => {
    const other = await startFaultProxy(registry.host);
    proxy.add({ path: /^\/here/, fault: { status: 307, headers: { location: '/v2/there' } } });
    proxy.add({ path: /there/, fault: { status: 307, headers: { location: `${other.url}/v2/` } } });
    const web = openWeb();
    const answer = await web.ask(`${proxy.url}/here`, { headers: { authorization: 'Bearer secret' } });
    expect(answer).toMatchObject({ kind: 'answered', status: 200, url: `${other.url}/v2/` });
    expect(proxy.headers.map(({ authorization }) => authorization)).toEqual([
      'Bearer secret',
      'Bearer secret',
    ]);
    expect(other.headers.map(({ authorization }) => authorization)).toEqual([undefined]);
  });

  test('end somewhere', async () => {
    proxy.add({ fault: { status: 302, headers: { location: '/again' } } });
    expect(await openWeb().ask(`${proxy.url}/again`)).toEqual({
      kind: 'failed',
      why: `${proxy.host} redirects more than 5 times`,
    });
    expect(proxy.calls).toHaveLength(6);
  });
});

test('an answer that is too large is a failure, and is not asked for again', async () => {
  const web = openWeb({ largest: 1024 * 1024 });
  proxy.add({ fault: { body: 'x'.repeat(1024 * 1024 + 1) } });
  const why = `${proxy.host} answers with more than 1 MiB (/v2/)`;
  expect(await web.ask(`${proxy.url}/v2/`)).toEqual({ kind: 'failed', why });
  expect(proxy.calls).toHaveLength(1);
});

describe('proxies', () => {
  test('are asked for hosts elsewhere', async () => {
    const asked: string[] = [];
    const outward = createServer((request, response) => {
      asked.push(`${request.method} ${request.url}`);
      response.end('through the proxy');
    });
    outward.on('connect', (request, socket) => {
      asked.push(`CONNECT ${request.url}`);
      socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
    });
    await new Promise<void>((resolve) => outward.listen(0, '127.0.0.1', resolve));
    atTheEnd(() => outward.close());
    vi.stubEnv('https_proxy', `http://127.0.0.1:${(outward.address() as AddressInfo).port}`);
    const web = openWeb({ tries: 1 });
    vi.unstubAllEnvs();
    const elsewhere = await web.ask('https://registry.invalid/v2/');
    expect(asked).toEqual(['CONNECT registry.invalid:443']);
    expect(elsewhere.kind).toBe('failed');
    expect((await web.ask(`${proxy.url}/v2/`)).kind).toBe('answered');
    expect(asked).toHaveLength(1);
  });

  test('are those of the usual variables, and loopback hosts need none', () => {
    expect(proxyVariables({})).toBeNull();
    expect(proxyVariables({ HTTPS_PROXY: 'http://p.example:3128', no_proxy: 'a.example' })).toEqual({
      https_proxy: 'http://p.example:3128',
      no_proxy: 'a.example,localhost,127.0.0.1,[::1],::1',
    });
  });
});
