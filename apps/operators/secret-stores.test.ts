import { describe, expect, test } from 'vitest';
import { all, at, one, type PlainObject, renderedSamplesOf } from '#testing';
import { externalSecrets } from './external-secrets.ts';
import { secretStores } from './secret-stores.ts';

const samples = await renderedSamplesOf(secretStores);

describe.each(samples)('secrets on $name', ({ app, environment, manifests }) => {
  const others = environment.apps.filter(({ name }) => name !== app.name);

  test('are the same for whoever provides and whoever reads them: one name in the store', () => {
    const uses = others.flatMap(({ secrets }) => secrets);
    const keysOf = (name: string) =>
      new Set(uses.filter(({ name: each }) => each.endsWith(name)).map(({ storeKey }) => storeKey));
    expect([...keysOf('postgresql-obsrv')]).toHaveLength(1);
    // Each reader has a Secret of its own, whose name says who that is.
    expect(new Set(uses.map(({ name }) => name)).size).toBe(uses.length);
  });

  test('are read by nobody but the store: no role may list or watch them, and each is named', () => {
    const rules = all(manifests, 'Role').flatMap((role) => at(role, 'rules') as PlainObject[]);
    const secrets = rules.filter(({ resources }) => (resources as string[]).includes('secrets'));
    expect(secrets.length).toBe(environment.cloud.kind === 'local' ? 1 : 0);
    for (const rule of secrets) {
      expect(rule.verbs).toEqual(['get']);
      expect((rule.resourceNames as string[]).length).toBeGreaterThan(0);
    }
    expect(manifests.filter(({ kind }) => ['ClusterRole', 'ClusterRoleBinding'].includes(kind))).toEqual([]);
  });

  test('are given to namespaces of the platform alone', () => {
    const [selector] = at(one(manifests, 'ClusterSecretStore'), 'spec.conditions') as PlainObject[];
    expect(Object.keys(at(selector, 'namespaceSelector.matchLabels') as object)).toEqual([
      'app.kubernetes.io/part-of',
    ]);
  });

  test('are made by a program that Prometheus looks at', () => {
    const operator = environment.apps.find(({ name }) => name === externalSecrets.name);
    expect(operator?.values?.serviceMonitor).toEqual({ enabled: true, renderMode: 'alwaysRender' });
  });

  test('are asked for as one account, whose tokens one reader may ask for', () => {
    expect(at(one(manifests, 'Role', `${app.name}-tokens`), 'rules')).toEqual([
      {
        apiGroups: [''],
        resources: ['serviceaccounts/token'],
        resourceNames: [app.name],
        verbs: ['create'],
      },
    ]);
    const store = JSON.stringify(at(one(manifests, 'ClusterSecretStore'), 'spec.provider'));
    expect(store).toContain(`"name":"${app.name}"`);
    expect(store).not.toMatch(/SecretRef|accessKeyID|secretAccessKey/);
  });

  test('are named in what apps are given, and no value of one is written', () => {
    const values = JSON.stringify(others.map((each) => each.values));
    // A reference to a variable is none.
    expect(values).not.toMatch(/"(password|passwd|token|secretKey|accessKey|privateKey)":"(?!\$)[^"]+"/i);
    expect(values).not.toMatch(/-----BEGIN|\$2[aby]\$\d\d\$|AKIA[0-9A-Z]{16}|eyJ[A-Za-z0-9_-]{10}/);
  });
});

test('without a cloud, what is generated is made once, and wins over what would be made again', () => {
  const { environment, manifests } = samples.find(
    ({ cloud }) => cloud === 'local',
  ) as (typeof samples)[number];
  const made = all(manifests, 'ExternalSecret');
  for (const each of made) {
    expect(at(each, 'spec.refreshPolicy')).toBe('OnChange');
    expect([at(each, 'spec.target.creationPolicy'), at(each, 'spec.target.deletionPolicy')]).toEqual([
      'Orphan',
      'Merge',
    ]);
    const sources = at(each, 'spec.dataFrom') as PlainObject[];
    expect(at(sources.at(-1), 'extract.key')).toBe(each.name);
  }
  const generated = environment.apps
    .flatMap(({ secrets }) => secrets)
    .filter(({ keys }) => Object.values(keys).some((how) => how.startsWith('random')));
  expect(made.map(({ name }) => name).sort()).toEqual(
    [...new Set(generated.map(({ storeKey }) => storeKey))].sort(),
  );
});
