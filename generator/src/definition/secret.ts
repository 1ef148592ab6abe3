/**
 * Secrets: an app declares which it owns and how each key comes to be. No value is ever written: a store keeps
 * them (the cloud's, or one inside the cluster), and everyone reads them from there.
 */

/** Made once by a machine and never shown to anybody. */
export interface Generated {
  readonly from: 'generator';
  /** Number of characters, letters and digits only, so that it fits URLs and configuration files alike. */
  readonly length: number;
}

/** Put into the store by a person, because only they can know it. */
export interface Provided {
  readonly from: 'person';
  /** What it is and where to get it; printed in PLAN.md. */
  readonly what: string;
}

/**
 * Part of an app's key to the object store: made by a machine where an app of the environment is that store, else put
 * there by a person, who got it from whoever runs the store.
 */
export interface BucketKey {
  readonly from: 'object-store';
  readonly length: number;
  readonly what: string;
}

/** Not a secret at all, but wanted in the same Secret, as a user name is. */
export interface Literal {
  readonly from: 'text';
  readonly text: string;
}

export type SecretKey = Generated | Provided | BucketKey | Literal;

/** The keys of one secret, and the type of the Kubernetes Secret that carries them. */
export interface SecretDeclaration<Key extends string = string> {
  readonly type: 'Opaque' | 'kubernetes.io/basic-auth';
  readonly keys: Readonly<Record<Key, SecretKey>>;
}

export const generated = (length = 32): Generated => ({ from: 'generator', length });
export const provided = (what: string): Provided => ({ from: 'person', what });
export const bucketKey = (length: number, what: string): BucketKey => ({
  from: 'object-store',
  length,
  what,
});
export const text = (value: string): Literal => ({ from: 'text', text: value });

/** A secret of named keys. */
export function opaque<const Keys extends Record<string, SecretKey>>(
  keys: Keys,
): SecretDeclaration<keyof Keys & string> {
  return { type: 'Opaque', keys };
}

/** A user name and a generated password, in the form that operators ask for. */
export function basicAuth(username: string): SecretDeclaration<'username' | 'password'> {
  return { type: 'kubernetes.io/basic-auth', keys: { username: text(username), password: generated() } };
}

/** The Kubernetes Secret in an app's own namespace that carries a secret, and the keys in it. */
export interface SecretReference {
  readonly name: string;
  readonly keys: readonly string[];
}

/** One key of a Secret, as the chart `service` takes it. Throws where the secret has no such key. */
export function keyOf({ name, keys }: SecretReference, key: string): { secret: string; key: string } {
  if (keys.includes(key)) return { secret: name, key };
  throw new Error(`the secret "${name}" has no key "${key}"; it has ${keys.join(', ')}`);
}
