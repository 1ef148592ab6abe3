import type { Grant, Image, StoredSecret } from '../definition/context.ts';
import {
  type Bucket,
  type BucketAccess,
  bucketAccesses,
  type Output,
  type OutputTree,
  type SecretOutput,
} from '../definition/output.ts';
import type { SecretReference } from '../definition/secret.ts';
import { entryOf } from '../problem/entry-of.ts';
import { ProblemsError } from '../problem/errors.ts';
import { inside } from '../problem/location.ts';
import { didYouMean, nearest } from '../problem/nearest.ts';
import { type Problem, problem } from '../problem/problem.ts';
import { sizeOf } from './app-size.ts';
import { bringsStore, bucketOf, identityOf } from './cloud-names.ts';
import type { CheckedApp } from './definitions.ts';
import { imageOf } from './image-reference.ts';
import type { SecretUse } from './model.ts';
import { recording } from './outputs.ts';
import type { Scope } from './resolve-environment.ts';
import { secretUse } from './secret-uses.ts';
import { type Missed, watched } from './watched.ts';

/** What one evaluation of an app's values read, by the way. */
export interface Readings {
  readonly images: Map<string, Image>;
  readonly consumes: Map<string, Map<string, Output>>;
  readonly secrets: Map<string, SecretUse & { readonly secret: string }>;
  readonly buckets: Map<string, Bucket>;
  /** By purpose of the bucket. */
  readonly access: Map<string, BucketAccess>;
  /** What it read that is not there. */
  readonly missed: Missed[];
}

export const noReadings = (): Readings => ({
  images: new Map(),
  consumes: new Map(),
  secrets: new Map(),
  buckets: new Map(),
  access: new Map(),
  missed: [],
});

/** What only the stores of an environment are told, who must know what all others read. */
export interface Known {
  readonly stored: readonly StoredSecret[];
  readonly grants: readonly Grant[];
}

/** The context that `values` and `companion` of an app get, writing down in `readings` what they read. */
export function appContext(
  app: CheckedApp,
  scope: Scope,
  { stored, grants }: Known,
  readings: Readings,
): object {
  const { environment } = scope;
  const watch = <T extends object>(object: T, from: string): T => watched(object, from, readings.missed);
  return {
    environment: watch(scope.context, 'environment'),
    size: watch(sizeOf(app, environment), 'size'),
    namespace: scope.namespaceOf(app.name),
    identity: watch(identityOf(scope.context.cloud, app.name), 'identity'),
    stored,
    grants,
    secretPrefix: environment.secretPrefix,
    monitors: scope.monitors,
    imagePullSecrets: scope.pulling.imagePullSecrets.map((name) => ({ name })),
    image: (name: string) => watch(readImage(name, app, scope, readings), `image(${name})`),
    bucket: (purpose: string, access: BucketAccess) =>
      watch(readBucket(purpose, access, app, scope, readings), `bucket(${purpose})`),
    secret: (which: string | SecretOutput) => watch(readSecret(which, app, scope, readings), 'the secret'),
    of: (target: string | { name: string }) => {
      const name = typeof target === 'string' ? target : target.name;
      return watch(readOutputs(name, app, scope, readings), `of(${name})`);
    },
    own: () => watch(scope.outputs.get(app.name) ?? {}, 'own()'),
  };
}

function stop(found: Problem): never {
  throw new ProblemsError([found]);
}

function readImage(
  name: string,
  app: CheckedApp,
  { definitions, pulling }: Scope,
  readings: Readings,
): Image {
  const entry = entryOf(definitions.images, name);
  if (!entry || !app.images.includes(name)) {
    const message = `"${app.name}" reads the image "${name}" without listing it`;
    const close = nearest(name, app.images);
    stop(
      problem(
        'undeclared-use',
        inside(app.location, 'values'),
        message,
        close === undefined ? 'add it to images' : `add it to images, or did you mean "${close}"?`,
      ),
    );
  }
  const image = imageOf(entry, pulling.registryMirror);
  readings.images.set(name, image);
  return image;
}

