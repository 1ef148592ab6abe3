import { beforeAll, describe, expect, test } from 'vitest';
import { upgradePolicy } from '../../../src/definition/shape/upgrade-policy-shape.ts';
import { cosignSignatures } from '../../../src/edge/registry/signature.ts';
import type { SourceAnswer } from '../../../src/upgrade/sources.ts';
import type { ImageSubject } from '../../../src/upgrade/subject.ts';
import { startFaultProxy } from '../registry/fault-proxy.ts';
import { pushArtifact, pushImage, pushIndex, types } from '../registry/images.ts';
import { startRegistry, type TestRegistry } from '../registry/registry-server.ts';
import { type Signing, startSigning } from './signing.ts';

let registry: TestRegistry;
let signing: Signing;

beforeAll(async () => {
  registry = await startRegistry();
  signing = await startSigning();
  await signing.key('ours');
  await signing.key('others');
});

const image = (host: string, repository: string, key: string | null): ImageSubject => ({
  kind: 'image',
  id: 'images.yaml: app',
  key: 'app',
  file: 'images.yaml',
  current: '1.0.0',
  repository: `${host}/${repository}`,
  digest: null,
  policy: upgradePolicy.parse(key === null ? {} : { signature: { key } }),
});

const answer = (repository: string, digest: string, key: string | null = 'ours.pub', host = registry.host) =>
  cosignSignatures(signing.folder, () => undefined)(image(host, repository, key), digest);

const reference = (repository: string, digest: string): string => `${registry.host}/${repository}@${digest}`;

/** The text of a manifest, and its media type. */
async function manifestAt(repository: string, name: string): Promise<Record<string, unknown>> {
  const accept = [types.ociIndex, types.ociManifest].join(', ');
  const response = await fetch(`${registry.url}/v2/${repository}/manifests/${name}`, { headers: { accept } });
  return (await response.json()) as Record<string, unknown>;
}

const whyOf = (found: SourceAnswer<true>): string =>
  found.kind === 'found' ? 'found' : `${found.kind}: ${found.why}`;

const formats = ['inBundle', 'inTag'] as const;

describe.each(formats)('an image that was signed by a key (%s)', (format) => {
  const repository = `signed/${format.toLowerCase()}`;

  test('has a valid signature of that key, and of no other', async () => {
    const digest = await pushImage(registry, repository, '1.0.0', { content: 'one' });
    await signing[format]('ours', reference(repository, digest));
    expect(await answer(repository, digest)).toEqual({ kind: 'found', value: true });
    expect(whyOf(await answer(repository, digest, 'others.pub'))).toMatch(
      /^missing: no valid signature by others\.pub: /,
    );
  });

  test('is its index, where it is for several platforms', async () => {
    const digest = await pushIndex(registry, repository, '2.0.0', {
      platforms: ['linux/amd64', 'linux/arm64'],
    });
    expect((await answer(repository, digest)).kind).toBe('missing');
    await signing[format]('ours', reference(repository, digest));
    expect(await answer(repository, digest)).toEqual({ kind: 'found', value: true });
    const { manifests } = (await manifestAt(repository, digest)) as { manifests: { digest: string }[] };
    expect((await answer(repository, manifests[0]?.digest ?? '')).kind).toBe('missing');
  });

  test('gives its signature to no other image', async () => {
    const digest = await pushImage(registry, repository, '3.0.0', { content: 'three' });
    await signing[format]('ours', reference(repository, digest));
    const other = await pushImage(registry, repository, '3.0.1', { content: 'another' });
    const suffix = format === 'inTag' ? '.sig' : '';
    const copied = await manifestAt(repository, `${digest.replace(':', '-')}${suffix}`);
    await pushArtifact(registry, repository, `${other.replace(':', '-')}${suffix}`, { manifest: copied });
    expect(whyOf(await answer(repository, other))).toMatch(/^missing: .*digest/);
  });
});

