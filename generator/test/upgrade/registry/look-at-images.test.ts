import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ownCache } from '../../../testing/own-cache.ts';
import { askingRun } from './ask-registry.ts';
import { type FaultProxy, startFaultProxy } from './fault-proxy.ts';
import { deleteManifest, digestOf, fillTags, pushArtifact, pushImage, pushIndex, types } from './images.ts';
import { startRegistry, type TestRegistry } from './registry-server.ts';

let registry: TestRegistry;
let proxy: FaultProxy;
let api: string;

beforeAll(async () => {
  registry = await startRegistry({ page: 1000 });
  proxy = await startFaultProxy(registry.host);
  api = `${proxy.host}/acme/api`;
});

beforeEach(() => {
  process.env.GITOPS_CACHE = ownCache();
  proxy.clear();
});

describe('tags', () => {
  test('are listed over all pages, each of which is asked for once', async () => {
    const digest = await pushImage(registry, 'acme/many', '0.0.0');
    const many = Array.from({ length: 2500 }, (_, index) => `1.${index}.0`);
    fillTags(registry, 'acme/many', digest, many);
    const run = askingRun();
    const [first, second] = await Promise.all([
      run.tags(`${proxy.host}/acme/many`),
      run.tags(`${proxy.host}/acme/many`),
    ]);
    expect(second).toBe(first);
    expect(first).toEqual({ kind: 'found', value: expect.any(Array) });
    expect(first.kind === 'found' && [...first.value].sort()).toEqual(['0.0.0', ...many].sort());
    expect(proxy.calls).toHaveLength(3);
    expect(run.counts().get(proxy.host)).toBe(3);
  });

  test('of a repository that is not there are missing', async () => {
    expect(await askingRun().tags(`${proxy.host}/acme/never`)).toEqual({
      kind: 'missing',
      why: `${proxy.host} has no ${proxy.host}/acme/never (NAME_UNKNOWN)`,
    });
  });

  test.each([
    [
      'goes on at an address of its own, and says that without TLS',
      (host: string) => `<http://${host}/v2/acme/api/tags/list?n=1000&last=1.0.0>; rel="next"`,
    ],
    ['goes on at a path', () => '</v2/acme/api/tags/list?n=1000&last=1.0.0>; rel=next'],
    ['goes on at a query', () => '<list?n=1000&last=1.0.0>; title="more"; rel="next"'],
  ])('a list that %s is read to its end', async (_, link) => {
    await pushImage(registry, 'acme/api', '1.0.0');
    await pushImage(registry, 'acme/api', '1.1.0');
    proxy.add({
      path: /n=1000$/,
      fault: { status: 200, body: '{"tags":["1.0.0"]}', headers: { link: link(proxy.host) } },
    });
    expect(await askingRun().tags(api)).toEqual({ kind: 'found', value: ['1.0.0', '1.1.0'] });
    expect(proxy.calls).toHaveLength(2);
  });

  test('lists that go in a circle, go on elsewhere, have no end or are none have failed', async () => {
    const page = (link: string, body = '{"tags":["1.0.0"]}'): void =>
      proxy.add({ times: 1, fault: { status: 200, body, headers: link === '' ? {} : { link } } });
    const why = async (): Promise<string> => {
      const answer = await askingRun().tags(api);
      return answer.kind === 'failed' ? answer.why : answer.kind;
    };
    page('</v2/acme/api/tags/list?n=1000>; rel="next"');
    expect(await why()).toBe(`the tags of ${api} go in a circle`);
    page('<https://elsewhere.example/v2/acme/api/tags/list?last=a>; rel="next"');
    expect(await why()).toBe(`the tags of ${api} go on at another host`);
    page('', '<html>');
    expect(await why()).toBe(`the tags of ${api} are no list of tags`);
    page('', JSON.stringify({ tags: Array.from({ length: 100_001 }, (_, index) => `${index}`) }));
    expect(await why()).toBe(`${api} has more than 100000 tags`);
    page('', JSON.stringify({ name: 'acme/api', tags: null }));
    expect(await askingRun().tags(api)).toEqual({ kind: 'found', value: [] });
  });

  test('of a registry that lists everything on every page are those', async () => {
    const link = '</v2/acme/api/tags/list?n=1000&last=1.1.0>; rel="next"';
    proxy.add({ fault: { status: 200, body: '{"tags":["1.0.0","1.1.0"]}', headers: { link } } });
    expect(await askingRun().tags(api)).toEqual({ kind: 'found', value: ['1.0.0', '1.1.0'] });
    expect(proxy.calls).toHaveLength(2);
  });
});

