import type { Image } from '../definition/context.ts';
import type { ImagesShape } from '../definition/shape/images-shape.ts';

/** An image as charts take it. A mirror goes in front of the whole repository, registry included. */
export function imageOf(entry: ImagesShape['images'][string], mirror: string | undefined): Image {
  const repository = mirror === undefined ? entry.repository : `${mirror}/${entry.repository}`;
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
