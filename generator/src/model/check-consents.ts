import type { Cloud } from '../definition/cloud.ts';
import { entryOf } from '../problem/entry-of.ts';
import { inside } from '../problem/location.ts';
import { type Problem, problem } from '../problem/problem.ts';
import { applicationName, appsOf } from './check-environments.ts';
import { bringsStore, bucketPlaces } from './cloud-names.ts';
import type { CheckedEnvironment, Definitions } from './definitions.ts';

/**
 * What permits that data is given up, or was moved, must not outlive it: left behind, it would let the next removal
 * pass, which may be an accident. So nothing is retired that is there, and nothing moved to where it is not.
 */
export function checkConsents(definitions: Definitions): Problem[] {
  const { environments, platform, platformLocation } = definitions;
  return [
    ...environments
      .filter(({ name }) => platform.retired.includes(name))
      .map(({ name, location: { file } }) =>
        problem(
          'stale-consent',
          inside(platformLocation, 'retired'),
          `the environment "${name}" is retired, and it is there (${file})`,
          'retire it in the commit that deletes its folder, and not before; else remove it here',
        ),
      ),
    ...environments.flatMap((environment) => retiredApps(environment, definitions)),
    ...environments.flatMap((environment) => movedElsewhere(environment, definitions)),
  ];
}

/** Of an environment that runs nothing, apps are retired while they are still defined. */
function retiredApps(environment: CheckedEnvironment, { apps }: Definitions): Problem[] {
  const { name, location, release, sample } = environment;
  if (sample || release === null) return [];
  return appsOf(environment, apps)
    .filter((app) => app.keepsData && environment.apps.retired.includes(app.name))
    .map((app) => {
      const message = `${name} retires "${app.name}", and has it (${app.location.file})`;
      const hint =
        'retire an app in the commit that removes or excludes it, and not before; else remove it here';
      return problem('stale-consent', inside(location, 'apps.retired'), message, hint);
    });
}

function movedElsewhere(environment: CheckedEnvironment, { apps, platform }: Definitions): Problem[] {
  const { name, location, moved, namespacePrefix, destination, argocd, cloud } = environment;
  const own = new Map(appsOf(environment, apps).map((app) => [app.name, app]));
  const argocdNamespace = entryOf(platform.argocd, argocd)?.namespace;
  const buckets = bucketPlaces(cloud as Cloud, !bringsStore(environment));
  const said: [path: string, said: string | undefined, is: string | undefined][] = [
    ['destination', moved.destination, destination.name],
    ['argocd', moved.argocd, argocd],
    ['root', moved.root, `${argocdNamespace}/${applicationName(platform.name, environment)}`],
    ['namespacePrefix', moved.namespacePrefix, namespacePrefix],
    ...Object.entries(moved.buckets).map(([purpose, to]): [string, string, string | undefined] => [
      `buckets.${purpose}`,
      to,
      entryOf(buckets, purpose),
    ]),
    ...Object.entries(moved.apps).flatMap(([app, to]): [string, string | undefined, string | undefined][] => {
      const known = own.get(app);
      return [
        [`apps.${app}.namespace`, to.namespace, known && namespacePrefix + known.namespace],
        [`apps.${app}.chart`, to.chart, known?.chart.name],
      ];
    }),
  ];
  return said
    .filter(([, to, is]) => to !== undefined && to !== is)
    .map(([path, to, is]) => {
      const message = `${name} says that data was moved to "${to}", and it is ${is === undefined ? 'nowhere' : `"${is}"`} by now`;
      const hint = 'remove the line, so that data cannot be moved there by accident later';
      return problem('stale-consent', inside(location, `moved.${path}`), message, hint);
    });
}
