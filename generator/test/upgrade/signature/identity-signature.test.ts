import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { upgradePolicy } from '../../../src/definition/shape/upgrade-policy-shape.ts';
import { cosignSignatures } from '../../../src/edge/registry/signature.ts';
import type { SourceAnswer } from '../../../src/upgrade/sources.ts';
import { temporaryFolder, write } from '../../../testing/folder.ts';
import { digestOf, pushArtifact, types } from '../registry/images.ts';
import { startRegistry, type TestRegistry } from '../registry/registry-server.ts';

const recorded = (name: string): string => readFileSync(join(import.meta.dirname, 'recorded', name), 'utf8');
const bundleType = 'application/vnd.dev.sigstore.bundle.v0.3+json';
const empty = { mediaType: 'application/vnd.oci.empty.v1+json', digest: digestOf('{}'), size: 2 };
const image = { schemaVersion: 2, mediaType: types.ociManifest, config: empty, layers: [] };

const folder = temporaryFolder();
let registry: TestRegistry;

beforeAll(async () => {
  registry = await startRegistry();
  const root = JSON.parse(recorded('trusted-root.json')) as object;
  const unknown = (part: string): string => JSON.stringify({ ...root, [part]: [] });
  write(folder, {
    'root.json': JSON.stringify(root),
    'another-log.json': unknown('tlogs'),
    'another-ca.json': unknown('certificateAuthorities'),
    'no-certificate-log.json': unknown('ctlogs'),
    'another-clock.json': unknown('timestampAuthorities'),
  });
});

/** An image with a bundle that refers to it, as Cosign pushes it to a registry that lists no referrers. */
async function pushSigned(repository: string, bundle: string): Promise<string> {
  const blobs = [Buffer.from('{}'), Buffer.from(bundle)];
  const digest = await pushArtifact(registry, repository, '1.0.0', { manifest: image, blobs });
  const manifest = {
    ...image,
    artifactType: bundleType,
    layers: [{ mediaType: bundleType, digest: digestOf(bundle), size: Buffer.byteLength(bundle) }],
    subject: { mediaType: types.ociManifest, digest, size: JSON.stringify(image).length },
  };
  const referrer = await pushArtifact(registry, repository, null, { manifest });
  const entry = {
    mediaType: types.ociManifest,
    digest: referrer,
    size: JSON.stringify(manifest).length,
    artifactType: bundleType,
  };
  const index = { schemaVersion: 2, mediaType: types.ociIndex, manifests: [entry] };
  await pushArtifact(registry, repository, digest.replace(':', '-'), { manifest: index });
  return digest;
}

async function answer(bundle: string, wanted: object = {}): Promise<SourceAnswer<true>> {
  const repository = 'identity/app';
  const digest = await pushSigned(repository, bundle);
  const signature = {
    identity: 'release@example.org',
    issuer: 'http://127.0.0.1:15310',
    trustedRoot: 'root.json',
    ...wanted,
  };
  const subject = {
    kind: 'image',
    id: 'images.yaml: app',
    key: 'app',
    file: 'images.yaml',
    current: '1.0.0',
    repository: `${registry.host}/${repository}`,
    digest: null,
    policy: upgradePolicy.parse({ signature }),
  } as const;
  return cosignSignatures(folder, () => undefined)(subject, digest);
}

describe('an image that somebody signed with an identity', () => {
  test('has a valid signature of whom the issuer vouched for', async () => {
    expect(await answer(recorded('signed.json'))).toEqual({ kind: 'found', value: true });
  });

  test.each([
    ['another person', { identity: 'other@example.org' }, /expected SAN value/],
    ['another issuer', { issuer: 'https://id.example.org' }, /expected issuer value/],
    ['another log', { trustedRoot: 'another-log.json' }, /log/],
    ['another authority for certificates', { trustedRoot: 'another-ca.json' }, /certificate/],
    ['no log of certificates', { trustedRoot: 'no-certificate-log.json' }, /./],
    ['another authority for time', { trustedRoot: 'another-clock.json' }, /./],
  ])('has none where %s is wanted', async (_, wanted, why) => {
    const found = await answer(recorded('signed.json'), wanted);
    expect(found).toMatchObject({ kind: 'missing', why: expect.stringMatching(why) });
  });

  test('has none where no log was told', async () => {
    expect(await answer(recorded('unlogged.json'))).toMatchObject({ kind: 'missing' });
  });

  test('has none where the statement was changed', async () => {
    const bundle = JSON.parse(recorded('signed.json')) as { dsseEnvelope: { payload: string } };
    const text = Buffer.from(bundle.dsseEnvelope.payload, 'base64').toString();
    const payload = Buffer.from(text.replace('cosign/sign/v1', 'cosign/sign/v2')).toString('base64');
    const changed = JSON.stringify({ ...bundle, dsseEnvelope: { ...bundle.dsseEnvelope, payload } });
    expect(text).toContain('cosign/sign/v1');
    expect(await answer(changed)).toMatchObject({ kind: 'missing' });
  });
});
