import { describe, expect, test } from 'vitest';
import { all, at, beside, containers, one, renderedSamplesOf, variables } from '#testing';
import { keycloak } from './keycloak.ts';
import { webConsole } from './web-console.ts';

describe.each(await renderedSamplesOf(webConsole))('the console on $name', (sample) => {
  const { manifests, environment } = sample;
  const [container] = containers([one(manifests, 'Deployment')]);
  const given = variables(container);
  const has = (app: string) => environment.apps.some(({ name }) => name === app);

  test('has no rights in the cluster, and no token to ask with', () => {
    expect(manifests.filter(({ kind }) => /Role|Job/.test(kind))).toEqual([]);
    expect(at(one(manifests, 'Deployment'), 'spec.template.spec.automountServiceAccountToken')).toBe(false);
  });

  test('has its secrets from Secrets, and none that everybody knows', () => {
    expect(given.SESSION_SECRET).toBe('web-console-session/key');
    expect(given.database_password).toBe('web-console-postgresql-web-console/password');
    expect(given.POSTGRES_CONNECTION_STRING).toContain('://web_console:$(database_password)@');
    const names = Object.keys(given);
    expect(names.filter((name) => /GOOGLE|_AD_|CLIENT_SECRET|PRIVATE_KEY|BEARER/.test(name))).toEqual([]);
  });

  test('sends browsers to public addresses by HTTPS, and asks inside the cluster itself', () => {
    const login = beside(sample, keycloak).provides;
    expect(given.KEYCLOAK_SERVER_URL).toBe(at(login.public as never, 'url'));
    expect(given.KEYCLOAK_REALM).toBe(at(login['realm.name'] as never, 'value'));
    const outside = ['KEYCLOAK_SERVER_URL', 'GRAFANA_URL', 'SUPERSET_URL', 'OAUTH_WEB_CONSOLE_URL'];
    for (const name of outside.filter((name) => name in given)) expect(given[name]).toMatch(/^https:\/\//);
    const inside = [
      'OBS_API_URL',
      'CONFIG_API_URL',
      'SYSTEM_API_URL',
      'KEYCLOAK_INSIDE_URL',
      'PROMETHEUS_URL',
    ];
    for (const name of inside.filter((name) => name in given))
      expect(given[name]).toMatch(/^http:\/\/[a-z-]+\.[a-z-]+\.svc\.cluster\.local:\d+$/);
    expect('PROMETHEUS_URL' in given).toBe(has('kube-prometheus-stack'));
  });

  test('knows the stores that there are, and no API that is not', () => {
    expect(JSON.parse(String(given.STORAGE_TYPES)).lake_house).toBe(has('lakehouse-connector'));
    expect('CONFIG_API_EXT_URL' in given).toBe(false);
  });

  test('is scraped at the port that it has', () => {
    for (const monitor of all(manifests, 'ServiceMonitor'))
      expect(at(monitor, 'spec.endpoints.0.port')).toBe('http');
  });
});
