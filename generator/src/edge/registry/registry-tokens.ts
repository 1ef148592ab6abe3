import { z } from 'zod';
import { isLoopback } from '../web/loopback.ts';
import type { Web, WebFailure } from '../web/web.ts';
import type { RegistryChallenge } from './challenge.ts';
import type { FoundCredential } from './registry-credentials.ts';
import type { RegistryPlace } from './registry-place.ts';

type Bearer = Extract<RegistryChallenge, { kind: 'bearer' }>;

interface GivenToken {
  readonly kind: 'token';
  readonly token: string;
  /** Milliseconds since 1970. */
  readonly until: number;
}

/** A token of the registry's own token server, or why there is none. */
export type TokenOutcome = GivenToken | WebFailure;

/** Gets tokens; one that is still good is taken again. */
export type RegistryTokens = (
  place: RegistryPlace,
  challenge: Bearer,
  scope: string,
  found: FoundCredential | null,
) => Promise<TokenOutcome>;

const tokenAnswer = z.object({
  token: z.string().optional(),
  access_token: z.string().optional(),
  expires_in: z.number().optional(),
});

/** Seconds that a token is good for where nobody says, by Docker's specification. */
const usualLife = 60;
/** What is left of its life when it is taken for over: a request takes a while, and clocks differ. */
const margin = 0.1;

export function registryTokens(web: Web, now: () => number): RegistryTokens {
  const tokens = new Map<string, Promise<TokenOutcome>>();
  return async (place, challenge, scope, found) => {
    const key = JSON.stringify([place.registry, challenge.realm, scope, found?.from]);
    const pending = tokens.get(key);
    const known = pending && (await pending);
    if (known !== undefined && (known.kind === 'failed' || known.until > now())) return known;
    const newest = tokens.get(key);
    if (newest !== undefined && newest !== pending) return newest;
    const asked = askForToken(web, now, place, challenge, scope, found);
    tokens.set(key, asked);
    return asked;
  };
}

async function askForToken(
  web: Web,
  now: () => number,
  { registry, base }: RegistryPlace,
  { realm, service }: Bearer,
  scope: string,
  found: FoundCredential | null,
): Promise<TokenOutcome> {
  const url = URL.parse(realm, base);
  if (url === null || !isSafe(url, base))
    return { kind: 'failed', why: `${registry} wants credentials to be shown without TLS, or to no URL` };
  const words = { ...(service !== null && { service }), scope };
  const outcome = await web.ask(...requestOf(url, words, found));
  if (outcome.kind === 'failed') return outcome;
  if (outcome.status !== 200)
    return { kind: 'failed', why: refusal(registry, url, outcome.status, scope, found) };
  const read = tokenAnswer.safeParse(jsonIn(outcome.body));
  const token = read.data?.token || read.data?.access_token;
  if (!token) return { kind: 'failed', why: `${url.host} gave no token for ${scope}` };
  const life = read.data?.expires_in || usualLife;
  return { kind: 'token', token, until: now() + life * 1000 * (1 - margin) };
}

const isSafe = (url: URL, base: string): boolean =>
  url.protocol === 'https:' ||
  (url.protocol === 'http:' && (isLoopback(url.hostname) || base.startsWith('http:')));

function requestOf(
  url: URL,
  words: { service?: string; scope: string },
  found: FoundCredential | null,
): Parameters<Web['ask']> {
  const credential = found?.credential;
  if (credential?.kind === 'identity') {
    const form = {
      grant_type: 'refresh_token',
      client_id: 'gitops-generator',
      refresh_token: credential.token,
      ...words,
    };
    return [url.href, { method: 'POST', secret: true, body: new URLSearchParams(form).toString() }];
  }
  const asked = new URL(url);
  if (words.service !== undefined) asked.searchParams.append('service', words.service);
  for (const scope of words.scope.split(' ')) asked.searchParams.append('scope', scope);
  if (credential?.kind !== 'password') return [asked.href, { secret: true }];
  asked.searchParams.append('account', credential.user);
  return [asked.href, { secret: true, headers: { authorization: basicOf(credential) } }];
}

export const basicOf = ({ user, password }: { user: string; password: string }): string =>
  `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;

function refusal(
  registry: string,
  { host }: URL,
  status: number,
  scope: string,
  found: FoundCredential | null,
): string {
  const what = `${host} gives no token for ${scope} (${status})`;
  return found === null
    ? `${what}: it is gone, or private: docker login ${registry}`
    : `${what}: are the credentials from ${found.from} still good? docker login ${registry}`;
}

function jsonIn(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return null;
  }
}
