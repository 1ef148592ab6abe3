import type { Grant } from '../definition/context.ts';
import { layerIndex } from '../definition/layer.ts';
import { inside } from '../problem/location.ts';
import { type Problem, problem } from '../problem/problem.ts';
import { allNeeds } from './all-needs.ts';
import type { CheckedApp } from './definitions.ts';
import type { Evaluated } from './evaluate-app.ts';
import type { Scope } from './resolve-environment.ts';
import { secretOutput } from './secret-uses.ts';

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
