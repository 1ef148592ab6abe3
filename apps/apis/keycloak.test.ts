import { describe, expect, test } from 'vitest';
import {
  all,
  at,
  beside,
  bySize,
  containers,
  one,
  type Plain,
  quantity,
  rendered,
  renderedSamplesOf,
  variables,
} from '#testing';
import { kubePrometheusStack } from '../operations/kube-prometheus-stack.ts';
import { postgresql } from '../stores/postgresql.ts';
import { postgresqlMigration } from '../stores/postgresql-migration.ts';
import { keycloak } from './keycloak.ts';
import { keycloakRealm } from './keycloak-realm.ts';
import { superset } from './superset.ts';
import { webConsole } from './web-console.ts';

const settingOf = (provides: object, path: string) =>
  String(at((provides as Record<string, Plain>)[path], 'value'));

describe.each(await renderedSamplesOf(keycloak))('Keycloak on $name', (sample) => {
  const { manifests, app, environment } = sample;
  const deployment = one(manifests, 'Deployment');
  const [server, build, account] = containers([deployment]);
  const given = variables(server);

  test('has a database of its own, over TLS', () => {
    const { provides } = beside(sample, postgresql);
    const [host, port] = [at(provides.server as never, 'host'), at(provides.server as never, 'port')];
    expect(given.KC_DB_URL).toBe(`jdbc:postgresql://${host}:${port}/keycloak?sslmode=require`);
    expect(given.KC_DB_PASSWORD).toBe('keycloak-postgresql-keycloak/password');
  });

  test('is built before it starts, with the options that it starts with', () => {
    for (const [name, value] of Object.entries(variables(build))) expect(given[name]).toBe(value);
    expect(at(server, 'args')).toEqual(['start', '--optimized']);
    expect(at(account, 'args')).toContain('--optimized');
  });

  test('knows the public name that everything else is told, behind what ends TLS', () => {
    const address = String(at(app.provides.public as never, 'url'));
    expect(given.KC_HOSTNAME).toBe(address);
    expect(new URL(address).hostname).toBe(`auth.${environment.domain}`);
    expect(given).toMatchObject({ KC_PROXY_HEADERS: 'xforwarded', KC_HOSTNAME_BACKCHANNEL_DYNAMIC: 'true' });
    for (const name of ['issuer', 'authorization', 'logout'])
      expect(settingOf(app.provides, `realm.${name}`)).toMatch(`${address}/realms/obsrv`);
  });

  test('gives programs addresses of the cluster', () => {
    const { http } = app.provides as never as Record<string, Plain>;
    for (const name of ['jwks', 'token', 'userinfo'])
      expect(new URL(settingOf(app.provides, `realm.${name}`)).host).toBe(
        `${at(http, 'host')}:${at(http, 'port')}`,
      );
  });

  test('shows nothing to the outside but where users log in', () => {
    expect(at(app.provides.public as never, 'paths')).toEqual(['/realms/obsrv', '/resources']);
  });

  test('finds its other pods in the database, and no name of a namespace stands in an option', () => {
    expect(Object.values(given).filter((value) => /jgroups|svc\.cluster\.local/.test(value))).toEqual([
      given.KC_DB_URL,
    ]);
  });

  test('is asked on the port of its management, which Prometheus alone reaches', () => {
    for (const probe of ['startupProbe', 'readinessProbe', 'livenessProbe'])
      expect(at(server, `${probe}.httpGet.port`)).toBe('management');
    expect(at(app.network as never, 'scraped')).toEqual([9000]);
  });

  test('has room beside its heap', () => {
    const [, heap = ''] = given.JAVA_OPTS_KC_HEAP?.match(/-Xmx(\S+)/) ?? [];
    const bytes = quantity(`${heap.slice(0, -1)}${heap.endsWith('g') ? 'Gi' : 'Mi'}`);
    expect(quantity(at(server, 'resources.limits.memory')) - bytes).toBeGreaterThanOrEqual(400 * 2 ** 20);
  });
});

