import { z } from 'zod';
import { inside } from '../problem/location.ts';
import { didYouMean } from '../problem/nearest.ts';
import { type Problem, problem, shownIn } from '../problem/problem.ts';
import type { AppModel, EnvironmentModel } from './model.ts';
import { authenticates, hostsIn } from './routes.ts';

/** What is wrong with the public hosts of all environments. */
export function checkHosts(
  environments: readonly EnvironmentModel[],
  apps: readonly { readonly name: string }[],
): Problem[] {
  return [
    ...environments.flatMap((environment) =>
      environment.apps.flatMap((app) => hostProblems(app, environment)),
    ),
    ...strayAdmissions(environments, apps),
    ...clashes(environments),
  ];
}

function hostProblems(app: AppModel, environment: EnvironmentModel): Problem[] {
  const found = hostsIn(app.provides).flatMap(([path, { host, paths, unauthenticated }]) => {
    const location = inside(app.location, `provides.${path}`);
    const wrong = (message: string, hint?: string) =>
      problem('bad-shape', location, `"${app.name}": ${message}`, hint);
    return [
      ...(z.hostname().safeParse(host).success && host === host.toLowerCase()
        ? []
        : [
            wrong(
              `"${host}" is no host name`,
              "as in host('api', http), or host('@', http) for the domain itself",
            ),
          ]),
      ...paths
        .filter((prefix) => !prefix.startsWith('/'))
        .map((prefix) => wrong(`the path "${prefix}" must begin with a slash`)),
      ...(paths.length === 0 ? [wrong(`"${host}" has no path`, 'leave paths out for all of them')] : []),
      ...(environment.exposure !== null && unauthenticated === null && !authenticates(environment.exposure)
        ? [openRoute(app, path, host)]
        : []),
      ...(environment.exposure !== null && unauthenticated !== null && !isAdmitted(host, environment)
        ? [notAdmitted(app, host, environment)]
        : []),
    ];
  });
  return found.map((hostProblem) => shownIn(environment.name, hostProblem));
}

function openRoute(app: AppModel, path: string, host: string): Problem {
  const message = `"${app.name}": anybody could send requests to ${host}: nothing authenticates them`;
  const hint =
    "exposure.route.authentication in the environment; or host('…', http, { unauthenticated: 'why no login is required' })";
  return problem('open-route', inside(app.location, `provides.${path}`), message, hint);
}

const nameBelow = (host: string, { domain }: EnvironmentModel): string =>
  host === domain ? '@' : host.slice(0, -domain.length - 1);

const isAdmitted = (host: string, environment: EnvironmentModel): boolean =>
  environment.unauthenticatedHosts.includes(nameBelow(host, environment));

/** That an app would be open is its definition's to say; that it may be is the environment's. */
function notAdmitted({ name }: AppModel, host: string, environment: EnvironmentModel): Problem {
  const message = `"${name}" lets anybody send requests to ${host}, which ${environment.name} does not say`;
  const hint = `unauthenticatedHosts: ['${nameBelow(host, environment)}'] in environment.ts, if that is right`;
  return problem('open-route', inside(environment.location, 'unauthenticatedHosts'), message, hint);
}

/** Hosts that apps leave open to everybody, as `unauthenticatedHosts` of the environment names them. */
export const openHosts = (environment: EnvironmentModel): string[] =>
  environment.apps.flatMap(({ provides }) =>
    hostsIn(provides)
      .filter(([, { unauthenticated }]) => unauthenticated !== null)
      .map(([, { host }]) => nameBelow(host, environment)),
  );

/** A host that is admitted and that no app of any environment leaves open is misspelt, or forgotten. */
function strayAdmissions(
  environments: readonly EnvironmentModel[],
  apps: readonly { readonly name: string }[],
): Problem[] {
  const present = new Set(environments.flatMap((environment) => environment.apps.map(({ name }) => name)));
  // Which hosts an app has, nobody knows where every environment does without it.
  if (!apps.every(({ name }) => present.has(name))) return [];
  const open = new Set(environments.flatMap(openHosts));
  return environments.flatMap(({ unauthenticatedHosts, location }) =>
    unauthenticatedHosts
      .filter((name) => !open.has(name))
      .map((name) => {
        const message = `no app has a public host "${name}" that says why it is unauthenticated`;
        const hint = didYouMean(name, open);
        return problem('unknown-name', inside(location, 'unauthenticatedHosts'), message, hint);
      }),
  );
}

/** One path of one host leads to one app, whatever environments share a domain. */
function clashes(environments: readonly EnvironmentModel[]): Problem[] {
  const claims = environments
    .filter(({ exposure }) => exposure !== null)
    .flatMap((environment) => environment.apps.flatMap((app) => claimsOf(app, environment.name)));
  const first = new Map<string, string>();
  return claims.flatMap(({ address, owner, location }) => {
    const earlier = first.get(address);
    if (earlier === undefined) {
      first.set(address, owner);
      return [];
    }
    const message = `${earlier} and ${owner} would both answer ${address}`;
    const hint = 'give one of them another name, or the environments domains of their own';
    return [problem('name-clash', location, message, hint)];
  });
}

/** Every host and path that an app answers in an environment. */
const claimsOf = (app: AppModel, environment: string) =>
  hostsIn(app.provides).flatMap(([path, { host, paths }]) =>
    paths.map((prefix) => ({
      address: host + prefix,
      owner: `${environment}/${app.name}`,
      location: inside(app.location, `provides.${path}`),
    })),
  );

/** An environment must say how requests get in, or that none shall, as soon as an app has a public host. */
export function checkExposure(environment: EnvironmentModel, said: boolean): Problem[] {
  const exposed = environment.apps.filter(({ provides }) => hostsIn(provides).length > 0);
  const [first] = exposed;
  if (said || first === undefined) return [];
  const message = `"${first.name}" has a public host, and ${environment.name} does not say how requests get there`;
  const hint =
    "keep the app that is the gateway, or write exposure: { route: …, caller: … }, or exposure: 'none' where nothing is reachable from outside";
  return [problem('no-exposure', inside(environment.location, 'exposure'), message, hint)];
}
