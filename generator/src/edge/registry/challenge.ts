/** How a registry wants to be asked, as `WWW-Authenticate` says (RFC 9110, 11.6.1). */
export type RegistryChallenge =
  | { readonly kind: 'basic' }
  | {
      readonly kind: 'bearer';
      /** URL that gives tokens. */
      readonly realm: string;
      readonly service: string | null;
      readonly scope: string | null;
    };

/** The challenge that we can meet, tokens first; null where there is none. */
export function challengeIn(header: string | null): RegistryChallenge | null {
  const challenges = [
    ...(header ?? '').matchAll(/(?:^|,)\s*(bearer|basic)\s+([\s\S]*?)(?=,\s*(?:bearer|basic)\s|$)/gi),
  ];
  const of = (scheme: string): string | undefined =>
    challenges.find(([, found]) => found?.toLowerCase() === scheme)?.[2];
  const bearer = of('bearer');
  const parameters = bearer === undefined ? null : parametersIn(bearer);
  const realm = parameters?.get('realm');
  if (parameters && realm !== undefined)
    return {
      kind: 'bearer',
      realm,
      service: parameters.get('service') ?? null,
      scope: parameters.get('scope') ?? null,
    };
  return of('basic') === undefined ? null : { kind: 'basic' };
}

const parametersIn = (text: string): ReadonlyMap<string, string> =>
  new Map(
    [...text.matchAll(/([\w-]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s,]+))/g)].map(
      ([, name = '', quoted, plain]) => [
        name.toLowerCase(),
        quoted?.replaceAll(/\\(.)/g, '$1') ?? plain ?? '',
      ],
    ),
  );