describe('digests', () => {
  test('are those of indexes and manifests of both kinds, by HEAD', async () => {
    const digests = [
      await pushImage(registry, 'acme/api', '2.0.0'),
      await pushImage(registry, 'acme/api', '2.0.1', { docker: true }),
      await pushIndex(registry, 'acme/api', '2.0.2', { platforms: ['linux/amd64'] }),
      await pushIndex(registry, 'acme/api', '2.0.3', { platforms: ['linux/amd64'], docker: true }),
    ];
    const run = askingRun();
    for (const [index, digest] of digests.entries())
      expect(await run.digest(api, `2.0.${index}`)).toEqual({ kind: 'found', value: digest });
    expect(proxy.calls.every((call) => call.startsWith('HEAD '))).toBe(true);
    expect(proxy.calls).toHaveLength(4);
  });

  test('follow a tag that moves and end with one that is deleted', async () => {
    const first = await pushImage(registry, 'acme/api', '3.0.0', { content: 'a' });
    expect(await askingRun().digest(api, '3.0.0')).toEqual({ kind: 'found', value: first });
    const second = await pushImage(registry, 'acme/api', '3.0.0', { content: 'b' });
    expect(await askingRun().digest(api, '3.0.0')).toEqual({ kind: 'found', value: second });
    await deleteManifest(registry, 'acme/api', '3.0.0');
    expect(await askingRun().digest(api, '3.0.0')).toEqual({
      kind: 'missing',
      why: `${proxy.host} has no ${api}:3.0.0`,
    });
  });

  test('are computed where a registry names none, or does not answer HEAD', async () => {
    const digest = await pushImage(registry, 'acme/api', '3.1.0', { content: 'c' });
    proxy.add({ fault: { headers: { 'Docker-Content-Digest': null } } });
    expect(await askingRun().digest(api, '3.1.0')).toEqual({ kind: 'found', value: digest });
    expect(proxy.calls.map((call) => call.split(' ')[0])).toEqual(['HEAD', 'GET']);
    proxy.clear();
    proxy.add({ method: 'HEAD', fault: { status: 405 } });
    expect(await askingRun().digest(api, '3.1.0')).toEqual({ kind: 'found', value: digest });
  });

  test('are taken from the cache for 20 hours, except by whoever asks anew', async () => {
    const digest = await pushImage(registry, 'acme/api', '3.2.0', { content: 'd' });
    const start = Date.UTC(2026, 0, 1);
    const hours = (count: number) => () => start + count * 3_600_000;
    const asked = async (now: () => number, anew = false): Promise<unknown> =>
      askingRun({ anew, now }).digest(api, '3.2.0');
    expect(await asked(hours(0))).toEqual({ kind: 'found', value: digest });
    expect(await asked(hours(19))).toEqual({ kind: 'found', value: digest });
    expect(proxy.calls).toHaveLength(1);
    await asked(hours(19), true);
    expect(proxy.calls).toHaveLength(2);
    // What that one was answered is kept for the others.
    await asked(hours(38));
    expect(proxy.calls).toHaveLength(2);
    await asked(hours(39));
    expect(proxy.calls).toHaveLength(3);
  });
});

