import { beforeAll, describe, expect, test } from 'vitest';
import { at, beside, type RenderedSample, rendered, renderedSamplesOf } from '#testing';
import { postgresqlMigration } from '../stores/postgresql-migration.ts';
import { Browser, formOf } from '../test/browser.ts';
import { type Keycloak, startKeycloak } from '../test/keycloak.ts';
import { keycloak } from './keycloak.ts';
import { keycloakRealm } from './keycloak-realm.ts';

const [server] = (await renderedSamplesOf(keycloak)) as [RenderedSample];
const [job] = (await renderedSamplesOf(keycloakRealm)) as [RenderedSample];
const setting = (path: string): string => String(at(server.app.provides[path] as never, 'value'));
const publicUrl = String(at(server.app.provides.public as never, 'url'));
const siteOf = (name: string): string => `https://${name}.${server.environment.domain}`;
const ownerId = String(at(beside(job, postgresqlMigration).provides.consoleOwnerId as never, 'value'));

const setup = 'of-the-account-of-the-platform';
const secrets = {
  ADMIN_USER: 'admin',
  ADMIN_PASSWORD: 'ofTheAdministrator',
  OWNER_PASSWORD: 'ofTheFirstUser',
  SECRET_automation: 'ofAutomation',
  SECRET_grafana: 'ofGrafana',
  SECRET_superset: 'ofSuperset',
};

let running: Keycloak;
beforeAll(async () => {
  running = await startKeycloak(server, setup);
  await running.keepRealm(job, secrets);
});

type Claims = Record<string, unknown>;
const claimsOf = (token: string): Claims =>
  JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());

async function tokens(form: Record<string, string>, realm = setting('realm.name')): Promise<Claims> {
  const address = `${running.url}/realms/${realm}/protocol/openid-connect/token`;
  const response = await fetch(address, { method: 'POST', body: new URLSearchParams(form) });
  return { status: response.status, ...((await response.json()) as Claims) };
}

const administrator = () =>
  tokens({ grant_type: 'client_credentials', client_id: 'setup', client_secret: setup }, 'master');

