import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { write } from '../../../testing/folder.ts';
import type { TestRegistry } from './registry-server.ts';

/** An image without layers. Two that are alike have the same digest; `content` tells them apart. */
export interface TestImage {
  /** Of an image that is no index. */
  readonly platform?: string;
  readonly content?: string;
  /** ISO 8601. */
  readonly created?: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly entrypoint?: readonly string[];
  readonly command?: readonly string[];
  /** Whether it is of Docker's media types, not OCI's. */
  readonly docker?: boolean;
}

export interface TestIndex extends TestImage {
  readonly platforms: readonly string[];
  /** Whether it has attestations, as BuildKit adds them. */
  readonly attestations?: boolean;
}

/** A manifest of whatever kind, with the blobs that it names. */
export interface TestArtifact {
  readonly manifest: Readonly<Record<string, unknown>>;
  readonly blobs?: readonly Buffer[];
}

export const types = {
  ociIndex: 'application/vnd.oci.image.index.v1+json',
  ociManifest: 'application/vnd.oci.image.manifest.v1+json',
  ociConfig: 'application/vnd.oci.image.config.v1+json',
  dockerIndex: 'application/vnd.docker.distribution.manifest.list.v2+json',
  dockerManifest: 'application/vnd.docker.distribution.manifest.v2+json',
  dockerConfig: 'application/vnd.docker.container.image.v1+json',
};

export const digestOf = (content: string | Buffer): string =>
  `sha256:${createHash('sha256').update(content).digest('hex')}`;

/** Pushes an image under a tag, which moves where it exists. The digest of its manifest. */
export async function pushImage(
  registry: TestRegistry,
  repository: string,
  tag: string,
  image: TestImage = {},
): Promise<string> {
  return (await putImage(registry, repository, tag, image)).digest;
}

/** Pushes an index and an image for every platform. The digest of the index. */
export async function pushIndex(
  registry: TestRegistry,
  repository: string,
  tag: string,
  { platforms, attestations = false, docker = false, ...image }: TestIndex,
): Promise<string> {
  const entries: object[] = [];
  for (const platform of platforms) {
    const { digest, size, mediaType } = await putImage(registry, repository, null, {
      ...image,
      docker,
      platform,
    });
    entries.push({ mediaType, digest, size, platform: platformOf(platform) });
    if (!attestations) continue;
    const about = { content: `attestation of ${digest}` };
    const attestation = await putImage(registry, repository, null, about);
    entries.push({
      ...attestation,
      platform: { architecture: 'unknown', os: 'unknown' },
      annotations: {
        'vnd.docker.reference.type': 'attestation-manifest',
        'vnd.docker.reference.digest': digest,
      },
    });
  }
  const mediaType = docker ? types.dockerIndex : types.ociIndex;
  const index = JSON.stringify({ schemaVersion: 2, mediaType, manifests: entries });
  return putManifest(registry, repository, tag, mediaType, index);
}

/** Pushes a manifest as it is given; its media type is its own. */
export async function pushArtifact(
  registry: TestRegistry,
  repository: string,
  tag: string | null,
  { manifest, blobs = [] }: TestArtifact,
): Promise<string> {
  for (const blob of blobs) await putBlob(registry, repository, blob);
  return putManifest(registry, repository, tag, String(manifest.mediaType), JSON.stringify(manifest));
}

/** Deletes a tag, or a manifest by its digest with all of its tags. */
export async function deleteManifest(
  registry: TestRegistry,
  repository: string,
  reference: string,
): Promise<void> {
  await send(registry, repository, 'DELETE', `manifests/${reference}`);
}

/**
 * Gives thousands of tags to a digest that was pushed, by writing what the registry would have written: pushing them
 * would take long.
 */
export function fillTags(
  { storage }: TestRegistry,
  repository: string,
  digest: string,
  tags: readonly string[],
): void {
  const folder = join(storage, 'repositories', repository, '_manifests/tags');
  const hash = digest.replace(':', '/');
  for (const tag of tags)
    write(join(folder, tag), { 'current/link': digest, [`index/${hash}/link`]: digest });
}

interface PushedManifest {
  readonly mediaType: string;
  readonly digest: string;
  readonly size: number;
}

async function putImage(
  registry: TestRegistry,
  repository: string,
  tag: string | null,
  image: TestImage,
): Promise<PushedManifest> {
  const { docker = false, platform = 'linux/amd64' } = image;
  const config = Buffer.from(JSON.stringify(configOf(image, platform)));
  await putBlob(registry, repository, config);
  const mediaType = docker ? types.dockerManifest : types.ociManifest;
  const manifest = JSON.stringify({
    schemaVersion: 2,
    mediaType,
    config: {
      mediaType: docker ? types.dockerConfig : types.ociConfig,
      digest: digestOf(config),
      size: config.length,
    },
    layers: [],
  });
  const digest = await putManifest(registry, repository, tag, mediaType, manifest);
  return { mediaType, digest, size: manifest.length };
}

const configOf = (image: TestImage, platform: string): object => ({
  ...platformOf(platform),
  ...(image.created !== undefined && { created: image.created }),
  config: {
    ...(image.labels && { Labels: image.labels }),
    ...(image.entrypoint && { Entrypoint: image.entrypoint }),
    ...(image.command && { Cmd: image.command }),
    ...(image.content !== undefined && { Env: [`CONTENT=${image.content}`] }),
  },
  rootfs: { type: 'layers', diff_ids: [] },
});

function platformOf(platform: string): object {
  const [os, architecture, variant] = platform.split('/');
  return { os, architecture, ...(variant !== undefined && { variant }) };
}

async function putManifest(
  registry: TestRegistry,
  repository: string,
  tag: string | null,
  mediaType: string,
  manifest: string,
): Promise<string> {
  const digest = digestOf(manifest);
  const headers = { 'content-type': mediaType };
  await send(registry, repository, 'PUT', `manifests/${tag ?? digest}`, { body: manifest, headers });
  return digest;
}

async function putBlob(registry: TestRegistry, repository: string, blob: Buffer): Promise<void> {
  const started = await send(registry, repository, 'POST', 'blobs/uploads/');
  const location = new URL(started.headers.get('location') ?? '', registry.url);
  location.searchParams.set('digest', digestOf(blob));
  const headers = { 'content-type': 'application/octet-stream' };
  await send(registry, repository, 'PUT', location, { body: new Uint8Array(blob), headers });
}

async function send(
  registry: TestRegistry,
  repository: string,
  method: string,
  path: string | URL,
  init: { body?: string | Uint8Array<ArrayBuffer>; headers?: Record<string, string> } = {},
): Promise<Response> {
  const authorization = registry.authorization(repository);
  const response = await fetch(path instanceof URL ? path : `${registry.url}/v2/${repository}/${path}`, {
    ...init,
    method,
    headers: { ...init.headers, ...(authorization !== null && { authorization }) },
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${repository} ${path}: ${response.status} ${text}`);
  return response;
}
