import { describe, expect, test } from 'vitest';
import type { PlainObject } from '../../../src/definition/plain.ts';
import { isObject } from '../../../src/verify/manifest.ts';
import { all, at, containers, one, pods } from '../../support/objects.ts';
import { appsIn, companionOf, environments, hasChart, planOf, rendered } from '../../support/render.ts';

/** Apps that run a chart of another project; those whose chart cannot be had are skipped, and named by `verify`. */
const apps = appsIn('prod').filter(
  (app) => ['repository', 'oci'].includes(planOf(app, 'prod').chart.kind) && !app.endsWith('-crds'),
);
const there = new Set(
  (await Promise.all(apps.map(async (app) => ((await hasChart(app)) ? [app] : [])))).flat(),
);

/** Containers that their chart gives no probe; what they do shows elsewhere. */
const unprobed = ['cert-manager-cainjector', 'flink-webhook'];
/** Apps that make Secrets for the whole cluster. */
const secretMakers = ['cert-manager', 'external-secrets'];

describe.each(apps)('%s', (app) => {
  describe.skipIf(!there.has(app)).each(environments)('in %s', (environment) => {
    const running = async () =>
      (await rendered(app, environment)).filter(({ kind }) => ['Deployment', 'StatefulSet'].includes(kind));

    test('asks for processor and memory, and has a limit of memory, in every container', async () => {
      const missing = containers(await running()).filter(({ resources }) =>
        ['requests.cpu', 'requests.memory', 'limits.memory'].some((path) => !at(resources, path)),
      );
      expect(missing.map(({ name }) => name)).toEqual([]);
    });

    test('says of every container whether it lives, but for those that are known', async () => {
      const lively = pods(await running()).flatMap(({ pod }) => pod.containers as PlainObject[]);
      const without = lively.filter(({ livenessProbe }) => !isObject(livenessProbe));
      expect(without.map(({ name }) => name).filter((name) => !unprobed.includes(String(name)))).toEqual([]);
    });

    test('has rights on nothing by a wildcard, and on the Secrets of the cluster only where it makes them', async () => {
      const manifests = await rendered(app, environment);
      const rules = [...all(manifests, 'Role'), ...all(manifests, 'ClusterRole')].flatMap(
        ({ kind, name, object }) =>
          ((object.rules ?? []) as Record<string, string[]>[]).map((rule) => ({ kind, name, ...rule })),
      ) as { kind: string; name: string; verbs: string[]; resources?: string[] }[];
      expect(rules.filter(({ verbs, resources }) => [...verbs, ...(resources ?? [])].includes('*'))).toEqual(
        [],
      );
      const bound = all(manifests, 'ClusterRoleBinding').map((binding) => at(binding, 'roleRef.name'));
      const readers = rules.filter(
        ({ kind, name, resources }) =>
          kind === 'ClusterRole' && bound.includes(name) && resources?.includes('secrets'),
      );
      expect(readers.length > 0).toBe(secretMakers.includes(app));
    });

    test('is chosen, pod by pod, by the policy beside it', async () => {
      const policy = one(await companionOf(app, environment), 'NetworkPolicy');
      const selector = at(policy, 'spec.podSelector.matchLabels') as PlainObject;
      const found = pods(await running());
      expect(found).not.toEqual([]);
      for (const { labels } of found) expect(labels).toMatchObject(selector);
    });

    test('lets a node be drained, one pod at a time', async () => {
      const budgets = [
        ...all(await rendered(app, environment), 'PodDisruptionBudget'),
        ...all(await companionOf(app, environment), 'PodDisruptionBudget'),
      ];
      for (const owner of await running()) {
        const labels = at(owner, 'spec.template.metadata.labels') as PlainObject;
        const own = budgets.filter((budget) =>
          Object.entries(at(budget, 'spec.selector.matchLabels') as PlainObject).every(
            ([key, value]) => labels[key] === value,
          ),
        );
        expect(own.map((budget) => at(budget, 'spec.maxUnavailable'))).toEqual([1]);
      }
    });
  });
});
