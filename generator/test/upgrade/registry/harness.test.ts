import { describe, expect, test } from 'vitest';
import { startFaultProxy } from './fault-proxy.ts';
import { deleteManifest, digestOf, fillTags, pushImage, pushIndex, types } from './images.ts';
import { basic, linkOf, startRegistry } from './registry-server.ts';

const manifestOf = (url: string, repository: string, reference: string, headers = {}): Promise<Response> =>
  fetch(`${url}/v2/${repository}/manifests/${reference}`, {
    headers: { accept: Object.values(types).join(', '), ...headers },
  });

describe('the registry that upgrades are tested against', () => {
  test('takes images and indexes, moves tags and deletes them', async () => {
    const registry = await startRegistry();
    const first = await pushImage(registry, 'acme/api', '1.0.0', { content: 'a' });
    const second = await pushImage(registry, 'acme/api', '1.0.0', { content: 'b' });
    expect(second).not.toBe(first);
    expect(linkOf(registry, 'acme/api', '1.0.0')).toBe(second);
    const index = await pushIndex(registry, 'acme/api', '1.1.0', {
      platforms: ['linux/amd64', 'linux/arm64/v8'],
      attestations: true,
    });
    const answer = await manifestOf(registry.url, 'acme/api', '1.1.0');
    expect(answer.headers.get('docker-content-digest')).toBe(index);
    expect(digestOf(Buffer.from(await answer.arrayBuffer()))).toBe(index);
    await deleteManifest(registry, 'acme/api', '1.1.0');
    expect((await manifestOf(registry.url, 'acme/api', '1.1.0')).status).toBe(404);
    expect((await manifestOf(registry.url, 'acme/api', index)).status).toBe(200);
    await deleteManifest(registry, 'acme/api', index);
    expect((await manifestOf(registry.url, 'acme/api', index)).status).toBe(404);
  });

  test('has tags that were written where it keeps them', async () => {
    const registry = await startRegistry();
    const digest = await pushImage(registry, 'acme/many', '0.0.0');
    fillTags(
      registry,
      'acme/many',
      digest,
      Array.from({ length: 1500 }, (_, index) => `1.${index}.0`),
    );
    const list = await (await fetch(`${registry.url}/v2/acme/many/tags/list`)).json();
    expect((list as { tags: string[] }).tags).toHaveLength(1501);
    const one = await manifestOf(registry.url, 'acme/many', '1.777.0');
    expect(one.headers.get('docker-content-digest')).toBe(digest);
  });

  test('asks for a password, or for a token', async () => {
    const closed = await startRegistry({ auth: 'basic' });
    const digest = await pushImage(closed, 'acme/api', '1.0.0');
    expect((await manifestOf(closed.url, 'acme/api', digest)).status).toBe(401);
    expect((await manifestOf(closed.url, 'acme/api', digest, { authorization: basic() })).status).toBe(200);

    const tokens = await startRegistry({ auth: 'token' });
    await pushImage(tokens, 'acme/api', '1.0.0');
    const refused = await manifestOf(tokens.url, 'acme/api', '1.0.0');
    expect(refused.status).toBe(401);
    expect(refused.headers.get('www-authenticate')).toContain('scope="repository:acme/api:pull"');
    const authorization = `Bearer ${tokens.tokens?.tokenFor('acme/api', ['pull'])}`;
    expect((await manifestOf(tokens.url, 'acme/api', '1.0.0', { authorization })).status).toBe(200);
    expect((await manifestOf(tokens.url, 'acme/other', '1.0.0', { authorization })).status).toBe(401);
  });

  test('answers through a proxy that lets requests fail', async () => {
    const registry = await startRegistry({ page: 2 });
    for (const tag of ['1.0.0', '1.1.0', '1.2.0']) await pushImage(registry, 'acme/api', tag);
    const proxy = await startFaultProxy(registry.host);
    const url = `${proxy.url}/v2/acme/api/tags/list?n=2`;
    const good = await fetch(url);
    expect(good.headers.get('link')).toContain('last=1.1.0');
    proxy.add({ path: /tags/, times: 1, fault: { status: 429, headers: { 'retry-after': '1' } } });
    proxy.add({ path: /tags/, times: 1, fault: 'cut' });
    proxy.add({ path: /tags/, times: 1, fault: 'cut in body' });
    proxy.add({ path: /tags/, times: 1, fault: { headers: { Link: null } } });
    expect((await fetch(url)).status).toBe(429);
    await expect(fetch(url)).rejects.toThrow();
    await expect(fetch(url).then((answer) => answer.text())).rejects.toThrow();
    expect((await fetch(url)).headers.get('link')).toBeNull();
    const name = 'GET /v2/acme/api/tags/list?n=2';
    expect(proxy.calls).toEqual(['200', '429', 'cut', 'cut in body', '200'].map((end) => `${name} ${end}`));
  });
});
