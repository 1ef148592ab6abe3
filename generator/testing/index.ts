/** What tests of a platform's apps are written with; imported as `#testing`. */
export type { Plain, PlainObject } from '../src/definition/plain.ts';
export { cacheFolder, fromCache, toCache } from '../src/edge/cache.ts';
export { run } from '../src/edge/process.ts';
export { obtain } from '../src/edge/tools/obtain.ts';
export { imagesIn } from '../src/verify/checks/pinned-images.ts';
export { imagesCanBePulled } from '../src/verify/checks/pull-secrets.ts';
export { isObject, type Manifest } from '../src/verify/manifest.ts';
export { atTheEnd } from './ending.ts';
export { copyOf, edit, filesIn, read, temporaryFolder, write } from './folder.ts';
export { type Case, judged, said } from './health.ts';
export { verdicts } from './lua.ts';
export { all, at, containers, one, quantity, variables } from './objects.ts';
export { type PlantedPlatform, plantedPlatform } from './planted.ts';
export { beside, bySize, type Sample, sampleModel, samplesOf } from './platform.ts';
export { asNobody, giveToNobody, program, repository, tool } from './program.ts';
export { carryOut, type Recipe, recipesIn } from './recipes.ts';
export {
  companionOf,
  hasChart,
  isRenderable,
  type RenderedSample,
  rendered,
  renderedSamplesOf,
} from './render.ts';
export { sampleKinds } from './samples.ts';
export { copyPlatform, newPlatform, npm } from './standalone.ts';
export { rowsIn } from './tables.ts';
export { verified } from './verified.ts';
