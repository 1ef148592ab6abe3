import type { StoredSecret } from '../definition/context.ts';
import type { SecretOutput } from '../definition/output.ts';
import type { SecretKey } from '../definition/secret.ts';
import type { CheckedApp } from './definitions.ts';
import type { SecretUse } from './model.ts';

/** Name of a secret in the store, before the environment's prefix. Every store takes dashes; some no slashes. */
export const storedName = (owner: string, secret: string): string => `${owner}-${secret}`;

/** A secret of an app, as others refer to it. */
export function secretOutput(owner: CheckedApp, name: string): SecretOutput {
  return { kind: 'secret', owner: owner.name, name, keys: Object.keys(owner.secrets[name]?.keys ?? {}) };
}

/**
 * The Kubernetes Secret that `reader` wants for a secret of `owner`. It is named after its reader, because several
 * apps of one namespace may read the same secret and each must own what it creates.
 */
export function secretUse(reader: CheckedApp, owner: CheckedApp, name: string, prefix: string): SecretUse {
  const declaration = owner.secrets[name];
  const keys = Object.entries(declaration?.keys ?? {});
  return {
    name: reader.name === owner.name ? `${owner.name}-${name}` : `${reader.name}-${owner.name}-${name}`,
    type: declaration?.type ?? 'Opaque',
    owner: owner.name,
    storeKey: prefix + storedName(owner.name, name),
    keys: Object.fromEntries(
      keys.flatMap(([key, made]) => (made.from === 'text' ? [] : [[key, howMade(made)]])),
    ),
    text: Object.fromEntries(
      keys.flatMap(([key, value]) => (value.from === 'text' ? [[key, value.text]] : [])),
    ),
  };
}

function howMade(key: Exclude<SecretKey, { from: 'text' }>): string {
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
): StoredSecret[] {
  const stored = new Map<string, StoredSecret>();
  for (const { owner, name } of read) {
    const keys = Object.entries(apps.get(owner)?.secrets[name]?.keys ?? {});
    const full = storedName(owner, name);
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
