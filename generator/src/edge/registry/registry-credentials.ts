import { z } from 'zod';
import { run } from '../process.ts';
import {
  credentialFiles,
  credentialSettingsIn,
  type KeptCredential,
  keptCredential,
  type RegistryCredential,
} from './credential-settings.ts';
import type { RegistryPlace } from './registry-place.ts';

/** A credential, and the file or program that it is from. */
export interface FoundCredential {
  readonly credential: RegistryCredential;
  readonly from: string;
}

export interface RegistryCredentials {
  /** Null where there is none, so that one asks as anybody. */
  of(place: RegistryPlace): Promise<FoundCredential | null>;
  /** Where it was looked for, for people. */
  readonly files: readonly string[];
}

const limit = 30_000;

/**
 * Credentials as `docker login`, `podman login` and their like have kept them. A file or program that is of no use does
 * not keep anybody from what is public, so it is only reported.
 */
export function registryCredentials(
  environment: Readonly<Record<string, string | undefined>>,
  report: (line: string) => void,
): RegistryCredentials {
  const files = credentialFiles(environment);
  const settings = files.flatMap((file) => {
    try {
      const read = credentialSettingsIn(file);
      return read === null ? [] : [{ file, read }];
    } catch (error) {
      report((error as Error).message);
      return [];
    }
  });
  const asked = new Map<string, Promise<FoundCredential | null>>();

  const fromProgram = async ({ program, server }: { program: string; server: string }) => {
    const answer = await credentialFrom(program, server, environment);
    if (typeof answer !== 'string') return answer;
    report(`docker-credential-${program} has no credential for ${server}: ${answer}`);
    return null;
  };
  const from = (kept: KeptCredential, file: string): Promise<FoundCredential | null> => {
    if ('credential' in kept) return Promise.resolve({ credential: kept.credential, from: file });
    const key = `${kept.program} ${kept.server}`;
    const answer = asked.get(key) ?? fromProgram(kept);
    asked.set(key, answer);
    return answer;
  };
  return {
    files,
    async of({ registry, name }) {
      for (const { file, read } of settings) {
        const kept = keptCredential(read, registry, name);
        const found = kept === null ? null : await from(kept, file);
        if (found !== null) return found;
      }
      return null;
    },
  };
}

const helperAnswer = z.object({ Username: z.string(), Secret: z.string() });

/** What helpers print where they have nothing. */
const nothing = /credentials not found|no credentials server URL|not found in native keychain/i;

/** Asks a credential helper of Docker: null where it has none, a text where it fails. */
async function credentialFrom(
  program: string,
  server: string,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<FoundCredential | string | null> {
  if (!/^[\w.-]+$/.test(program)) return 'it is no name of a program';
  const name = `docker-credential-${program}`;
  try {
    const ended = await run(name, ['get'], { input: server, limit, env: environment });
    if (ended === null) return 'it is not on PATH';
    if (ended.late) return 'it did not answer in time';
    if (ended.code !== 0)
      return nothing.test(`${ended.stdout}${ended.stderr}`) ? null : `it ended with ${ended.code}`;
    const read = helperAnswer.safeParse(JSON.parse(ended.stdout));
    if (!read.success) return 'it answered something else';
    const { Username: user, Secret: secret } = read.data;
    if (secret === '') return null;
    const credential: RegistryCredential =
      user === '<token>' ? { kind: 'identity', token: secret } : { kind: 'password', user, password: secret };
    return { credential, from: name };
  } catch {
    // Messages of what was thrown may quote what it printed.
    return 'it answered something else';
  }
}
