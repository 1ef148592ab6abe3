import type { StoredSecret } from '../definition/context.ts';
import type { SecretOutput } from '../definition/output.ts';
import type { Generated, Literal, Provided, SecretKey } from '../definition/secret.ts';
import { entryOf } from '../problem/entry-of.ts';
import { bringsStore } from './cloud-names.ts';
import type { CheckedApp, CheckedEnvironment } from './definitions.ts';
import type { SecretUse } from './model.ts';

/** Numbers of the values of an environment's secrets, by their names; the first where one is left out. */
export type SecretVersions = Readonly<Record<string, number>>;

/** Name of a secret, whatever its value. Every store takes dashes; some no slashes. */
export const secretName = (owner: string, secret: string): string => `${owner}-${secret}`;

/** Name in the store of the value that a secret has, before the environment's prefix. */
export const storedName = (owner: string, secret: string, versions: SecretVersions): string =>
  secretName(owner, secret) + suffix(owner, secret, versions);

function suffix(owner: string, secret: string, versions: SecretVersions): string {
  const version = entryOf(versions, secretName(owner, secret));
  return version === undefined ? '' : `-${version}`;
}

/** A secret of an app, as others refer to it. */
export function secretOutput(owner: CheckedApp, name: string): SecretOutput {
  return {
    kind: 'secret',
    owner: owner.name,
    name,
    keys: Object.keys(entryOf(owner.secrets, name)?.keys ?? {}),
  };
}

/**
 * The Kubernetes Secret that `reader` wants for a secret of `owner`. It is named after its reader, because several
 * apps of one namespace may read the same secret and each must own what it creates.
 */
export function secretUse(
  reader: CheckedApp,
  owner: CheckedApp,
  name: string,
  environment: Pick<CheckedEnvironment, 'secretPrefix' | 'secretVersions' | 'cloud'>,
): SecretUse {
  const { secretPrefix, secretVersions } = environment;
  const declaration = entryOf(owner.secrets, name);
  const keys = keysOf(declaration?.keys, environment);
  const stored = storedName(owner.name, name, secretVersions);
  return {
    name: reader.name === owner.name ? stored : `${reader.name}-${stored}`,
    type: declaration?.type ?? 'Opaque',
    owner: owner.name,
    storeKey: secretPrefix + stored,
    keys: Object.fromEntries(
      keys.flatMap(([key, made]) => (made.from === 'text' ? [] : [[key, howMade(made)]])),
    ),
    text: Object.fromEntries(
      keys.flatMap(([key, value]) => (value.from === 'text' ? [[key, value.text]] : [])),
    ),
  };
}

/** Keys to the object store are made by the platform where the store is. */
function keysOf(
  keys: Readonly<Record<string, SecretKey>> = {},
  environment: Pick<CheckedEnvironment, 'cloud'>,
): [string, Generated | Provided | Literal][] {
  return Object.entries(keys).map(([name, key]) => {
    if (key.from !== 'object-store') return [name, key];
    const { length, what } = key;
    return [name, bringsStore(environment) ? { from: 'person', what } : { from: 'generator', length }];
  });
}

function howMade(key: Generated | Provided): string {
  return key.from === 'person' ? key.what : `random, ${key.length} characters`;
}

/** Number of characters of a key that a machine makes, from how a plan file says it; null for what a person provides. */
export function randomLength(origin: string): number | null {
  const [, length] = origin.match(/^random, (\d+) characters$/) ?? [];
  return length === undefined ? null : Number(length);
}

/** The secrets that somebody reads, as the store must hold them; sorted by name. */
export function storedSecrets(
  read: Iterable<{ owner: string; name: string }>,
  apps: ReadonlyMap<string, CheckedApp>,
  environment: Pick<CheckedEnvironment, 'secretVersions' | 'cloud'>,
): StoredSecret[] {
  const stored = new Map<string, StoredSecret>();
  for (const { owner, name } of read) {
    const keys = keysOf(entryOf(apps.get(owner)?.secrets, name)?.keys, environment);
    const full = storedName(owner, name, environment.secretVersions);
    stored.set(full, {
      name: full,
      generated: Object.fromEntries(
        keys.flatMap(([key, made]) => (made.from === 'generator' ? [[key, made.length]] : [])),
      ),
      provided: Object.fromEntries(
        keys.flatMap(([key, made]) => (made.from === 'person' ? [[key, made.what]] : [])),
      ),
    });
  }
  return [...stored.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}
