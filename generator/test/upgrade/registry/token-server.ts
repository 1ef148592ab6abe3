import { generateKeyPairSync, randomUUID, sign } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { atTheEnd } from '../../../testing/ending.ts';

interface Account {
  readonly user: string;
  readonly password: string;
}

interface TokenOptions {
  /** Seconds. */
  readonly tokenLife?: number;
  /** Repositories that may be pulled from without an account. */
  readonly open?: (repository: string) => boolean;
}

/** Gives tokens as Docker's specification of token authentication says. The registry believes its keys. */
export interface TokenServer {
  /** For `auth.token` of the registry, but the file with the keys. */
  readonly settings: { readonly realm: string; readonly service: string; readonly issuer: string };
  /** A JSON web key set. */
  readonly keys: { readonly keys: readonly object[] };
  /** Every request: `GET repository:acme/api:pull alice`, `GET repository:acme/api:pull -`. */
  readonly calls: string[];
  /** For `identitytoken` of a credential file. */
  readonly identityToken: string;
  tokenFor(repository: string, actions: readonly string[]): string;
}

const keyId = 'test';
const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

export async function startTokenServer(
  account: Account,
  { tokenLife = 300, open = () => true }: TokenOptions,
): Promise<TokenServer> {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const identityToken = randomUUID();
  const calls: string[] = [];
  const names = { service: 'test-registry', issuer: 'test-issuer' };

  const tokenOf = (access: readonly object[]): string => {
    const now = Math.floor(Date.now() / 1000);
    const times = { iat: now, nbf: now - 1, exp: now + tokenLife };
    const claims = { iss: names.issuer, aud: names.service, sub: '', jti: randomUUID(), ...times, access };
    const signed = `${part({ typ: 'JWT', alg: 'ES256', kid: keyId })}.${part(claims)}`;
    const signature = sign('sha256', Buffer.from(signed), { key: privateKey, dsaEncoding: 'ieee-p1363' });
    return `${signed}.${signature.toString('base64url')}`;
  };

  /** Null for nobody; undefined for somebody else. */
  const userOf = (authorization: string | undefined): string | null | undefined => {
    if (authorization === undefined) return null;
    const wanted = Buffer.from(`${account.user}:${account.password}`).toString('base64');
    return authorization === `Basic ${wanted}` ? account.user : undefined;
  };

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const form = new URLSearchParams(await text(request));
    const query =
      request.method === 'POST' ? form : new URL(request.url ?? '', 'http://localhost').searchParams;
    const user =
      request.method === 'POST'
        ? form.get('refresh_token') === identityToken
          ? account.user
          : undefined
        : userOf(request.headers.authorization);
    const scopes = query.getAll('scope').flatMap((scope) => scope.split(' '));
    calls.push(`${request.method} ${scopes.join(' ')} ${user ?? '-'}`);
    if (user === undefined || query.get('service') !== names.service) {
      response
        .writeHead(401, { 'content-type': 'application/json' })
        .end('{"details":"incorrect username or password"}');
      return;
    }
    const access = scopes.flatMap((scope) => {
      const [type = '', name = '', actions = ''] = scope.split(':');
      const granted = user !== null ? actions.split(',') : open(name) ? ['pull'] : [];
      return granted.length === 0 ? [] : [{ type, name, actions: granted }];
    });
    const token = tokenOf(access);
    const body = request.method === 'POST' ? { access_token: token } : { token };
    response
      .writeHead(200, { 'content-type': 'application/json' })
      .end(JSON.stringify({ ...body, expires_in: tokenLife }));
  };

  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  atTheEnd(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return {
    settings: { realm: `http://127.0.0.1:${port}/token`, ...names },
    keys: { keys: [{ ...publicKey.export({ format: 'jwk' }), kid: keyId, use: 'sig', alg: 'ES256' }] },
    calls,
    identityToken,
    tokenFor: (repository, actions) => tokenOf([{ type: 'repository', name: repository, actions }]),
  };
}
