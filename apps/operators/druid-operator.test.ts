import { describe, expect, test } from 'vitest';
import { all, at, containers, one, type Plain, renderedSamplesOf, sampleModel, variables } from '#testing';
import { druidCrds } from '../crds/druid-crds.ts';
import { druid } from '../stores/druid.ts';
import { druidOperator } from './druid-operator.ts';

const list = (value: Plain | undefined, path: string) => at(value, path) as Plain[];

describe.each(await renderedSamplesOf(druidOperator))(
  'the operator of Druid on $name',
  ({ app, manifests }) => {
    const [container] = containers([one(manifests, 'Deployment')]);

    test('watches its own namespace, with rights there and nowhere else, and reads no Secret', () => {
      const watched = list(container, 'env').find((entry) => at(entry, 'name') === 'WATCH_NAMESPACE');
      expect(at(watched, 'valueFrom.fieldRef.fieldPath')).toBe('metadata.namespace');
      expect(app.namespace).toBe('druid');
      expect(variables(container)).not.toHaveProperty('DENY_LIST');
      expect(manifests.filter(({ kind }) => kind.startsWith('ClusterRole'))).toEqual([]);
      const rules = at(one(manifests, 'Role'), 'rules') as { resources: string[]; verbs: string[] }[];
      expect(rules.flatMap(({ resources }) => resources)).not.toContain('secrets');
      expect(rules.flatMap(({ verbs }) => verbs)).not.toContain('*');
    });

    test('may make what a cluster of ours is made of', () => {
      const rules = at(one(manifests, 'Role'), 'rules') as { resources: string[]; verbs: string[] }[];
      const made = rules
        .filter(({ verbs }) => verbs.includes('delete'))
        .flatMap(({ resources }) => resources);
      expect(made.sort()).toEqual(['configmaps', 'deployments', 'services', 'statefulsets']);
    });

    test('is asked whether it works, and scraped', () => {
      for (const probe of ['startupProbe', 'readinessProbe', 'livenessProbe'])
        expect(at(container, `${probe}.httpGet`)).toEqual({ path: '/healthz', port: 'health' });
      expect(at(one(manifests, 'ServiceMonitor'), 'spec.endpoints.0.port')).toBe('metrics');
    });

    test('is the only thing in its pods: no proxy in front of its metrics', () => {
      expect(containers(all(manifests, 'Deployment'))).toHaveLength(1);
    });
  },
);

test('is of the release that its definitions are of', async () => {
  const { environments } = await sampleModel();
  for (const { apps } of environments) {
    const [operator, definitions, cluster] = [druidOperator, druidCrds, druid].map(({ name }) =>
      apps.find((app) => app.name === name),
    );
    expect(operator?.images['druid-operator']?.tag).toBe(definitions?.chart.version);
    // Only there can it see the cluster.
    expect(operator?.namespace).toBe(cluster?.namespace);
  }
});
