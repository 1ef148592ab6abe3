import { homedir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { textAt } from '../read-files.ts';
import { isHub } from './registry-place.ts';

/** Who one is at a registry. Must not be printed. */
export type RegistryCredential =
  | { readonly kind: 'password'; readonly user: string; readonly password: string }
  /** For OAuth2 at the registry's token server. */
  | { readonly kind: 'identity'; readonly token: string }
  /** Of the registry itself. */
  | { readonly kind: 'bearer'; readonly token: string };

const credentialEntry = z.object({
  auth: z.string().optional(),
  username: z.string().optional(),
  password: z.string().optional(),
  identitytoken: z.string().optional(),
  registrytoken: z.string().optional(),
});

const credentialSettings = z.object({
  auths: z.record(z.string(), credentialEntry.nullable()).nullish(),
  credHelpers: z.record(z.string(), z.string()).nullish(),
  credsStore: z.string().nullish(),
});

/** A file that Docker, Podman and others keep credentials in. */
export type CredentialSettings = z.output<typeof credentialSettings>;

/** What a file says of a repository: a credential, or a program to ask for it and the name that it goes by there. */
export type KeptCredential =
  | { readonly credential: RegistryCredential }
  | { readonly program: string; readonly server: string };

/** Files that may hold credentials, the first one that has some counts. */
export function credentialFiles(environment: Readonly<Record<string, string | undefined>>): string[] {
  const home = environment.HOME ?? homedir();
  const { REGISTRY_AUTH_FILE: own, DOCKER_CONFIG: docker, XDG_RUNTIME_DIR: runtime } = environment;
  const config = environment.XDG_CONFIG_HOME ?? join(home, '.config');
  return [
    ...(own ? [own] : []),
    join(docker || join(home, '.docker'), 'config.json'),
    ...(runtime ? [join(runtime, 'containers/auth.json')] : []),
    join(config, 'containers/auth.json'),
  ];
}

/**
 * A file of credentials; null where there is none.
 * @throws with a message that holds nothing of the file
 */
export function credentialSettingsIn(file: string): CredentialSettings | null {
  const text = readable(file);
  if (text === null || text.trim() === '') return null;
  const read = credentialSettings.safeParse(jsonIn(text));
  if (!read.success) throw new Error(`${file} is no file of credentials as Docker writes it`);
  return read.data;
}

function readable(file: string): string | null {
  try {
    return textAt(file);
  } catch (error) {
    throw new Error(`${file} cannot be read (${(error as NodeJS.ErrnoException).code})`);
  }
}

/** The parser's message would quote the text. */
function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** What a file says of a repository, by the longest path that it names, as in `ghcr.io/acme`. */
export function keptCredential(
  { auths, credHelpers, credsStore }: CredentialSettings,
  registry: string,
  name: string,
): KeptCredential | null {
  const names = namesOf(registry, name);
  for (const wanted of names) {
    const program = entryOf(credHelpers ?? {}, wanted);
    if (program !== null) return { program: program.value, server: program.key };
    const entry = entryOf(auths ?? {}, wanted);
    const credential = entry === null ? null : credentialIn(entry.value ?? {});
    if (credential !== null) return { credential };
  }
  if (!credsStore) return null;
  const entry = names.map((wanted) => entryOf(auths ?? {}, wanted)).find((found) => found !== null);
  const server = entry?.key ?? (isHub(registry) ? 'https://index.docker.io/v1/' : registry);
  return { program: credsStore, server };
}

/** `ghcr.io/acme/api`, `ghcr.io/acme`, `ghcr.io`; Docker Hub goes by several names. */
function namesOf(registry: string, name: string): string[] {
  const parts = name.split('/');
  const paths = parts.map((_, index) => parts.slice(0, parts.length - index).join('/'));
  const hosts = isHub(registry) ? ['docker.io', 'index.docker.io', 'registry-1.docker.io'] : [registry];
  return [...paths.flatMap((path) => hosts.map((host) => `${host}/${path}`)), ...hosts];
}

/** Keys may be URLs, as in `https://index.docker.io/v1/`. */
function entryOf<T>(entries: Readonly<Record<string, T>>, wanted: string): { key: string; value: T } | null {
  const found = Object.entries(entries).find(
    ([key]) => key.replace(/^https?:\/\//, '').replace(/\/(v[12]\/?)?$/, '') === wanted,
  );
  return found === undefined ? null : { key: found[0], value: found[1] };
}

function credentialIn(entry: z.output<typeof credentialEntry>): RegistryCredential | null {
  const { auth, username, password, identitytoken, registrytoken } = entry;
  if (registrytoken) return { kind: 'bearer', token: registrytoken };
  if (identitytoken) return { kind: 'identity', token: identitytoken };
  if (auth) {
    const text = Buffer.from(auth, 'base64').toString('utf8').replaceAll('\0', '');
    const colon = text.indexOf(':');
    return colon < 0
      ? null
      : { kind: 'password', user: text.slice(0, colon), password: text.slice(colon + 1) };
  }
  return username && password ? { kind: 'password', user: username, password } : null;
}
