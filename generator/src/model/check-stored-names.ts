import type { Cloud } from '../definition/cloud.ts';
import { awsSecret, azureSecret, gcpSecret } from '../definition/format/cloud-resource.ts';
import type { TextFormat } from '../definition/format/text-format.ts';
import { inside } from '../problem/location.ts';
import { type Problem, problem } from '../problem/problem.ts';
import type { Evaluated } from './evaluate-app.ts';
import type { Scope } from './resolve-environment.ts';

/** What the cloud calls a secret; a store that is there already, or in the cluster, takes what it takes. */
const formats: Readonly<Record<Cloud['kind'], TextFormat | null>> = {
  aws: awsSecret,
  azure: azureSecret,
  gcp: gcpSecret,
  local: null,
};

/** Names in the store are put together of the environment's prefix, an app, a secret and the number of its value. */
export function checkStoredNames(evaluated: readonly Evaluated[], scope: Scope): Problem[] {
  const { apps, store, environment, context } = scope;
  const format = formats[context.cloud.kind];
  if (store === null || format === null) return [];
  const { secretPrefix, location } = environment;
  const wrongPrefix = secretPrefix === '' ? null : format(secretPrefix);
  if (wrongPrefix !== null) {
    const message = `what stands in front of the names of secrets, "${secretPrefix}", ${wrongPrefix}`;
    return [problem('bad-shape', inside(location, 'secretPrefix'), message)];
  }
  // Several apps may read one secret.
  const uses = new Map(
    evaluated.flatMap(({ readings }) => [...readings.secrets.values()]).map((use) => [use.storeKey, use]),
  );
  return [...uses.values()].flatMap(({ storeKey, owner, secret }) => {
    const wrong = format(storeKey);
    const app = apps.get(owner);
    if (wrong === null || app === undefined) return [];
    const hint = `shorten it, the name of the app, or secretPrefix in ${location.file}`;
    const message = `the name "${storeKey}" in the secret store ${wrong}`;
    return [problem('bad-shape', inside(app.location, `secrets.${secret}`), message, hint)];
  });
}
