// A user's way over the platform, name by name: from a browser through the gateway to the console, to Keycloak, back, and
// on to the API. Each test holds two apps against each other as both are rendered.

import { isDeepStrictEqual } from 'node:util';
import { describe, expect, test } from 'vitest';
import {
  all,
  at,
  beside,
  containers,
  type Manifest,
  one,
  type PlainObject,
  type RenderedSample,
  renderedSamplesOf,
  variables,
} from '#testing';
import { commandApi } from './apis/command-api.ts';
import { datasetApi } from './apis/dataset-api.ts';
import { gatewayTokens } from './apis/gateway-tokens.ts';
import { keycloak } from './apis/keycloak.ts';
import { keycloakRealm } from './apis/keycloak-realm.ts';
import { superset } from './apis/superset.ts';
import { webConsole } from './apis/web-console.ts';
import { gateway } from './gateway.ts';
import { kubePrometheusStack } from './operations/kube-prometheus-stack.ts';

const stations = [webConsole, keycloak, keycloakRealm, gatewayTokens, datasetApi, commandApi, superset];
const rendered = new Map(
  await Promise.all(stations.map(async (app) => [app.name, await renderedSamplesOf(app)] as const)),
);
const station = (name: string, environment: string): RenderedSample | undefined =>
  rendered.get(name as never)?.find((sample) => sample.name === environment);

function found(name: string, environment: string): RenderedSample {
  const sample = station(name, environment);
  if (sample === undefined) throw new Error(`${name} is not in ${environment}`);
  return sample;
}

/** The route to a public host: its certificate and class, and the pods that it ends at. */
function checkRoute({ manifests, environment }: RenderedSample, host: string) {
  const route = all(manifests, 'Ingress').find((ingress) => at(ingress, 'spec.rules.0.host') === host);
  if (route === undefined) return false;
  expect(at(route, 'spec.ingressClassName')).toBe(gateway.class);
  expect(at(route, 'metadata.annotations|cert-manager.io/cluster-issuer')).toBe(gateway.issuer);
  expect(at(route, 'spec.tls.0.hosts')).toEqual([host]);
  for (const path of at(route, 'spec.rules.0.http.paths') as PlainObject[]) {
    const service = one(manifests, 'Service', String(at(path, 'backend.service.name')));
    const port = (at(service, 'spec.ports') as PlainObject[]).find(
      ({ port: number }) => number === at(path, 'backend.service.port.number'),
    );
    const labels = at(one(manifests, 'Deployment'), 'spec.template.metadata.labels');
    expect(labels).toMatchObject(at(service, 'spec.selector') as PlainObject);
    const [server] = containers([one(manifests, 'Deployment')]);
    const ports = (server?.ports ?? []) as PlainObject[];
    expect(ports.map(({ name }) => name)).toContain(port?.targetPort);
  }
  expect(host.endsWith(`.${environment.domain}`)).toBe(true);
  return true;
}

/**
 * Who reaches the programs that take a token of Keycloak at its word, and why that is no way around the gateway. Each
 * reason is somebody's to give: a caller that is not here has none.
 */
const callers: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  [datasetApi.name]: {
    kong: 'It has verified the token, and passes on that one alone.',
    [webConsole.name]: 'It has the token of its session from Keycloak itself.',
    connectors: 'Programs of the platform: they ask for addresses of archives.',
    [kubePrometheusStack.name]: 'Prometheus reads metrics, which are at the same port.',
  },
  [commandApi.name]: {
    [datasetApi.name]: 'It passes on the token that it was given.',
    [webConsole.name]: 'It has the token of its session from Keycloak itself.',
    [kubePrometheusStack.name]: 'Prometheus reads metrics, which are at the same port.',
  },
};