async function admin(path: string, { method = 'GET', body }: { method?: string; body?: object } = {}) {
  const { access_token } = await administrator();
  const response = await fetch(`${running.url}/admin/realms/${setting('realm.name')}${path}`, {
    method,
    headers: { authorization: `Bearer ${access_token}`, 'content-type': 'application/json' },
    ...(body && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return text === '' ? null : JSON.parse(text);
}

/** The realm with everything that we keep of it. */
const everything = async () =>
  inOrder(
    await Promise.all(['', '/clients', '/client-scopes', '/roles', '/users'].map((path) => admin(path))),
  );

/** Keycloak answers with its sets in any order: each list becomes the sorted texts of its elements. */
function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((element) => JSON.stringify(inOrder(element))).toSorted();
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).map(([key, entry]) => [key, inOrder(entry)] as const);
  return Object.fromEntries(entries.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

const authorization = (client: string, redirect: string): string =>
  `${setting('realm.authorization')}?${new URLSearchParams({
    client_id: client,
    redirect_uri: redirect,
    response_type: 'code',
    scope: 'openid',
    state: 'of-this-test',
  })}`;

/** Logs in as a browser does. Returns the tokens that the client gets for the code. */
async function logIn(client: string, redirect: string, secret?: string, password = secrets.OWNER_PASSWORD) {
  const browser = new Browser({ [publicUrl]: running.url });
  const page = await (await browser.ask(authorization(client, redirect))).text();
  const form = { username: 'obsrv_admin', password };
  const answer = await browser.ask(formOf(page), form);
  const returned = new URL(answer.headers.get('location') ?? 'nowhere:');
  expect(`${returned.origin}${returned.pathname}`).toBe(redirect.replace(/\?.*/, ''));
  return tokens({
    grant_type: 'authorization_code',
    code: returned.searchParams.get('code') ?? '',
    redirect_uri: redirect,
    client_id: client,
    ...(secret && { client_secret: secret }),
  });
}

const statusOf = async (client: string, redirect: string) =>
  (await new Browser({ [publicUrl]: running.url }).ask(authorization(client, redirect))).status;

const consoleReturn = `${siteOf('console')}/console?auth_callback=1`;

describe('the real Keycloak', () => {
  test('says of itself what others are told: public to browsers, inside to programs', async () => {
    const response = await fetch(`${running.url}/realms/obsrv/.well-known/openid-configuration`);
    const said = (await response.json()) as Record<string, string>;
    const pathOf = (address = '') => new URL(address).pathname;
    expect(said.issuer).toBe(setting('realm.issuer'));
    expect(said.authorization_endpoint).toBe(setting('realm.authorization'));
    expect(said.end_session_endpoint).toBe(setting('realm.logout'));
    for (const [key, name] of [
      ['jwks_uri', 'jwks'],
      ['token_endpoint', 'token'],
      ['userinfo_endpoint', 'userinfo'],
    ] as const) {
      expect(said[key]).toBe(`${running.url}${pathOf(setting(`realm.${name}`))}`);
    }
  });

  test('gives programs a token for the APIs, and only with their secret', async () => {
    const asked = { grant_type: 'client_credentials', client_id: 'automation' };
    const { access_token } = await tokens({ ...asked, client_secret: secrets.SECRET_automation });
    const claims = claimsOf(String(access_token));
    expect(claims).toMatchObject({ iss: setting('realm.issuer'), sub: 'automation' });
    expect([claims.aud].flat()).toEqual([setting('realm.audience')]);
    expect(Object.keys(claims)).not.toEqual(expect.arrayContaining(['roles']));
    expect(claims.resource_access).toBeUndefined();
    expect((await tokens({ ...asked, client_secret: 'another' })).status).toBe(401);
  });

  test('logs the first user in to the console, as whom the registry knows', async () => {
    const { access_token } = await logIn('console', consoleReturn);
    const claims = claimsOf(String(access_token));
    expect(claims).toMatchObject({
      iss: setting('realm.issuer'),
      azp: 'console',
      sub: ownerId,
      preferred_username: 'obsrv_admin',
      email: `admin@${server.environment.domain}`,
    });
    expect([claims.aud].flat()).toContain(setting('realm.audience'));
    expect(claims.groups).toContain('admin');
    // The dataset API would take it for one of its own.
    expect(claims.roles).toBeUndefined();
  });

  test('lets the console make users with that token, and Superset not with its own', async () => {
    const make = async (token: unknown, username: string) => {
      const response = await fetch(`${running.url}/admin/realms/obsrv/users`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify({ username, enabled: true }),
      });
      return response.status;
    };
    const ofConsole = await logIn('console', consoleReturn);
    expect(await make(ofConsole.access_token, 'made-by-console')).toBe(201);
    const superset = `${siteOf('superset')}/oauth-authorized/keycloak`;
    const ofSuperset = await logIn('superset', superset, secrets.SECRET_superset);
    expect(await make(ofSuperset.access_token, 'made-by-superset')).toBe(403);
    const claims = claimsOf(String(ofSuperset.access_token));
    expect(claims.groups).toContain('admin');
    expect([claims.aud].flat()).not.toContain(setting('realm.audience'));
    expect((await logIn('superset', superset, 'another')).status).toBe(401);
  });

  test('sends nobody anywhere else', async () => {
    expect(await statusOf('console', consoleReturn)).toBe(200);
    for (const elsewhere of [
      'https://console.example.net/console',
      `${siteOf('console')}.example.net/console`,
      `${siteOf('superset')}/oauth-authorized/keycloak`,
      consoleReturn.replace('https:', 'http:'),
    ])
      expect(await statusOf('console', elsewhere)).toBe(400);
    expect(await statusOf('automation', consoleReturn)).toBe(400);
  });

  test('takes no password but on its own page', async () => {
    const password = { grant_type: 'password', username: 'obsrv_admin', password: secrets.OWNER_PASSWORD };
    for (const client_id of ['console', 'command-line'])
      expect(await tokens({ ...password, client_id })).toMatchObject({ error: 'unauthorized_client' });
  });

  test('has an administrator, whose password of the store a second run takes, and nothing else', async () => {
    const before = await everything();
    const login = { grant_type: 'password', client_id: 'admin-cli', username: secrets.ADMIN_USER };
    const { access_token } = await tokens({ ...login, password: secrets.ADMIN_PASSWORD }, 'master');
    expect(claimsOf(String(access_token)).iss).toBe('http://localhost:8080/realms/master');
    await running.keepRealm(job, { ...secrets, ADMIN_PASSWORD: 'another' });
    expect(await tokens({ ...login, password: secrets.ADMIN_PASSWORD }, 'master')).toMatchObject({
      error: 'invalid_grant',
    });
    expect((await tokens({ ...login, password: 'another' }, 'master')).status).toBe(200);
    expect(await everything()).toEqual(before);
  });

  test('follows a change of the domain, and keeps what people made', async () => {
    await admin('/clients', {
      method: 'POST',
      body: { clientId: 'by-hand', redirectUris: ['https://by.hand/*'] },
    });
    await admin(`/users/${ownerId}/reset-password`, {
      method: 'PUT',
      body: { type: 'password', value: 'changedByTheOwner' },
    });
    const [console] = await admin('/clients?clientId=console');
    const scopes: { id: string; name: string }[] = await admin('/client-scopes');
    const lost = scopes.find(({ name }) => name === 'api-gw-audience')?.id;
    await admin(`/clients/${console.id}/default-client-scopes/${lost}`, { method: 'DELETE' });

    const moved = await rendered(job, (values) => {
      const files = JSON.stringify(values.files).replaceAll(server.environment.domain, 'moved.example.net');
      values.files = JSON.parse(files);
    });
    await running.keepRealm(moved as never, secrets);

    expect(await statusOf('console', consoleReturn)).toBe(400);
    const now = 'https://console.moved.example.net/console?auth_callback=1';
    const { access_token } = await logIn('console', now, undefined, 'changedByTheOwner');
    expect([claimsOf(String(access_token)).aud].flat()).toContain(setting('realm.audience'));
    expect(await statusOf('by-hand', 'https://by.hand/back')).toBe(200);
    const users: { username: string }[] = await admin('/users');
    expect(users.map(({ username }) => username)).toContain('made-by-console');
  });

  test('refuses a realm with a key that it does not know, and one whose secret is another', async () => {
    const wrong = await rendered(job, (values) => {
      Object.assign(at(values, 'files|realm.json') as object, { json: { acessTokenLifespan: 1 } });
    });
    await expect(running.keepRealm(wrong as never, secrets)).rejects.toThrow('acessTokenLifespan');
    await expect(running.keepRealm(job, { ...secrets, SETUP_SECRET: 'another' })).rejects.toThrow(
      /invalid_client|unauthorized_client/i,
    );
  });
});
