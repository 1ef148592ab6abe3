import type { Web, WebFailure, WebOutcome, WebRequest } from '../web/web.ts';
import { challengeIn, type RegistryChallenge } from './challenge.ts';
import type { FoundCredential, RegistryCredentials } from './registry-credentials.ts';
import type { RegistryPlace } from './registry-place.ts';
import { basicOf, registryTokens } from './registry-tokens.ts';

/** Asks a registry, and shows who one is in the way that it wants. The path is below `/v2/<name>/`, or a whole URL. */
export type RegistryAsk = (place: RegistryPlace, path: string, request: WebRequest) => Promise<WebOutcome>;

/** How registries answer without credentials is learned from the first request to each: the others wait for it. */
export function registryLogin(web: Web, credentials: RegistryCredentials, now: () => number): RegistryAsk {
  const challenges = new Map<string, Promise<RegistryChallenge | null>>();
  const tokens = registryTokens(web, now);

  /** The header; null for none; or why there cannot be one. */
  const authorization = async (
    place: RegistryPlace,
    challenge: RegistryChallenge | null,
    scope: string,
  ): Promise<string | null | WebFailure> => {
    const found = await credentials.of(place);
    if (found?.credential.kind === 'bearer') return `Bearer ${found.credential.token}`;
    if (challenge === null) return null;
    if (challenge.kind === 'basic')
      return found?.credential.kind === 'password' ? basicOf(found.credential) : null;
    const outcome = await tokens(place, challenge, scope, found);
    return outcome.kind === 'token' ? `Bearer ${outcome.token}` : outcome;
  };

  return async (place, path, request) => {
    const url = path.startsWith('http') ? path : `${place.base}/v2/${place.name}/${path}`;
    const send = (header: string | null): Promise<WebOutcome> =>
      web.ask(
        url,
        header === null ? request : { ...request, headers: { ...request.headers, authorization: header } },
      );
    const usual = `repository:${place.name}:pull`;

    let first: WebOutcome | null = null;
    const learned = challenges.get(place.base);
    const learning =
      learned ??
      send(null).then((outcome) => {
        first = outcome;
        return challengeOf(outcome);
      });
    challenges.set(place.base, learning);
    const challenge = await learning;
    let header: string | null = null;
    if (first === null || isRefused(first)) {
      const shown = await authorization(place, challenge, scopeOf(challenge, first) ?? usual);
      if (typeof shown === 'object' && shown !== null) return shown;
      if (first !== null && shown === null)
        return refused(place, first, credentials, await credentials.of(place));
      header = shown;
      first = await send(header);
    }
    if (!isRefused(first)) return first;
    // It wants something else than it did before: another scope, or a token where none was needed.
    const again = challengeOf(first);
    const scope = scopeOf(again, first);
    if (again !== null && (header === null || (scope !== null && scope !== usual))) {
      const shown = await authorization(place, again, scope ?? usual);
      if (typeof shown === 'object' && shown !== null) return shown;
      if (shown !== null && shown !== header) first = await send(shown);
    }
    return isRefused(first) ? refused(place, first, credentials, await credentials.of(place)) : first;
  };
}

const isRefused = (outcome: WebOutcome): boolean => outcome.kind === 'answered' && outcome.status === 401;

const challengeOf = (outcome: WebOutcome): RegistryChallenge | null =>
  outcome.kind === 'answered' && outcome.status === 401
    ? challengeIn(outcome.headers.get('www-authenticate'))
    : null;

/** What is asked for; only what a refusal names for this very request counts. */
const scopeOf = (challenge: RegistryChallenge | null, from: WebOutcome | null): string | null =>
  from !== null && challenge?.kind === 'bearer' ? challenge.scope : null;

function refused(
  { registry, name }: RegistryPlace,
  outcome: WebOutcome,
  { files }: RegistryCredentials,
  found: FoundCredential | null,
): WebFailure {
  const status = outcome.kind === 'answered' ? outcome.status : 0;
  const what = `${registry} refuses to show ${name} (${status})`;
  return {
    kind: 'failed',
    why:
      found === null
        ? `${what}: it is gone, or private, and ${files.join(', ')} have no credentials: docker login ${registry}`
        : `${what}: it is gone, or the credentials from ${found.from} do not allow repository:${name}:pull`,
  };
}
