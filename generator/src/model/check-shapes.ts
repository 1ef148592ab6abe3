import type { z } from 'zod';
import { type AppShape, app, isApp } from '../definition/shape/app.ts';
import { environment } from '../definition/shape/environment.ts';
import { images } from '../definition/shape/images.ts';
import { platform } from '../definition/shape/platform.ts';
import { upstream } from '../definition/shape/upstream.ts';
import { inside, keyPath } from '../problem/place.ts';
import { failure, type Place, type Problem, type Result, success } from '../problem/problem.ts';
import { readCharts } from './charts.ts';
import type { CheckedApp, CheckedEnvironment, Definitions } from './definitions.ts';
import { placeOf } from './place.ts';
import { readRelease } from './release.ts';
import { shapeProblems } from './shape-problems.ts';
import { readUpstreamSchemas } from './upstream-schemas.ts';
import type { Written, WrittenEnvironment } from './written.ts';
import { readYaml } from './yaml.ts';

/** Checks each definition and each file by itself. */
export function checkShapes(written: Written): Result<Definitions> {
  const problems: Problem[] = [];
  const take = <T>(result: Result<T>): T | undefined => {
    if (result.ok) return result.value;
    problems.push(...result.problems);
    return undefined;
  };
  const platformPlace = placeOf(written.root, written.platform.site, 'environments/platform.ts');
  const checked = {
    platform: take(checkShape(written.platform.definition, platform, platformPlace)),
    apps: written.apps.map((each) => take(checkApp(written.root, each))),
    environments: written.environments.map((each) => take(checkEnvironment(written.root, each))),
    images: take(readYaml(written.images, images)),
    upstream: take(readYaml(written.upstream, upstream)),
    charts: take(readCharts(written.charts)),
    upstreamSchemas: take(readUpstreamSchemas(written)),
  };
  const {
    platform: platformShape,
    images: imageList,
    upstream: upstreamList,
    charts,
    upstreamSchemas,
  } = checked;
  if (problems.length > 0 || !platformShape || !imageList || !upstreamList || !charts || !upstreamSchemas) {
    return failure(problems);
  }
  return success({
    root: written.root,
    platform: platformShape,
    platformPlace,
    apps: checked.apps.filter((each) => each !== undefined),
    environments: checked.environments.filter((each) => each !== undefined),
    images: imageList.images,
    imagesFile: written.images.file,
    upstream: upstreamList.charts,
    charts,
    upstreamSchemas,
    healthChecks: textsOf(written.healthChecks),
    commonHealthChecks: textsOf(written.commonHealthChecks),
  });
}

const textsOf = (files: Written['healthChecks']): Record<string, string> =>
  Object.fromEntries(Object.entries(files).map(([name, { text }]) => [name, text]));

function checkShape<T>(definition: unknown, shape: z.ZodType<T>, place: Place): Result<T> {
  const parsed = shape.safeParse(definition);
  if (parsed.success) return success(parsed.data);
  return failure(shapeProblems(parsed.error.issues, shape, (path) => inside(place, keyPath(path))));
}

function checkApp(root: string, written: Written['apps'][number]): Result<CheckedApp> {
  const place = placeOf(root, written.site, 'apps/index.ts');
  const result = checkShape<AppShape>(written.definition, app, place);
  if (!result.ok) return result;
  return success({
    ...result.value,
    place,
    dependsOn: result.value.dependsOn.filter(isApp).map((each) => each.name),
  });
}

function checkEnvironment(root: string, written: WrittenEnvironment): Result<CheckedEnvironment> {
  const place = placeOf(root, written.environment.site, `environments/${written.folder}/environment.ts`);
  const shape = checkShape(written.environment.definition, environment, place);
  const released = written.release === null ? success(null) : readRelease(written.release);
  if (shape.ok && released.ok) {
    return success({ ...shape.value, folder: written.folder, place, release: released.value });
  }
  return failure([...(shape.ok ? [] : shape.problems), ...(released.ok ? [] : released.problems)]);
}
