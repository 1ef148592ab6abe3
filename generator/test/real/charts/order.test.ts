import { describe, expect, test } from 'vitest';
import type { PlainObject } from '../../../src/definition/plain.ts';
import { at } from '../../support/objects.ts';
import { applicationOf, appsIn, environments, planOf, valuesOf } from '../../support/render.ts';

const sourcesOf = (app: string, environment: string): PlainObject[] => {
  const { source, sources } = applicationOf(app, environment).spec as PlainObject;
  return (sources ?? [source]) as PlainObject[];
};

/** What Argo CD is told of the apps, before it renders any of them. */
describe.each(environments)('the apps of %s', (environment) => {
  const apps = appsIn(environment);

  test('come after everything that they need, and need nothing of the last layer', () => {
    for (const app of apps) {
      const { dependsOn, wave } = planOf(app, environment);
      for (const before of dependsOn) {
        expect(planOf(before, environment).wave).toBeLessThan(wave);
        expect(planOf(before, environment).layer).not.toBe('operations');
      }
      expect(at(applicationOf(app, environment), 'metadata.annotations|argocd.argoproj.io/sync-wave')).toBe(
        String(wave),
      );
    }
  });

  test('are applied by the server, which takes objects of any size', () => {
    for (const app of apps)
      expect(at(applicationOf(app, environment), 'spec.syncPolicy.syncOptions')).toContain(
        'ServerSideApply=true',
      );
  });

  test('are one chart each, under their own name: nothing is nested, and no value is lost on the way', () => {
    for (const app of apps) {
      const [own, ...others] = sourcesOf(app, environment);
      expect([undefined, app]).toContain(at(own, 'helm.releaseName'));
      const beside = others.filter(({ ref }) => ref === undefined).map(({ path }) => path);
      expect([[], ['charts/companion']]).toContainEqual(beside);
    }
  });

  test('bring definitions in one layer and nowhere else, each group once', () => {
    const groups = apps.flatMap((app) =>
      Object.values(planOf(app, environment).provides).flatMap(({ kind, groups }) => {
        if (kind !== 'kinds') return [];
        expect(planOf(app, environment).layer).toBe('crds');
        return groups as string[];
      }),
    );
    expect(groups.sort()).toEqual([
      'acme.cert-manager.io',
      'cert-manager.io',
      'core.strimzi.io',
      'external-secrets.io',
      'flink.apache.org',
      'generators.external-secrets.io',
      'kafka.strimzi.io',
      'monitoring.coreos.com',
      'postgresql.cnpg.io',
    ]);
    const charts = apps
      .flatMap((app) => sourcesOf(app, environment))
      .filter(({ chart }) => chart !== undefined);
    expect(charts.map((source) => at(source, 'helm.skipCrds'))).toEqual(charts.map(() => true));
    expect(at(valuesOf('cert-manager', environment), 'crds.enabled')).toBe(false);
    expect(at(valuesOf('cloudnative-pg', environment), 'crds.create')).toBe(false);
    expect(valuesOf('external-secrets', environment).installCRDs).toBe(false);
  });

  test('keep definitions and data when they are deleted, and namespaces in any case', () => {
    for (const app of apps) {
      const application = applicationOf(app, environment);
      const { keepsData, layer, namespace } = planOf(app, environment);
      const options = at(application, 'spec.syncPolicy.syncOptions') as string[];
      expect([app, options.includes('CreateNamespace=true')]).toEqual([app, namespace !== 'default']);
      const finalizers = (at(application, 'metadata.finalizers') ?? []) as string[];
      expect([app, finalizers.length]).toEqual([app, keepsData || layer === 'crds' ? 0 : 1]);
      expect(at(application, 'metadata.annotations|argocd.argoproj.io/sync-options')).toBe(
        'Prune=false,Delete=confirm',
      );
    }
    const stores = ['kafka', 'postgresql', 'valkey-dedup', 'valkey-denorm', 'secret-stores'];
    expect(stores.map((app) => planOf(app, environment).keepsData)).toEqual(stores.map(() => true));
  });

  test('need no public address: the domain is in the mail address of one user and nowhere else', () => {
    const told = apps.filter(
      (app) =>
        planOf(app, environment).chart.kind !== 'git' &&
        /obsrv\.example\.(org|internal)/.test(JSON.stringify(valuesOf(app, environment))),
    );
    expect(told).toEqual(['postgresql-migration']);
    expect(
      at(valuesOf('postgresql-migration', environment), 'databases.0.placeholders.console_email.value'),
    ).toMatch(/^admin@/);
  });

  test('are known to each other by endpoints, which hold no name of a release', () => {
    const hosts = apps.flatMap((app) =>
      Object.values(planOf(app, environment).provides).flatMap(({ kind, host }) =>
        kind === 'endpoint' ? [String(host)] : [],
      ),
    );
    expect(hosts.length).toBeGreaterThan(8);
    expect(hosts.filter((host) => !/^[a-z0-9-]+\.[a-z-]+\.svc\.cluster\.local$/.test(host))).toEqual([]);
    expect(hosts.join(' ')).not.toMatch(/monitoring-prometheus|migrations-|coreinfra-|coredb-/);
  });
});
