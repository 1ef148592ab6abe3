import type { Grant } from '../definition/context.ts';
import { layerIndex } from '../definition/layer.ts';
import type { Output } from '../definition/output.ts';
import { inside } from '../problem/location.ts';
import { failure, type Problem, problem, type Result, success } from '../problem/problem.ts';
import { allNeeds } from './all-needs.ts';
import type { CheckedApp, Definitions } from './definitions.ts';
import type { Evaluated } from './evaluate-app.ts';
import type { ObjectStore, Scope } from './resolve-environment.ts';
import { secretOutput } from './secret-uses.ts';

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

/** What each app may do in the store: what it asked for when its values were computed. */
export const grantsOf = (evaluated: readonly Evaluated[]): Grant[] =>
  evaluated
    .flatMap(({ app, readings }): Grant[] => {
      const secret = keyOf(app);
      if (readings.buckets.size === 0 || secret === undefined) return [];
      const buckets = [...readings.buckets].map(([purpose, { name }]) => [
        name,
        readings.access.get(purpose) ?? 'read',
      ]);
      return [
        { app: app.name, buckets: Object.fromEntries(buckets.sort()), secret: secretOutput(app, secret) },
      ];
    })
    .sort((a, b) => (a.app < b.app ? -1 : 1));

/** Name of the secret in which an app declares its key to the store. */
const keyOf = ({ secrets }: CheckedApp): string | undefined =>
  Object.keys(secrets).find((name) =>
    Object.values(secrets[name]?.keys ?? {}).some(({ from }) => from === 'object-store'),
  );

/** Whoever uses a bucket waits for the store and needs a key to it; the store itself must not wait for them. */
export function checkBucketUsers(evaluated: readonly Evaluated[], { objectStore, apps }: Scope): Problem[] {
  if (!objectStore) return [];
  const { app: store } = objectStore;
  const needed = allNeeds(store, apps);
  return evaluated.flatMap(({ app, readings, problems }): Problem[] => {
    if (readings.buckets.size === 0 || problems.length > 0) return [];
    const buckets = [...readings.buckets.keys()].map((purpose) => `"${purpose}"`).join(', ');
    if (app === store || needed.has(app.name) || layerIndex(app.layer) < layerIndex(store.layer)) {
      const message = `"${app.name}" uses the bucket ${buckets}, but comes up before the object store "${store.name}"`;
      return [
        problem('no-object-store', app.location, message, 'let it do without, or move it to a later layer'),
      ];
    }
    const own = [...readings.secrets.values()].filter(({ owner }) => owner === app.name);
    if (own.some(({ secret }) => secret === keyOf(app))) return [];
    const message = `"${app.name}" uses the bucket ${buckets} and reads no key to the object store "${store.name}"`;
    const hint = 'declare a secret of its own with bucketKey(…) in it, and read it with secret(…)';
    return [problem('no-object-store', inside(app.location, 'secrets'), message, hint)];
  });
}
