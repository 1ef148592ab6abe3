import type { Endpoint, Output } from '../definition/output.ts';
import { inside } from '../problem/location.ts';
import { failure, type Problem, problem, type Result, success } from '../problem/problem.ts';
import type { CheckedApp, Definitions } from './definitions.ts';

/** An object store that is an app of the environment. */
export interface ObjectStore {
  /** Makes buckets and users, so that whoever uses a bucket waits for it. */
  readonly app: CheckedApp;
  /** The app that answers, and which output of it. */
  readonly server: string;
  readonly path: string;
  readonly region: string;
  readonly endpoint: Endpoint;
}

/** What apps must say of an object store, and that there is at most one. */
export function checkObjectStores({ apps }: Pick<Definitions, 'apps'>): Problem[] {
  const stores = apps.filter(({ objectStore }) => objectStore !== undefined);
  const several = stores.slice(1).map(({ name, location }) => {
    const message = `"${name}" and "${stores[0]?.name}" are both the object store`;
    return problem('duplicate-name', inside(location, 'objectStore'), message, 'let one of them be it');
  });
  const apart = stores.flatMap(({ name, dependsOn, objectStore, location }) => {
    if (!objectStore || dependsOn.includes(objectStore.server)) return [];
    const message = `"${name}" says that "${objectStore.server}" is its server, which it does not depend on`;
    return [
      problem('undeclared-use', inside(location, 'objectStore.server'), message, 'add it to dependsOn'),
    ];
  });
  return [...several, ...apart];
}

/** The store that an app is, from what the app that answers provides. */
export function objectStoreOf(
  app: CheckedApp,
  provided: Readonly<Record<string, Output>>,
): Result<ObjectStore> {
  const { server = '', endpoint: path = '', region = '' } = app.objectStore ?? {};
  const endpoint = provided[path];
  if (endpoint?.kind === 'endpoint') return success({ app, server, path, region, endpoint });
  const message = `"${server}" provides no endpoint "${path}"`;
  const known = Object.keys(provided).filter((key) => provided[key]?.kind === 'endpoint');
  const hint = known.length === 0 ? 'let it provide one' : `it provides ${known.join(', ')}`;
  return failure([problem('unknown-name', inside(app.location, 'objectStore.endpoint'), message, hint)]);
}