describe.each(await renderedSamplesOf(keycloakRealm))('the realm on $name', (sample) => {
  const { manifests, app } = sample;
  const files = one(manifests, 'ConfigMap').object.data as Record<string, string>;
  const clientOf = (name: string) => JSON.parse(files[`client.${name}.json`] ?? 'null');
  const job = one(manifests, 'Job');
  const given = variables(containers([job])[0]);

  test('is kept by a Job with an end, that waits for the server and nobody else', () => {
    expect(Number(at(job, 'spec.activeDeadlineSeconds'))).toBeLessThan(app.patience);
    expect(app.dependsOn).toContain('keycloak');
    expect(at(job, 'metadata.annotations')).toBeUndefined();
    expect(app.network.connects).toEqual({ keycloak: [8080] });
  });

  test.each([
    ['console', webConsole],
    ['grafana', kubePrometheusStack],
    ['superset', superset],
  ] as const)('returns from the login of %s to where it is', (client, of) => {
    const there = sample.environment.apps.find(({ name }) => name === of.name);
    if (there === undefined) return expect(clientOf(client)).toBeNull();
    const url = String(at(there.provides.public as never, 'url'));
    const { redirectUris, webOrigins } = clientOf(client);
    expect(redirectUris).toHaveLength(1);
    expect(redirectUris[0].startsWith(`${url}/`)).toBe(true);
    expect(webOrigins).toEqual([url]);
  });

  test('has no secret and no password in a file', () => {
    const text = Object.values(files).join('');
    expect(text).not.toMatch(/"secret"/);
    expect(text.match(/"value":"[^"]*"/g)).toEqual(['"value":"OWNER_PASSWORD"']);
    const secrets = Object.entries(given).filter(([name]) => /SECRET|PASSWORD/.test(name));
    for (const [, value] of secrets) expect(value).toMatch(/^keycloak-realm-[a-z-]+\/\w+$/);
    const confidential = Object.keys(files).filter(
      (name) => name.startsWith('client.') && !JSON.parse(files[name] ?? '').publicClient,
    );
    for (const name of confidential) expect(given[`SECRET_${name.split('.')[1]}`]).toMatch(/clientSecret$/);
  });

  test('gives the audience of the gateway to those who call the APIs, and to nobody else', () => {
    const having = Object.keys(files).filter((name) => files[name]?.includes('\napi-gw-audience\n'));
    const calling = ['scopes-of.automation', 'scopes-of.command-line', 'scopes-of.console'];
    expect(having).toEqual(calling.filter((name) => files[name] !== undefined));
    const mapper = JSON.parse(files['mapper.api-gw-audience.audience.json'] ?? '');
    expect(at(mapper, 'config|included.custom.audience')).toBe(
      settingOf(beside(sample, keycloak).provides, 'realm.audience'),
    );
  });

  test('slows down who guesses passwords, and no token outlives the day', () => {
    const realm = JSON.parse(files['realm.json'] ?? '');
    expect(realm).toMatchObject({ bruteForceProtected: true, registrationAllowed: false });
    expect(realm.passwordPolicy).toMatch(/length\(1[2-9]\)/);
    expect(realm.accessTokenLifespan).toBeLessThanOrEqual(900);
    expect(realm.ssoSessionMaxLifespan).toBeLessThan(24 * 3600);
  });

  test('has the first user that the registry has', () => {
    const { users } = JSON.parse(files['import.json'] ?? '');
    const { provides } = beside(sample, postgresqlMigration);
    expect(users).toMatchObject([
      {
        id: settingOf(provides, 'consoleOwnerId'),
        username: settingOf(provides, 'consoleOwnerName'),
      },
    ]);
    expect(given.OWNER_PASSWORD).toBe('keycloak-realm-postgresql-migration-console-owner/password');
  });
});

test('another realm is another run of the Job', async () => {
  const [sample] = await bySize(keycloakRealm);
  const name = async (change?: (values: Record<string, Plain>) => void) =>
    one((await rendered(sample as never, change)).manifests, 'Job').name;
  const now = await name();
  const changed = await name((values) =>
    Object.assign(at(values, 'files|realm.json') as object, { json: { realm: 'obsrv', enabled: false } }),
  );
  expect(now).toMatch(/^keycloak-realm-[0-9a-f]{10}$/);
  expect(changed).not.toBe(now);
});

test('a replaced secret of the platform is another account, called the same by server and Job', async () => {
  for (const { environment } of await bySize(keycloak)) {
    const named = [keycloak, keycloakRealm].map((of) => {
      const values = environment.apps.find(({ name }) => name === of.name)?.values;
      return at(values ?? {}, of === keycloak ? 'init.1.env.SETUP_CLIENT' : 'env.SETUP_CLIENT');
    });
    expect(named).toEqual(['setup', 'setup']);
  }
});

test('a medium or large environment has a pod left when a node is lost', async () => {
  const samples = await bySize(keycloak);
  expect(samples.map(({ app }) => app.values?.replicas)).toEqual([1, 2, 3]);
  const budgets = await Promise.all(
    samples.map(async (sample) => all((await rendered(sample)).manifests, 'PodDisruptionBudget').length),
  );
  expect(budgets).toEqual([0, 1, 1]);
});
