import { movesBecause } from '../definition/format/image.ts';
import { inside } from '../problem/location.ts';
import { didYouMean } from '../problem/nearest.ts';
import { type Problem, problem, type SourceLocation } from '../problem/problem.ts';
import { statedIdentities } from './cloud-names.ts';
import type { CheckedApp, CheckedEnvironment, Definitions } from './definitions.ts';

/** Every name that is used must be declared, once, and every image that is declared must be used. */
export function checkNames(definitions: Definitions): Problem[] {
  const names: KnownNames = {
    apps: new Set(definitions.apps.map((app) => app.name)),
    images: new Set(Object.keys(definitions.images)),
    environments: new Set(definitions.environments.map((environment) => environment.name)),
    buckets: new Set(definitions.platform.buckets),
    argocd: new Set(Object.keys(definitions.platform.argocd)),
    firstParty: new Set(Object.keys(definitions.charts)),
    upstream: new Set(Object.keys(definitions.upstream)),
  };
  return [
    ...duplicates(definitions.apps, 'app'),
    // One that lies in another folder than its own is a copy, and reported as that.
    ...duplicates(
      definitions.environments.filter(({ name, folder }) => name === folder),
      'environment',
    ),
    ...definitions.apps.flatMap((app) => namesOfApp(app, names)),
    ...definitions.environments.flatMap((environment) => namesOfEnvironment(environment, names)),
    ...freezes(definitions, names),
    ...unusedImages(definitions),
    ...floatingTags(definitions),
  ];
}

type KnownNames = Readonly<
  Record<
    'apps' | 'images' | 'environments' | 'buckets' | 'argocd' | 'firstParty' | 'upstream',
    ReadonlySet<string>
  >
>;

/** `what` has a `*` where the name goes. */
function unknown(
  what: string,
  name: string,
  known: ReadonlySet<string>,
  location: SourceLocation,
  hint?: string,
): Problem[] {
  if (known.has(name)) return [];
  return [
    problem(
      'unknown-name',
      location,
      `there is no ${what.replace('*', `"${name}"`)}`,
      hint ?? didYouMean(name, known),
    ),
  ];
}

/** A freeze of an environment that does not exist freezes nothing. */
function freezes({ platform, platformLocation }: Definitions, names: KnownNames): Problem[] {
  return platform.freezes.flatMap(({ environments = [] }, i) =>
    environments.flatMap((name, j) =>
      unknown(
        'environment *',
        name,
        names.environments,
        inside(platformLocation, `freezes[${i}].environments[${j}]`),
      ),
    ),
  );
}

function duplicates(list: readonly { name: string; location: SourceLocation }[], what: string): Problem[] {
  const seen = new Map<string, SourceLocation>();
  return list.flatMap(({ name, location }) => {
    const earlier = seen.get(name);
    if (!earlier) {
      seen.set(name, location);
      return [];
    }
    const at = inside(location, 'name');
    const first = `${earlier.file}:${earlier.line ?? 1}`;
    return first === `${location.file}:${location.line ?? 1}`
      ? [problem('duplicate-name', at, `${what} "${name}" is in the list twice`, 'remove one of the two')]
      : [problem('duplicate-name', at, `${what} "${name}" is defined twice`, `first in ${first}`)];
  });
}

function namesOfApp(app: CheckedApp, names: KnownNames): Problem[] {
  const at = (path: string): SourceLocation => inside(app.location, path);
  const charts = app.chart.kind === 'first-party' ? names.firstParty : names.upstream;
  const chartHome =
    app.chart.kind === 'first-party' ? 'chart * in charts/' : 'chart * in charts/upstream.yaml';
  return [
    ...unknown(chartHome, app.chart.name, charts, at('chart')),
    ...app.images.flatMap((image, i) => unknown('image *', image, names.images, at(`images[${i}]`))),
    ...app.dependsOn.flatMap((need, i) =>
      unknown('app * in apps/index.ts', need, names.apps, at(`dependsOn[${i}]`), 'add it to the list there'),
    ),
    ...app.uses.flatMap((use, i) => unknown('app *', use, names.apps, at(`uses[${i}]`))),
  ];
}

