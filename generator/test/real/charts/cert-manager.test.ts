import { describe, expect, test } from 'vitest';
import { isObject } from '../../../src/verify/manifest.ts';
import { all, at, containers, quantity } from '../../support/objects.ts';
import { appsIn, data, environments, hasChart, planOf, rendered, valuesOf } from '../../support/render.ts';

const app = 'cert-manager';
const components = ['', 'webhook.', 'cainjector.'];

describe.each(environments)('cert-manager in %s', (environment) => {
  const values = valuesOf(app, environment);

  test('is there, and its definitions are, before anything that needs a certificate', () => {
    expect(appsIn(environment)).toEqual(expect.arrayContaining([app, 'cert-manager-crds']));
    for (const later of ['external-secrets', 'flink-operator']) {
      expect(planOf(later, environment).dependsOn).toContain(app);
      expect(planOf(later, environment).wave).toBeGreaterThan(planOf(app, environment).wave);
    }
  });

  test('has memory for what each component holds, and no limit of processor', () => {
    const memory = components.map((path) => quantity(at(values, `${path}resources.limits.memory`)));
    expect(memory.every((bytes) => bytes > quantity('100Mi'))).toBe(true);
    expect(components.flatMap((path) => at(values, `${path}resources.limits.cpu`) ?? [])).toEqual([]);
  });

  test('runs no hook, and brings no definitions of its own', () => {
    expect(at(values, 'startupapicheck.enabled')).toBe(false);
    expect(at(values, 'crds.enabled')).toBe(false);
  });

  test('is given pull secrets where its chart looks for them', () => {
    expect(at(values, 'global.imagePullSecrets')).toEqual([]);
    expect(values).not.toHaveProperty('imagePullSecrets');
  });

  test('stays out of kube-system', () => {
    expect(at(values, 'global.leaderElection.namespace')).toBe('cert-manager');
  });
});

test('definitions and program are of one version', () => {
  const charts = data('charts/upstream.yaml').charts as Record<string, { version: string }>;
  expect(charts['cert-manager-crds']?.version).toBe(charts['cert-manager']?.version);
  expect(planOf(app, 'prod').images['cert-manager-controller']).toContain(
    `:${charts['cert-manager']?.version}`,
  );
});

describe.skipIf(!(await hasChart(app)))('what the chart makes of it', () => {
  test.each(environments)('in %s', async (environment) => {
    const manifests = await rendered(app, environment);
    expect(manifests.filter(({ namespace }) => namespace === 'kube-system')).toEqual([]);
    expect(all(manifests, 'CustomResourceDefinition')).toEqual([]);
    expect(all(manifests, 'PodDisruptionBudget')).toHaveLength(3);
    const [controller] = containers(all(manifests, 'Deployment').filter(({ name }) => name === app));
    expect(isObject(controller?.livenessProbe)).toBe(true);
  });
});
