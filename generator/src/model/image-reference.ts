import type { Image } from '../definition/context.ts';
import type { EnvironmentShape } from '../definition/shape/environment-shape.ts';
import type { ImagesShape } from '../definition/shape/images-shape.ts';
import type { PlatformShape } from '../definition/shape/platform-shape.ts';

/** Where an environment pulls its images from, and with which secrets. */
export interface Pulling {
  /** In front of every repository; null where images come from their own registries. */
  readonly registryMirror: string | null;
  readonly imagePullSecrets: readonly string[];
}

/** What the environment says goes before what the platform says for all. */
export function pullingOf(environment: EnvironmentShape, platform: PlatformShape): Pulling {
  const { registryMirror = platform.registryMirror ?? 'none' } = environment;
  return {
    registryMirror: registryMirror === 'none' ? null : registryMirror,
    imagePullSecrets: environment.imagePullSecrets ?? platform.imagePullSecrets,
  };
}

/** An image as charts take it. A mirror goes in front of the whole repository, registry included. */
export function imageOf(entry: ImagesShape['images'][string], mirror: string | null): Image {
  const repository = mirror === null ? entry.repository : `${mirror}/${entry.repository}`;
  const slash = repository.indexOf('/');
  const tagAndDigest = entry.digest === null ? entry.tag : `${entry.tag}@${entry.digest}`;
  return {
    repository,
    registry: repository.slice(0, slash),
    path: repository.slice(slash + 1),
    tag: entry.tag,
    digest: entry.digest,
    tagAndDigest,
    reference: `${repository}:${tagAndDigest}`,
  };
}
