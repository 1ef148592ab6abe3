import type { z } from 'zod';
import type { App } from '../definition/app-reference.ts';
import { type AppShape, app, isApp } from '../definition/shape/app-shape.ts';
import { environment } from '../definition/shape/environment-shape.ts';
import { images } from '../definition/shape/images-shape.ts';
import { platform } from '../definition/shape/platform-shape.ts';
import { upstream } from '../definition/shape/upstream-shape.ts';
import { inside, keyPath } from '../problem/location.ts';
import {
  failure,
  gathering,
  type Problem,
  type Result,
  type SourceLocation,
  success,
} from '../problem/problem.ts';
import { authoredData } from './authored-data.ts';
import { checkListed } from './check-listed.ts';
import { importOf } from './code-hint.ts';
import { locationOf } from './definition-location.ts';
import type { CheckedApp, CheckedEnvironment, Definitions } from './definitions.ts';
import { readHealthChecks } from './health-checks.ts';
import { readCharts } from './read-charts.ts';
import { readContracts } from './read-contracts.ts';
import { readRelease } from './read-release.ts';
import { readYaml } from './read-yaml.ts';
import { inOurWords, shapeProblems } from './shape-problems.ts';
import { readUpstreamSchemas } from './upstream-schemas.ts';
import type { Written, WrittenEnvironment } from './written.ts';
import { brokenTexts } from './written-text.ts';

/** Checks each definition and each file by itself. */
export function checkShapes(written: Written): Result<Definitions> {
  const { problems, take } = gathering();
  problems.push(...checkListed(written));
  const platformLocation = locationOf(written.root, written.platform.site, 'environments/platform.ts');
  const checked = {
    platform: take(checkShape(written.platform.definition, platform, platformLocation)),
    apps: written.apps.map((definition) => take(checkApp(written, definition))),
    environments: written.environments.map((definition) => take(checkEnvironment(written.root, definition))),
    images: take(readYaml(written.images, images)),
    upstream: take(readYaml(written.upstream, upstream)),
    charts: take(readCharts(written.charts)),
    upstreamSchemas: take(readUpstreamSchemas(written)),
    health: take(readHealthChecks(written)),
    contracts: take(readContracts(written.contracts)),
  };
  const {
    platform: platformShape,
    images: imageList,
    upstream: upstreamList,
    charts,
    upstreamSchemas,
    health,
    contracts,
  } = checked;
  if (
    problems.length > 0 ||
    !platformShape ||
    !imageList ||
    !upstreamList ||
    !charts ||
    !upstreamSchemas ||
    !health ||
    !contracts
  ) {
    return failure(problems);
  }
  return success({
    root: written.root,
    code: written.code,
    platform: platformShape,
    platformLocation,
    apps: checked.apps.filter((checkedApp) => checkedApp !== undefined),
    environments: checked.environments.filter((checkedEnvironment) => checkedEnvironment !== undefined),
    images: imageList.images,
    imagesFile: written.images.file,
    upstream: upstreamList.charts,
    charts,
    upstreamSchemas,
    contracts,
    ...health,
  });
}

function checkShape<T>(definition: unknown, shape: z.ZodType<T>, location: SourceLocation): Result<T> {
  const locate = (path: readonly PropertyKey[]): SourceLocation => inside(location, keyPath(path));
  const authored = authoredData(definition, locate);
  if (!authored.ok) return authored;
  const parsed = shape.safeParse(authored.value, inOurWords);
  const wrong = shapeProblems({ value: authored.value, shape, locate }, parsed.error?.issues ?? []);
  if (!parsed.success || wrong.length > 0) return failure(wrong);
  const broken = brokenTexts(parsed.data, locate);
  return broken.length > 0 ? failure(broken) : success(parsed.data);
}

function checkApp(written: Written, { definition, site }: App): Result<CheckedApp> {
  const location = locationOf(written.root, site, 'apps/index.ts');
  const result = checkShape<AppShape>(definition, app, location);
  if (!result.ok) return failure(result.problems.map((found) => withAppHint(found, definition, written)));
  return success({
    ...result.value,
    location,
    dependsOn: result.value.dependsOn.filter(isApp).map((need) => need.name),
  });
}

/** What stands in `dependsOn` where the app itself should. */
function withAppHint(found: Problem, definition: unknown, { defined }: Written): Problem {
  const index = found.location.path?.match(/^dependsOn\[(\d+)\]$/)?.[1];
  if (index === undefined) return found;
  const need = (definition as { dependsOn: readonly unknown[] }).dependsOn[Number(index)];
  if (need === undefined)
    return {
      ...found,
      hint: 'it is undefined: do two definitions import each other? use uses for one of the edges',
    };
  const named = defined.find((candidate) => candidate.app.name === need);
  const write = named && importOf(named.name, found.location.file, named.file);
  return { ...found, hint: `write the app itself, not its name${write === undefined ? '' : `: ${write}`}` };
}

function checkEnvironment(root: string, written: WrittenEnvironment): Result<CheckedEnvironment> {
  const location = locationOf(
    root,
    written.environment.site,
    `environments/${written.folder}/environment.ts`,
  );
  const shape = checkShape(written.environment.definition, environment, location);
  const released = written.release === null ? success(null) : readRelease(written.release);
  if (shape.ok && released.ok) {
    return success({ ...shape.value, folder: written.folder, location, release: released.value });
  }
  return failure([...(shape.ok ? [] : shape.problems), ...(released.ok ? [] : released.problems)]);
}