describe('no signature', () => {
  const repository = 'unsigned/app';

  test('is none', async () => {
    const digest = await pushImage(registry, repository, '1.0.0', { content: 'none' });
    expect(whyOf(await answer(repository, digest))).toBe(
      'missing: no valid signature by ours.pub: no signatures found',
    );
  });

  test('is needed where the entry asks for none', async () => {
    const digest = await pushImage(registry, repository, '1.0.0', { content: 'none' });
    expect(await answer(repository, digest, null)).toEqual({ kind: 'found', value: true });
  });

  test('is what the signer states about an image', async () => {
    const digest = await pushImage(registry, repository, '2.0.0', { content: 'scanned' });
    await signing.attest('ours', reference(repository, digest));
    expect(whyOf(await answer(repository, digest))).toBe(
      'missing: no signature by ours.pub, only attestations',
    );
  });

  test('is one whose text was changed', async () => {
    const digest = await pushImage(registry, repository, '3.0.0', { content: 'tampered' });
    await signing.inTag('others', reference(repository, digest));
    await signing.inTag('ours', reference('unsigned/app', digest));
    const name = `${digest.replace(':', '-')}.sig`;
    const manifest = (await manifestAt(repository, name)) as {
      layers: { annotations: Record<string, string> }[];
    };
    const layers = manifest.layers.map((layer) => ({
      ...layer,
      annotations: Object.fromEntries(
        Object.entries(layer.annotations).map(([key, text]) => [
          key,
          text.replace(/(?<=^.{20})./, (letter) => (letter === 'A' ? 'B' : 'A')),
        ]),
      ),
    }));
    expect(await answer(repository, digest)).toEqual({ kind: 'found', value: true });
    await pushArtifact(registry, repository, name, { manifest: { ...manifest, layers } });
    expect(whyOf(await answer(repository, digest))).toMatch(/^missing: no valid signature by ours\.pub: /);
  });
});

describe('a signature', () => {
  test('is found behind a bundle of somebody else, and behind an attestation', async () => {
    const repository = 'both/app';
    const digest = await pushImage(registry, repository, '1.0.0', { content: 'both' });
    await signing.inTag('ours', reference(repository, digest));
    await signing.inBundle('others', reference(repository, digest));
    expect(await answer(repository, digest)).toEqual({ kind: 'found', value: true });
    await signing.attest('ours', reference(repository, digest));
    expect(await answer(repository, digest)).toEqual({ kind: 'found', value: true });
  });

  test('is neither there nor missing where nobody answers, or the key is no key', async () => {
    const repository = 'failing/app';
    const digest = await pushImage(registry, repository, '1.0.0', { content: 'fail' });
    await signing.inBundle('ours', reference(repository, digest));
    expect(whyOf(await answer(repository, digest, 'none.pub'))).toMatch(/^failed: Cosign: .*none\.pub/);
    expect(whyOf(await answer(repository, digest, 'ours.pub', '127.0.0.1:1'))).toMatch(
      /^failed: Cosign: .*127\.0\.0\.1:1/,
    );
    const proxy = await startFaultProxy(registry.host);
    expect(await answer(repository, digest, 'ours.pub', proxy.host)).toEqual({ kind: 'found', value: true });
    for (const status of [401, 403, 500]) {
      proxy.clear();
      proxy.add({ path: /manifests|referrers|blobs/, fault: { status } });
      expect((await answer(repository, digest, 'ours.pub', proxy.host)).kind, `HTTP ${status}`).toBe(
        'failed',
      );
    }
  });

  test('is asked for once', async () => {
    const repository = 'once/app';
    const digest = await pushImage(registry, repository, '1.0.0', { content: 'once' });
    await signing.inBundle('ours', reference(repository, digest));
    const proxy = await startFaultProxy(registry.host);
    const signatures = cosignSignatures(signing.folder, () => undefined);
    const ask = () => signatures(image(proxy.host, repository, 'ours.pub'), digest);
    const first = await ask();
    const asked = proxy.calls.length;
    expect(await Promise.all([ask(), ask()])).toEqual([first, first]);
    expect(proxy.calls).toHaveLength(asked);
  });
});