function namesOfEnvironment(environment: CheckedEnvironment, names: KnownNames): Problem[] {
  const at = (path: string): SourceLocation => inside(environment.location, path);
  const { apps, cloud, promotesFrom, folder, name, argocd } = environment;
  const others = new Set([...names.environments].filter((other) => other !== name));
  const declared = new Set(Object.keys(cloud.buckets));
  return [
    ...(folder === name ? [] : [wrongFolder(environment)]),
    ...unknown('Argo CD instance * in environments/platform.ts', argocd, names.argocd, at('argocd')),
    ...(promotesFrom === undefined
      ? []
      : unknown('other environment *', promotesFrom, others, at('promotesFrom'))),
    ...apps.exclude.flatMap((app, i) => unknown('app *', app, names.apps, at(`apps.exclude[${i}]`))),
    ...apps.override.flatMap(({ app }, i) => unknown('app *', app, names.apps, at(`apps.override[${i}]`))),
    ...apps.resize.flatMap(({ app }, i) => unknown('app *', app, names.apps, at(`apps.resize[${i}]`))),
    ...[...statedIdentities(cloud).keys()].flatMap((app) =>
      unknown('app *', app, names.apps, at(`cloud.identities.${app}`)),
    ),
    ...[...declared].flatMap((bucket) =>
      unknown('bucket *', bucket, names.buckets, at(`cloud.buckets.${bucket}`)),
    ),
    ...[...names.buckets]
      .filter((bucket) => !declared.has(bucket))
      .map((bucket) =>
        problem('bad-shape', at('cloud.buckets'), `it does not say what bucket "${bucket}" is called`),
      ),
  ];
}

function wrongFolder({ name, folder, location }: CheckedEnvironment): Problem {
  const message = `environment "${name}" is defined in the folder "${folder}"`;
  return problem('bad-shape', inside(location, 'name'), message, `name it "${folder}", or move the folder`);
}

function unusedImages({ apps, images, imagesFile }: Definitions): Problem[] {
  const used = new Set(apps.flatMap((app) => app.images));
  // A misspelled use is reported where it stands; that the right name is then unused is no second mistake.
  if ([...used].some((name) => !Object.hasOwn(images, name))) return [];
  return Object.keys(images)
    .filter((name) => !used.has(name))
    .map((name) =>
      problem(
        'unused-name',
        { file: imagesFile, path: `images.${name}` },
        `no app uses the image "${name}"`,
        'remove it, or list it in an app',
      ),
    );
}

function floatingTags({ images, imagesFile }: Definitions): Problem[] {
  return Object.entries(images)
    .filter(([, { digest }]) => digest === null)
    .flatMap(([name, { tag, policy }]) => {
      const { tags } = policy;
      // What follows a whole version is one.
      const isVersion = (text: string): boolean =>
        policy.follows !== undefined || (tags !== undefined && new RegExp(tags).test(text));
      const why = movesBecause(tag, isVersion);
      if (why === null) return [];
      const location = { file: imagesFile, path: `images.${name}.tag` };
      const message = `image "${name}" has the tag "${tag}", which ${why}`;
      return [problem('floating-tag', location, message, floatingTagHint(tag, why))];
    });
}

/** Of a project whose whole versions are shorter than most, its policy says so. */
function floatingTagHint(tag: string, why: string): string {
  const whole = 'name a whole version, as in 1.2.3, or pin the digest';
  if (!why.startsWith('moves with')) return whole;
  const pattern = tag.replaceAll('.', '\\.').replaceAll(/\d+/g, '\\d+');
  return `${whole}; if that is a whole version there, say so: policy: { tags: '^${pattern}$' }`;
}
