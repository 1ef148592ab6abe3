import { describe, expect, test } from 'vitest';
import type { PlainObject } from '../../../src/definition/plain.ts';
import { all, at, one } from '../../support/objects.ts';
import {
  appsIn,
  companionOf,
  environments,
  inEveryEnvironment,
  planOf,
  rendered,
  valuesOf,
} from '../../support/render.ts';

const renders = await inEveryEnvironment('secret-stores');

/** Everything that External Secrets is asked to make, of apps of ours and beside charts of others. */
async function requests(environment: string) {
  const found = await Promise.all(
    appsIn(environment).map(async (app) => {
      const { chart, namespace } = planOf(app, environment);
      const ours = chart.kind === 'first-party' ? await rendered(app, environment) : [];
      const companion =
        ['repository', 'oci'].includes(chart.kind) && chart.name !== 'prometheus-operator-crds';
      const beside = companion ? await companionOf(app, environment) : [];
      return all([...ours, ...beside], 'ExternalSecret').map((object) => ({ app, namespace, object }));
    }),
  );
  return found.flat();
}

describe.each(renders)('secrets in %s', (environment, manifests) => {
  test('are fetched by every app into its own namespace, and copied from none to another', async () => {
    const all = await requests(environment);
    expect(all.length).toBeGreaterThan(10);
    for (const { app, namespace, object } of all) {
      expect([app, object.namespace ?? namespace]).toEqual([app, namespace]);
      expect(at(object, 'spec.target.name')).toBe(object.name);
    }
    expect(JSON.stringify(all)).not.toMatch(/reflector|replicator/);
  });

  test('are the same for whoever provides and whoever reads them: one name in the store', async () => {
    const from = (await requests(environment)).flatMap(({ app, object }) =>
      app === 'secret-stores' ? [] : [[object.name, at(object, 'spec.data.0.remoteRef.key')] as const],
    );
    const password = from.filter(([name]) => name.endsWith('postgresql-obsrv'));
    expect(password.map(([name]) => name).sort()).toEqual([
      'dataset-api-postgresql-obsrv',
      'postgresql-migration-postgresql-obsrv',
      'postgresql-obsrv',
      'unified-pipeline-postgresql-obsrv',
    ]);
    expect(new Set(password.map(([, key]) => key)).size).toBe(1);
  });

  test('are read by nobody but the store: no role may list or watch them, and each is named', () => {
    const rules = all(manifests, 'Role').flatMap((role) => at(role, 'rules') as PlainObject[]);
    const secrets = rules.filter(({ resources }) => (resources as string[]).includes('secrets'));
    expect(secrets.length).toBe(environment === 'local' ? 1 : 0);
    for (const rule of secrets) {
      expect(rule.verbs).toEqual(['get']);
      expect((rule.resourceNames as string[]).length).toBeGreaterThan(5);
    }
    expect(manifests.filter(({ kind }) => ['ClusterRole', 'ClusterRoleBinding'].includes(kind))).toEqual([]);
  });

  test('are given to namespaces of the platform alone', () => {
    expect(at(one(manifests, 'ClusterSecretStore'), 'spec.conditions')).toEqual([
      { namespaceSelector: { matchLabels: { 'app.kubernetes.io/part-of': 'obsrv' } } },
    ]);
  });

  test('are made by a program that Prometheus looks at', async () => {
    const { serviceMonitor } = valuesOf('external-secrets', environment);
    expect(serviceMonitor).toEqual({ enabled: true, renderMode: 'alwaysRender' });
    const rules = at(
      one(await companionOf('external-secrets', environment), 'NetworkPolicy'),
      'spec.ingress',
    );
    const scraper = (rules as PlainObject[]).find((rule) => at(rule, 'ports.0.port') === 8080);
    expect(at(scraper, 'from.0.namespaceSelector.matchLabels|kubernetes.io/metadata.name')).toBe(
      'monitoring',
    );
  });

  test('are asked for as one account, whose tokens one reader may ask for', () => {
    const role = one(manifests, 'Role', 'secret-stores-tokens');
    expect(at(role, 'rules')).toEqual([
      {
        apiGroups: [''],
        resources: ['serviceaccounts/token'],
        resourceNames: ['secret-stores'],
        verbs: ['create'],
      },
    ]);
    const store = JSON.stringify(at(one(manifests, 'ClusterSecretStore'), 'spec.provider'));
    expect(store).toContain('"name":"secret-stores"');
    expect(store).not.toMatch(/SecretRef|accessKeyID|secretAccessKey/);
  });
});

test('without a cloud, what is generated is made once, and wins over what would be made again', async () => {
  const manifests = await rendered('secret-stores', 'local');
  for (const each of all(manifests, 'ExternalSecret')) {
    expect(at(each, 'spec.refreshPolicy')).toBe('OnChange');
    expect([at(each, 'spec.target.creationPolicy'), at(each, 'spec.target.deletionPolicy')]).toEqual([
      'Orphan',
      'Merge',
    ]);
    const sources = at(each, 'spec.dataFrom') as PlainObject[];
    expect(at(sources.at(-1), 'extract.key')).toBe(each.name);
  }
  expect(all(manifests, 'ExternalSecret')).toHaveLength(9);
});

test.each(environments)('%s names every secret, and writes the value of none', (environment) => {
  const values = JSON.stringify(
    appsIn(environment).map((app) => (hasValues(app, environment) ? valuesOf(app, environment) : {})),
  );
  expect(values).not.toMatch(/"(password|passwd|token|secretKey|accessKey|privateKey)":"[^"]+"/i);
  expect(values).not.toMatch(/-----BEGIN|\$2[aby]\$\d\d\$|AKIA[0-9A-Z]{16}|eyJ[A-Za-z0-9_-]{10}/);
});

const hasValues = (app: string, environment: string): boolean =>
  planOf(app, environment).chart.kind !== 'git';