/** Namespaces whose pods policies let in, beside the pods themselves; `*` for what is no choice of pods. */
function admitted(manifests: readonly Manifest[]): string[] {
  const names = all(manifests, 'NetworkPolicy').flatMap((policy) => {
    const rules = (at(policy, 'spec.ingress') ?? []) as PlainObject[];
    const themselves = { podSelector: at(policy, 'spec.podSelector') };
    return rules
      .flatMap(({ from }) => (from ?? [{}]) as PlainObject[])
      .filter((peer) => !isDeepStrictEqual(peer, themselves))
      .map((peer) => {
        const namespace = at(peer, 'namespaceSelector.matchLabels|kubernetes.io/metadata.name');
        return namespace && at(peer, 'podSelector.matchLabels') ? String(namespace) : '*';
      });
  });
  return [...new Set(names)].sort();
}

/** Namespaces of those who have a reason to call, as far as they are in the environment. */
const expected = (called: string, { environment: { apps } }: RenderedSample): string[] =>
  apps
    .filter(({ name }) => callers[called]?.[name])
    .map(({ namespace }) => namespace)
    .sort();

const environments = (rendered.get(webConsole.name) ?? []).map(({ name }) => name);

describe.each(environments)('a user on %s', (environment) => {
  const front = found(webConsole.name, environment);
  const login = found(keycloak.name, environment);
  const api = found(datasetApi.name, environment);
  const told = variables(containers([one(front.manifests, 'Deployment')])[0]);
  const provided = (path: string) => login.app.provides[path] as never;
  const setting = (path: string) => String(at(provided(path), 'value'));
  const files = one(found(keycloakRealm.name, environment).manifests, 'ConfigMap').object.data as Record<
    string,
    string
  >;
  const client = JSON.parse(files[`client.${told.KEYCLOAK_CLIENT_ID}.json`] ?? 'null');
  const hostOf = ({ app }: RenderedSample) => String(at(app.provides.public as never, 'host'));

  test('finds console, login and API by names with a certificate, each at pods that are there', () => {
    for (const sample of [front, login, api]) expect(checkRoute(sample, hostOf(sample))).toBe(true);
  });

  test('is sent by the console to the login of the realm, for a client that it has', () => {
    expect(`${told.KEYCLOAK_SERVER_URL}/realms/${told.KEYCLOAK_REALM}`).toBe(setting('realm.issuer'));
    expect(new URL(setting('realm.authorization')).hostname).toBe(hostOf(login));
    const open = at(provided('public'), 'paths') as string[];
    const path = new URL(setting('realm.authorization')).pathname;
    expect(open.some((prefix) => path.startsWith(`${prefix}/`))).toBe(true);
    expect(client).toMatchObject({ enabled: true, publicClient: true, standardFlowEnabled: true });
  });

  test('comes back to the console, and nowhere else', () => {
    const returned = `${told.OAUTH_WEB_CONSOLE_URL}?auth_callback=1`;
    const [wanted = ''] = client.redirectUris as string[];
    expect(returned.startsWith(wanted.replace(/\*$/, ''))).toBe(true);
    expect(new URL(wanted).hostname).toBe(hostOf(front));
  });

  test('has tokens that say the issuer, the audience and the user that the APIs know', () => {
    const scopes = String(files[`scopes-of.${told.KEYCLOAK_CLIENT_ID}`]).split('\n');
    const [scope] = scopes.filter((name) => files[`mapper.${name}.audience.json`] !== undefined);
    const mapper = JSON.parse(files[`mapper.${scope}.audience.json`] ?? '{}');
    expect(at(mapper, 'config|included.custom.audience')).toBe(setting('realm.audience'));
    expect(variables(containers([one(login.manifests, 'Deployment')]).at(0)).KC_HOSTNAME).toBe(
      new URL(setting('realm.issuer')).origin,
    );
  });

  test('is known to the console by Keycloak inside the cluster, which lets it in', () => {
    const http = provided('http');
    expect(told.KEYCLOAK_INSIDE_URL).toBe(`http://${at(http, 'host')}:${at(http, 'port')}`);
    for (const path of ['realm.jwks', 'realm.token', 'realm.userinfo'])
      expect(setting(path).startsWith(`${told.KEYCLOAK_INSIDE_URL}/`)).toBe(true);
    expect(Object.keys(login.app.network.admits)).toContain(front.app.name);
  });

  test.each(Object.keys(callers))('reaches %s by nobody who has no reason to call it', (called) => {
    const sample = found(called, environment);
    expect(sample.app.network.open).toEqual([]);
    expect(admitted(sample.manifests)).toEqual(expected(called, sample));
  });

  test('reaches the API by a route that asks for a token', () => {
    const route = one(api.manifests, 'Ingress');
    const plugins = String(at(route, 'metadata.annotations|konghq.com/plugins')).split(',');
    expect(plugins).toContain(gateway.plugins.verifyTokens);
    expect(plugins).not.toContain(gateway.plugins.letThrough);
  });

  test('is known to the gateway by the issuer and the keys of the realm, and for the APIs', () => {
    const { manifests } = found(gatewayTokens.name, environment);
    const credential = at(one(manifests, 'ExternalSecret'), 'spec.target.template.data') as PlainObject;
    expect(credential.key).toBe(setting('realm.issuer'));
    expect(credential.algorithm).toBe('RS256');
    const inside = `http://${at(provided('http'), 'host')}:${at(provided('http'), 'port')}`;
    expect(at(one(manifests, 'SecretStore'), 'spec.provider.webhook.url')).toBe(setting('realm.jwks'));
    expect(setting('realm.jwks').startsWith(`${inside}/`)).toBe(true);
    expect(Object.keys(login.app.network.admits)).toContain(gatewayTokens.name);
    const checks = all(manifests, 'KongClusterPlugin').flatMap((check) => at(check, 'config.access') ?? []);
    expect(checks.join('\n')).toContain(`local AUDIENCE = "${setting('realm.audience')}"\n`);
  });

  test('is logged in to Superset by the same realm', () => {
    const dashboards = station(superset.name, environment);
    if (dashboards === undefined) return expect(files['client.superset.json']).toBeUndefined();
    const { redirectUris } = JSON.parse(files['client.superset.json'] ?? '{}');
    expect(new URL(redirectUris[0]).hostname).toBe(hostOf(dashboards));
    expect(beside(dashboards, keycloak).provides['realm.issuer']).toEqual(provided('realm.issuer'));
    return expect(Object.keys(login.app.network.admits)).toContain(superset.name);
  });

  test('is logged in to Grafana by the same realm, where it has been asked for', () => {
    const shown = login.environment.apps.find(({ name }) => name === kubePrometheusStack.name);
    if (shown === undefined) return expect(files['client.grafana.json']).toBeUndefined();
    const { redirectUris } = JSON.parse(files['client.grafana.json'] ?? '{}');
    const site = String(at(shown.provides.public as never, 'url'));
    expect(redirectUris).toEqual([`${site}/login/generic_oauth`]);
    return expect(Object.keys(login.app.network.admits)).toContain(kubePrometheusStack.name);
  });
});

test('a caller without a reason is seen, and so is one who could be anybody', () => {
  const api = found(datasetApi.name, environments[0] ?? '');
  const from = (peer: PlainObject) => {
    const policy = structuredClone(one(api.manifests, 'NetworkPolicy', datasetApi.name));
    (at(policy, 'spec.ingress') as PlainObject[]).push(peer);
    return admitted([policy]).filter((name) => !expected(datasetApi.name, api).includes(name));
  };
  const namespaceSelector = { matchLabels: { 'kubernetes.io/metadata.name': 'notebooks' } };
  const podSelector = { matchLabels: { 'app.kubernetes.io/instance': 'notebooks' } };
  expect(from({ from: [{ namespaceSelector, podSelector }] })).toEqual(['notebooks']);
  for (const anybody of [
    {},
    { from: [{ namespaceSelector }] },
    { from: [{ ipBlock: { cidr: '0.0.0.0/0' } }] },
  ])
    expect(from(anybody)).toEqual(['*']);
});
