import { entryOf } from '../problem/entry-of.ts';
import { inside } from '../problem/location.ts';
import { type Problem, problem } from '../problem/problem.ts';
import { bringsStore } from './cloud-names.ts';
import type { CheckedApp, CheckedEnvironment, Definitions } from './definitions.ts';

/** What no environment may do, by itself or together with another. */
export function checkEnvironments(definitions: Definitions): Problem[] {
  // Two definitions of one name are a problem already, and clash in everything else.
  const byName = new Map(
    [...definitions.environments].reverse().map((environment) => [environment.name, environment]),
  );
  const distinct = { ...definitions, environments: [...byName.values()].reverse() };
  const taken = takenNames(distinct);
  return [
    ...definitions.environments.flatMap((environment) => excludedDependencies(environment, definitions.apps)),
    ...definitions.environments.flatMap((environment) =>
      elsewhereDependencies(environment, definitions.apps),
    ),
    ...definitions.environments.flatMap((environment) => severalStores(environment, definitions.apps)),
    ...definitions.environments.flatMap(reservedName),
    ...(taken.length > 0 ? taken : nameClashes(distinct)),
    ...namespaceClashes(distinct),
  ];
}

/** The apps of an environment, sorted by name. */
export function appsOf(environment: CheckedEnvironment, apps: readonly CheckedApp[]): CheckedApp[] {
  const absent = new Set([...excludedFrom(environment, apps).keys(), ...notNeeded(environment, apps)]);
  return apps.filter((app) => !absent.has(app.name)).sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Apps of another cloud; and whoever brings an object store needs none of the platform's. */
function notNeeded({ cloud }: CheckedEnvironment, apps: readonly CheckedApp[]): string[] {
  const elsewhere = apps.flatMap(({ name, clouds }) =>
    clouds?.includes(cloud.kind) === false ? [name] : [],
  );
  if (!bringsStore({ cloud })) return elsewhere;
  return [
    ...elsewhere,
    ...apps.flatMap(({ name, objectStore }) => (objectStore ? [name, objectStore.server] : [])),
  ];
}

/** An app that is everywhere cannot wait for one that is not. */
function elsewhereDependencies(environment: CheckedEnvironment, apps: readonly CheckedApp[]): Problem[] {
  const { kind } = environment.cloud;
  const elsewhere = new Map(
    apps.flatMap(({ name, clouds }) => (clouds?.includes(kind) === false ? [[name, clouds] as const] : [])),
  );
  return appsOf(environment, apps).flatMap((app) =>
    app.dependsOn.flatMap((name) => {
      const clouds = elsewhere.get(name);
      if (clouds === undefined) return [];
      const message = `"${app.name}" depends on "${name}", which is on ${clouds.join(', ')} only, and ${environment.name} is on ${kind}`;
      const hint = `say the same clouds of "${app.name}", or let it use "${name}" where environment.has('${name}')`;
      return [problem('excluded-dependency', inside(app.location, 'dependsOn'), message, hint)];
    }),
  );
}

/** Apps that an environment does without, each with the key that says so. */
export function excludedFrom(
  { profile, apps: { exclude } }: CheckedEnvironment,
  apps: readonly CheckedApp[],
): Map<string, 'profile' | 'apps.exclude'> {
  const optional = profile === 'minimal' ? apps.filter((app) => app.optional) : [];
  return new Map([
    ...optional.map(({ name }) => [name, 'profile'] as const),
    ...exclude.map((name) => [name, 'apps.exclude'] as const),
  ]);
}

/** An environment by all the names that it ever had. */
export interface NamedEnvironment {
  readonly name: string;
  /** Names that it had before, the first one first. */
  readonly formerly: readonly string[];
}

/**
 * What Argo CD calls an environment: the first name that it had. Another one would bring a second root, and a second
 * Application of each app, beside those that are there and for the same objects.
 */
export const lastingName = ({ name, formerly: [first = name] }: NamedEnvironment): string => first;

/** Name of the Argo CD Application of an app in an environment, or of the environment's root. */
export function applicationName(platform: string, environment: NamedEnvironment, app?: string): string {
  const root = `${platform}-${lastingName(environment)}`;
  return app === undefined ? root : `${root}-${app}`;
}

function excludedDependencies(environment: CheckedEnvironment, apps: readonly CheckedApp[]): Problem[] {
  const excluded = excludedFrom(environment, apps);
  return appsOf(environment, apps).flatMap((app) =>
    app.dependsOn.flatMap((name) => {
      const key = excluded.get(name);
      if (key === undefined) return [];
      const message = `${environment.name} excludes "${name}", but "${app.name}" depends on it`;
      const hint =
        key === 'profile'
          ? `"${name}" is optional, so let "${app.name}" be that too (${app.location.file}), or neither`
          : `exclude "${app.name}" too (${app.location.file}), or keep "${name}"`;
      return [problem('excluded-dependency', inside(environment.location, key), message, hint)];
    }),
  );
}

/** Two stores would be asked for the same secrets, and only one has them. */
function severalStores(environment: CheckedEnvironment, apps: readonly CheckedApp[]): Problem[] {
  const own = appsOf(environment, apps).flatMap(({ name, secretStore }) =>
    secretStore ? [`"${name}"`] : [],
  );
  const { secretStore: existing } = environment.existing;
  const all = [...own, ...(existing === undefined ? [] : [`existing.secretStore "${existing}"`])];
  if (all.length < 2) return [];
  const message = `${environment.name} has ${all.length} secret stores: ${all.join(', ')}`;
  const hint = 'exclude the apps that are none here, or remove existing.secretStore';
  return [problem('duplicate-name', inside(environment.location, 'existing.secretStore'), message, hint)];
}

/** Names in `environments/` that the layout needs, or that would be read as something of the platform itself. */
const reservedNames: readonly string[] = ['bootstrap', 'generated', 'health', 'platform'];

function reservedName({ name, location }: CheckedEnvironment): Problem[] {
  if (!reservedNames.includes(name)) return [];
  const message = `no environment can be called "${name}": the layout of environments/ needs that name`;
  return [problem('reserved-name', inside(location, 'name'), message, 'rename it, and its folder')];
}

/** Of two environments with one name, nobody could say whose a candidate of an older commit is. */
function takenNames({ environments }: Definitions): Problem[] {
  return environments.flatMap((environment) =>
    environment.formerly.flatMap((former, i) =>
      environments
        .filter((other) => other !== environment && [other.name, ...other.formerly].includes(former))
        .map((other) => {
          const message = `${environment.name} was called "${former}" before, and so is or was ${other.name}`;
          const hint = 'the name of an environment that was renamed stays its own: take another';
          return problem('duplicate-name', inside(environment.location, `formerly[${i}]`), message, hint);
        }),
    ),
  );
}

/** `a-b` with app `c` and `a` with app `b-c` would both be `…-a-b-c`. */
function nameClashes({ platform, environments, apps }: Definitions): Problem[] {
  const first = new Map<string, string>(
    Object.keys(platform.argocd).map((argocd) => [`${argocd}/${platform.name}-bootstrap`, 'the bootstrap']),
  );
  const problems: Problem[] = [];
  for (const environment of environments) {
    const names = new Set([undefined, ...appsOf(environment, apps).map((app) => app.name)]);
    for (const app of names) {
      const name = applicationName(platform.name, environment, app);
      const key = `${environment.argocd}/${name}`;
      const owner = app === undefined ? `environment ${environment.name}` : `${environment.name}/${app}`;
      const earlier = first.get(key);
      if (earlier === undefined) first.set(key, owner);
      else {
        const message = `${earlier} and ${owner} would both be the Application "${name}"`;
        problems.push(
          problem(
            'name-clash',
            inside(environment.location, 'name'),
            message,
            'rename one of the environments',
          ),
        );
      }
    }
  }
  return problems;
}

function namespaceClashes({ platform, environments, apps }: Definitions): Problem[] {
  const first = new Map<string, CheckedEnvironment>();
  return environments.flatMap((environment) => {
    const namespaces = namespacesOf(environment, apps);
    const shared = new Map<CheckedEnvironment, string[]>();
    for (const namespace of namespaces.keys()) {
      const key = `${environment.argocd}/${environment.destination.name}/${namespace}`;
      const earlier = first.get(key) ?? environment;
      first.set(key, earlier);
      if (earlier !== environment) shared.set(earlier, [...(shared.get(earlier) ?? []), namespace]);
    }
    return [
      ...inNamespaceOfArgocd(
        environment,
        namespaces,
        entryOf(platform.argocd, environment.argocd)?.namespace,
      ),
      ...[...shared].map(([earlier, names]) => sharedNamespaces(earlier, environment, names)),
    ];
  });
}

function inNamespaceOfArgocd(
  { destination, location }: CheckedEnvironment,
  namespaces: ReadonlyMap<string, string>,
  argocd: string | undefined,
): Problem[] {
  const app = argocd === undefined ? undefined : namespaces.get(argocd);
  if (app === undefined || destination.name !== 'in-cluster') return [];
  const message = `"${app}" would live in "${argocd}", the namespace of Argo CD itself`;
  return [problem('namespace-clash', location, message, 'give the app a namespace of its own')];
}

function sharedNamespaces(
  earlier: CheckedEnvironment,
  { name, destination, location }: CheckedEnvironment,
  namespaces: readonly string[],
): Problem {
  const what = namespaces.length === 1 ? 'the namespace' : 'the namespaces';
  const list = namespaces.map((namespace) => `"${namespace}"`).join(', ');
  const message = `${earlier.name} and ${name} share the cluster "${destination.name}" and ${what} ${list}`;
  return problem(
    'namespace-clash',
    inside(location, 'namespacePrefix'),
    message,
    'give one of them a namespacePrefix',
  );
}

function namespacesOf(environment: CheckedEnvironment, apps: readonly CheckedApp[]): Map<string, string> {
  const entries = appsOf(environment, apps).map(
    (app) => [environment.namespacePrefix + app.namespace, app.name] as const,
  );
  return new Map(entries);
}