describe('images', () => {
  test('say what they run, and for which platforms', async () => {
    const digest = await pushIndex(registry, 'acme/api', '4.0.0', {
      platforms: ['linux/arm64/v8', 'linux/amd64'],
      attestations: true,
      created: '2026-01-02T03:04:05Z',
      labels: { 'org.opencontainers.image.source': 'https://example.org/api' },
      entrypoint: ['/api'],
      command: ['serve'],
    });
    const facts = {
      platforms: ['linux/amd64', 'linux/arm64/v8'],
      created: '2026-01-02T03:04:05.000Z',
      labels: { 'org.opencontainers.image.source': 'https://example.org/api' },
      entrypoint: ['/api'],
      command: ['serve'],
    };
    expect(await askingRun().image(api, digest)).toEqual({ kind: 'found', value: facts });
    expect(proxy.calls).toHaveLength(3);
    // What has a digest never changes, so another run asks nothing.
    expect(await askingRun().image(api, digest)).toEqual({ kind: 'found', value: facts });
    expect(proxy.calls).toHaveLength(3);
  });

  test("of one platform, of Docker's kind, built at no time", async () => {
    const digest = await pushImage(registry, 'acme/api', '4.0.1', {
      platform: 'linux/arm/v7',
      docker: true,
      created: '1970-01-01T00:00:00Z',
    });
    const value = { platforms: ['linux/arm/v7'], created: null, labels: {}, entrypoint: [], command: [] };
    expect(await askingRun().image(api, digest)).toEqual({ kind: 'found', value });
  });

  test('are refused where they are something else, and where the content is not what the digest says', async () => {
    const config = Buffer.from('{"name":"chart","version":"1.0.0"}');
    const manifest = {
      schemaVersion: 2,
      mediaType: types.ociManifest,
      config: {
        mediaType: 'application/vnd.cncf.helm.config.v1+json',
        digest: digestOf(config),
        size: config.length,
      },
      layers: [],
    };
    const chart = await pushArtifact(registry, 'acme/api', null, { manifest, blobs: [config] });
    expect(await askingRun().image(api, chart)).toEqual({
      kind: 'failed',
      why: `${api}@${chart} is no image, but application/vnd.cncf.helm.config.v1+json`,
    });
    const digest = await pushImage(registry, 'acme/api', '4.1.0', { content: 'e' });
    proxy.add({ path: /manifests/, times: 1, fault: { body: '{"schemaVersion":2}' } });
    expect(await askingRun().image(api, digest)).toEqual({
      kind: 'failed',
      why: `${proxy.host} sent something else than ${digest}`,
    });
    // The wrong content was not kept.
    expect((await askingRun().image(api, digest)).kind).toBe('found');
  });

  test("of Docker's first format are refused with the reason", async () => {
    const headers = { 'content-type': 'application/vnd.docker.distribution.manifest.v1+prettyjws' };
    proxy.add({ path: /manifests/, fault: { status: 200, headers, body: '{"schemaVersion":1}' } });
    const why = `${api}:0.1.0 is of schema 1, Docker's first format, which Docker and Kubernetes do not run any more`;
    expect(await askingRun().digest(api, '0.1.0')).toEqual({ kind: 'failed', why });
  });
});

describe('what this registry gives to be asked again with', () => {
  test('manifests have an ETag, lists of tags have none', async () => {
    await pushImage(registry, 'acme/api', '5.0.0');
    const headers = { accept: Object.values(types).join(', ') };
    const manifest = await fetch(`${registry.url}/v2/acme/api/manifests/5.0.0`, { headers });
    expect(manifest.headers.get('etag')).toMatch(/^"sha256:/);
    const list = await fetch(`${registry.url}/v2/acme/api/tags/list`);
    expect(list.headers.get('etag')).toBeNull();
    expect(list.headers.get('last-modified')).toBeNull();
  });

  test('a manifest that did not change is answered with 304, and found all the same', async () => {
    const digest = await pushImage(registry, 'acme/api', '5.1.0', { content: 'f' });
    proxy.add({ method: 'HEAD', fault: { status: 405 } });
    for (const status of ['200', '304']) {
      proxy.calls.splice(0);
      expect(await askingRun().digest(api, '5.1.0')).toEqual({ kind: 'found', value: digest });
      expect(proxy.calls.at(-1)).toBe(`GET /v2/acme/api/manifests/5.1.0 ${status}`);
    }
    await pushImage(registry, 'acme/api', '5.1.0', { content: 'g' });
    const moved = await askingRun().digest(api, '5.1.0');
    expect(moved.kind === 'found' && moved.value !== digest).toBe(true);
  });

  test('where a registry gives an ETag for tags, they come from the cache as long as it says so', async () => {
    await pushImage(registry, 'acme/etag', '1.0.0');
    const repository = `${proxy.host}/acme/etag`;
    proxy.add({ times: 1, fault: { headers: { etag: '"one"' } } });
    expect(await askingRun().tags(repository)).toEqual({ kind: 'found', value: ['1.0.0'] });
    proxy.add({ times: 1, fault: { status: 304, body: '' } });
    expect(await askingRun().tags(repository)).toEqual({ kind: 'found', value: ['1.0.0'] });
    expect(proxy.headers.at(-1)?.['if-none-match']).toBe('"one"');
  });
});