function readBucket(
  purpose: string,
  access: BucketAccess,
  app: CheckedApp,
  scope: Scope,
  readings: Readings,
): Bucket {
  const known = scope.definitions.platform.buckets;
  if (!known.includes(purpose)) {
    stop(
      problem(
        'unknown-name',
        inside(app.location, 'values'),
        `there is no bucket "${purpose}"`,
        didYouMean(purpose, known),
      ),
    );
  }
  if (!bucketAccesses.includes(access)) {
    const message = `"${app.name}" does not say what it does with the bucket "${purpose}"`;
    const hint = bucketAccesses.map((known) => `bucket('${purpose}', '${known}')`).join(' or ');
    stop(problem('bad-shape', inside(app.location, 'values'), message, `write ${hint}`));
  }
  const { objectStore } = scope;
  if (objectStore) {
    const { server, path, endpoint } = objectStore;
    readings.consumes.set(server, (readings.consumes.get(server) ?? new Map()).set(path, endpoint));
  } else if (!bringsStore(scope.environment)) {
    const message = `"${app.name}" uses the bucket "${purpose}", but ${scope.environment.name} has no object store`;
    const hint = 'name one in cloud.objectStore of environment.ts, or keep the app that says objectStore';
    stop(problem('no-object-store', inside(scope.environment.location, 'cloud.objectStore'), message, hint));
  }
  const bucket = bucketOf(scope.context.cloud, purpose);
  readings.buckets.set(purpose, bucket);
  if (readings.access.get(purpose) !== 'read-write') readings.access.set(purpose, access);
  return bucket;
}

function readSecret(
  which: string | SecretOutput,
  app: CheckedApp,
  scope: Scope,
  readings: Readings,
): SecretReference {
  const [owner, name] = typeof which === 'string' ? [app, which] : [scope.apps.get(which.owner), which.name];
  if (!owner || !Object.hasOwn(owner.secrets, name)) {
    const message = `"${app.name}" reads the secret "${name}", which "${owner?.name ?? '?'}" does not declare`;
    stop(
      problem(
        'unknown-name',
        inside(app.location, 'values'),
        message,
        didYouMean(name, Object.keys(owner?.secrets ?? {})),
      ),
    );
  }
  if (scope.secretStore === null) {
    const message = `"${app.name}" needs the secret "${name}", but no app of the environment is its secret store`;
    stop(problem('no-secret-store', app.location, message, storeHint(scope)));
  }
  const use = secretUse(app, owner, name, scope.environment);
  readings.secrets.set(use.name, { ...use, secret: name });
  return { name: use.name, keys: [...Object.keys(use.keys), ...Object.keys(use.text)] };
}

function storeHint({ definitions }: Scope): string {
  const stores = definitions.apps.filter(({ secretStore }) => secretStore !== undefined);
  const [store] = stores;
  const existing = "existing: { secretStore: '<a ClusterSecretStore of the cluster>' } in environment.ts";
  return store
    ? `take "${store.name}" out of apps.exclude, or write ${existing}`
    : `let an app make the store and say secretStore: { kind: 'secret-store', storeKind: 'ClusterSecretStore', name }, or write ${existing}`;
}

function readOutputs(target: string, app: CheckedApp, scope: Scope, readings: Readings): OutputTree {
  const location = inside(app.location, 'values');
  if (!app.dependsOn.includes(target) && !app.uses.includes(target)) {
    const message = `"${app.name}" reads from "${target}", which it neither depends on nor uses`;
    stop(problem('undeclared-use', location, message, `add "${target}" to dependsOn or uses`));
  }
  const tree = scope.outputs.get(target);
  if (!tree) {
    const message = `"${app.name}" reads from "${target}", which the environment excludes`;
    stop(problem('excluded-dependency', location, message, `ask environment.has('${target}') first`));
  }
  return recording(tree, (path, output) => {
    const read = readings.consumes.get(target) ?? new Map<string, Output>();
    readings.consumes.set(target, read.set(path, output));
  });
}
