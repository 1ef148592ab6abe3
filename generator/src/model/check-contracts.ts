import { entryOf } from '../problem/entry-of.ts';
import { didYouMean } from '../problem/nearest.ts';
import { type Problem, problem } from '../problem/problem.ts';
import type { Definitions } from './definitions.ts';

/** A contract says nothing of another version than the one that it was read for. */
export function checkContracts({ contracts, images, imagesFile }: Definitions): Problem[] {
  return Object.entries(contracts).flatMap(([key, { file, tag, digest, source }]) => {
    const image = entryOf(images, key);
    if (image === undefined) {
      const message = `there is no image "${key}" in ${imagesFile}`;
      return [problem('unknown-name', { file }, message, didYouMean(key, Object.keys(images)))];
    }
    const moved = digest !== undefined && image.digest !== null && image.digest !== digest;
    if (image.tag === tag && !moved) return [];
    const [read, runs] = image.tag === tag ? [digest, image.digest] : [tag, image.tag];
    const message = `it was read for ${key} ${read}; ${imagesFile} says ${runs}`;
    const hint =
      `look at what changed since commit ${source.commit.slice(0, 12)} of ${source.repository}, write it down here ` +
      `with the new ${image.tag === tag ? 'digest' : 'tag'} and commit, then npm run verify`;
    return [
      problem('contract-outdated', { file, path: image.tag === tag ? 'digest' : 'tag' }, message, hint),
    ];
  });
}
