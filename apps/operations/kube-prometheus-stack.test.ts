import { describe, expect, test } from 'vitest';
import {
  all,
  at,
  beside,
  containers,
  hasChart,
  one,
  type Plain,
  quantity,
  type RenderedSample,
  rendered,
  renderedSamplesOf,
  sampleModel,
  variables,
} from '#testing';
import { keycloak } from '../apis/keycloak.ts';
import { grafanaRoles } from './grafana-login.ts';
import { kubePrometheusStack } from './kube-prometheus-stack.ts';

const samples = (await hasChart(kubePrometheusStack)) ? await renderedSamplesOf(kubePrometheusStack) : [];

describe.each(samples)('monitoring on $name', ({ app, environment, manifests }) => {
  const prometheus = one(manifests, 'Prometheus');
  const alertmanager = all(manifests, 'AlertmanagerConfig')[0];

  test('takes monitors and rules of every namespace, without a label', () => {
    for (const kind of ['serviceMonitor', 'podMonitor', 'probe', 'rule'])
      for (const which of ['Selector', 'NamespaceSelector'])
        expect(at(prometheus, `spec.${kind}${which}`)).toEqual({});
  });

  test('reaches the metrics of every app that has some, and of no other', () => {
    const scraped = environment.apps.filter(
      ({ name, network }) => name !== app.name && network.scraped.length > 0,
    );
    const reached = app.network.egress.filter(({ namespace }) => namespace !== app.namespace);
    expect(new Set(reached.map(({ namespace }) => namespace))).toEqual(
      new Set(scraped.map(({ namespace }) => namespace).filter((namespace) => namespace !== app.namespace)),
    );
  });

  test('has resources, and keeps less than its volume holds', () => {
    expect(quantity(at(prometheus, 'spec.resources.requests.memory'))).toBeGreaterThan(2 ** 30);
    const disk = quantity(at(prometheus, 'spec.storage.volumeClaimTemplate.spec.resources.requests.storage'));
    const kept = Number.parseInt(String(at(prometheus, 'spec.retentionSize')), 10) * 2 ** 30;
    expect(kept).toBeLessThan(Number(disk) * 0.85);
  });

  test('tells somebody: the receiver of whatever fits no other route is one that sends', () => {
    const receivers = at(alertmanager as never, 'spec.receivers') as Record<string, unknown>[];
    const first = receivers.find(({ name }) => name === at(alertmanager as never, 'spec.route.receiver'));
    expect(Object.keys(first ?? {}).some((key) => key.endsWith('Configs'))).toBe(true);
  });

  test('has a password for Grafana from the store, and no Secret of the chart', () => {
    expect(all(manifests, 'Secret')).toEqual([]);
    expect(app.secrets.map(({ name }) => name)).toContain('kube-prometheus-stack-admin');
  });
});

describe.each(samples)('Grafana on $name', (sample) => {
  const { app, environment, manifests } = sample;
  const ini = String(at(one(manifests, 'ConfigMap', 'grafana'), 'data|grafana.ini'));
  const login = sectionOf(ini, 'auth.generic_oauth');
  const provided = beside(sample, keycloak).provides as never as Readonly<Record<string, Plain>>;
  const setting = (path: string) => String(at(provided[path], 'value'));

  test('sends browsers to the realm by its public name, and asks it inside the cluster', () => {
    expect(login).toMatchObject({
      enabled: 'true',
      client_id: setting('clients.grafana.id'),
      auth_url: setting('realm.authorization'),
      token_url: setting('realm.token'),
      api_url: setting('realm.userinfo'),
      use_pkce: 'true',
    });
    expect(new URL(String(login.auth_url)).hostname).toBe(`auth.${environment.domain}`);
    expect(app.network.connects.keycloak).toEqual([at(provided.http, 'podPort')]);
  });

  test('has the secret of its client from the store, and in no text', () => {
    const [server] = containers([one(manifests, 'Deployment', 'grafana')]).filter(
      ({ name }) => name === 'grafana',
    );
    expect(variables(server).GF_AUTH_GENERIC_OAUTH_CLIENT_SECRET).toBe(
      'kube-prometheus-stack-keycloak-grafana/clientSecret',
    );
    expect(ini).not.toContain('client_secret');
  });

  test('signs out of the realm, too, and comes back to itself', () => {
    const address = new URL(String(login.signout_redirect_url));
    expect(`${address.origin}${address.pathname}`).toBe(setting('realm.logout'));
    expect(address.searchParams.get('client_id')).toBe(login.client_id);
    const site = sectionOf(ini, 'server').root_url;
    expect(address.searchParams.get('post_logout_redirect_uri')).toBe(`${site}/login`);
  });

  test('makes only who administers the realm an administrator, and lets nobody in without a role', () => {
    const [, ...becomes] = String(login.role_attribute_path).split(/contains\(groups\[\*\], /);
    expect(becomes.map((rule) => rule.match(/'([^']+)'/g))).toEqual(
      Object.entries(grafanaRoles).map(([role, becomes]) => [`'${role}'`, `'${becomes}'`]),
    );
    expect(becomes.filter((rule) => rule.includes("'Admin'"))).toHaveLength(1);
    expect(login).toMatchObject({ role_attribute_strict: 'true', allow_assign_grafana_admin: 'false' });
  });

  test('keeps an account of its own, for when Keycloak is not there', () => {
    expect(ini).not.toContain('disable_login_form');
    expect(sectionOf(ini, 'auth.generic_oauth').auto_login).toBeUndefined();
    expect(app.dependsOn).not.toContain(keycloak.name);
  });
});

test('the strongest role of somebody with several counts', () => {
  const order = Object.values(grafanaRoles).map((role) => ['Admin', 'Editor', 'Viewer'].indexOf(role));
  expect(order).toEqual([...order].sort());
});

test.skipIf(samples.length === 0)('an environment without Keycloak has the account alone', async () => {
  const apps = samples[0]?.environment.apps ?? [];
  const exclude = withDependents(keycloak.name, apps);
  const model = await sampleModel({}, { apps: { exclude }, unauthenticatedHosts: ['grafana'] });
  const environment = model.environments.find(({ name }) => name === samples[0]?.name);
  const app = environment?.apps.find(({ name }) => name === kubePrometheusStack.name);
  const { manifests } = await rendered({ environment, app } as never);
  expect(at(one(manifests, 'ConfigMap', 'grafana'), 'data|grafana.ini')).not.toContain('generic_oauth');
});

/** Names of an app and of all that cannot be without it. */
function withDependents(name: string, apps: RenderedSample['environment']['apps']): string[] {
  const waiting = apps.filter(({ dependsOn }) => dependsOn.includes(name));
  return [...new Set([name, ...waiting.flatMap((app) => withDependents(app.name, apps))])];
}

/** A section of a file like grafana.ini. */
function sectionOf(ini: string, name: string): Record<string, string> {
  const [, text = ''] = ini.split(`[${name}]`);
  const lines = text.split(/^\[/m)[0]?.matchAll(/^(\w+) = (.*)$/gm) ?? [];
  return Object.fromEntries([...lines].map(([, key = '', value = '']) => [key, value]));
}
