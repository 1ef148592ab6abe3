import { describe, expect, test } from 'vitest';
import type { PlainObject } from '../../../src/definition/plain.ts';
import { isObject, type Manifest, podSpecs, walk } from '../../../src/verify/manifest.ts';
import { all, at, containers, pods } from '../../support/objects.ts';
import { appsIn, environments, planOf, rendered } from '../../support/render.ts';

/** Every app whose chart is ours, in every environment. */
const cases = await Promise.all(
  environments.flatMap((environment) =>
    appsIn(environment)
      .filter((app) => planOf(app, environment).chart.kind === 'first-party')
      .map(async (app) => [app, environment, await rendered(app, environment)] as const),
  ),
);

const text = (manifests: readonly Manifest[]): string =>
  JSON.stringify(manifests.map(({ object }) => object));
const matches = (labels: PlainObject, selector: unknown): boolean =>
  isObject(selector) && Object.entries(selector).every(([key, value]) => labels[key] === value);

describe.each(cases)('%s in %s', (app, environment, manifests) => {
  const { namespace } = planOf(app, environment);

  test('is no hook and has no wave inside', () => {
    const waiting = /^(helm\.sh\/hook|argocd\.argoproj\.io\/(hook|sync-wave))/;
    const annotated = manifests.filter(({ annotations }) =>
      Object.keys(annotations).some((key) => waiting.test(key)),
    );
    expect(annotated).toEqual([]);
  });

  test('carries no secret: neither in a Secret nor in a ConfigMap, a variable or an argument', () => {
    expect(all(manifests, 'Secret')).toEqual([]);
    const written =
      /(password|passwd|secret[-_.]?key|access[-_.]?key|credential|token)["']?\s*[:=]\s*["']?(?![$"'\s]|[a-z-]+\/)[^\s"',}]+/gi;
    const settings = all(manifests, 'ConfigMap').flatMap(({ object }) =>
      Object.values(object.data as Record<string, string>),
    );
    const variables = containers(manifests).flatMap(({ env, args, command }) =>
      [env, args, command].flatMap((list) => (Array.isArray(list) ? list : [])),
    );
    const plain = variables.map((each) =>
      isObject(each) ? `${each.name}=${each.value ?? ''}` : String(each),
    );
    expect([...settings, ...plain].flatMap((value) => value.match(written) ?? [])).toEqual([]);
  });

  test('stays in its namespace, and makes none', () => {
    expect(all(manifests, 'Namespace')).toEqual([]);
    expect(manifests.filter((each) => each.namespace !== undefined && each.namespace !== namespace)).toEqual(
      [],
    );
  });

  test('is reached by no load balancer, no ingress and no port of a node', () => {
    const types = all(manifests, 'Service').map((service) => at(service, 'spec.type'));
    expect(types.filter((type) => type !== 'ClusterIP')).toEqual([]);
    expect(manifests.filter(({ kind }) => /Ingress|Route|Gateway/.test(kind))).toEqual([]);
    expect(text(manifests)).not.toMatch(/hostPort|hostNetwork|NodePort/);
  });

  test('has a label of no version, which would restart what did not change', () => {
    expect(text(manifests)).not.toMatch(/helm\.sh\/chart|app\.kubernetes\.io\/version/);
  });

  test('runs as an account of its own, without a token where no program asks for one', () => {
    for (const { pod } of pods(manifests)) {
      expect(pod.serviceAccountName).toBe(app);
      expect(pod.automountServiceAccountToken).toBe(false);
    }
    for (const account of all(manifests, 'ServiceAccount'))
      expect([account.name, account.object.automountServiceAccountToken]).toEqual([app, false]);
  });

  test('has no right on everything, none to write a secret or a claim, and reads only secrets that are named', () => {
    const rules = [...all(manifests, 'Role'), ...all(manifests, 'ClusterRole')].flatMap(
      (role) => at(role, 'rules') as PlainObject[],
    );
    for (const { apiGroups, resources, verbs, resourceNames } of rules as Record<string, string[]>[]) {
      expect([apiGroups, resources, verbs].flat()).not.toContain('*');
      expect(resources).not.toContain('persistentvolumeclaims');
      if (resources?.includes('secrets'))
        expect([verbs, resourceNames?.length]).toEqual([['get'], expect.any(Number)]);
    }
    expect(all(manifests, 'ClusterRole')).toEqual([]);
  });

  test('asks for processor and memory, and has a limit of memory, in every container', () => {
    const missing = pods(manifests)
      .flatMap(({ owner }) => containers([owner]))
      .filter(({ resources }) =>
        ['requests.cpu', 'requests.memory', 'limits.memory'].some((path) => !at(resources, path)),
      );
    expect(missing.map(({ name }) => name)).toEqual([]);
  });

  test('says of every container that goes on running when it has started, is ready and lives', () => {
    const running = all(manifests, 'Deployment').flatMap((owner) => containers([owner]));
    const without = running.filter((each) =>
      ['startupProbe', 'readinessProbe', 'livenessProbe'].some((probe) => !isObject(each[probe])),
    );
    expect(without.map(({ name }) => name)).toEqual([]);
  });

  test('can write nowhere but to its volumes, and has no privilege', () => {
    const contexts = manifests.flatMap(podSpecs).length;
    const contained = containers(manifests).filter(({ securityContext }) => securityContext !== undefined);
    for (const { securityContext } of contained)
      expect(securityContext).toEqual({
        allowPrivilegeEscalation: false,
        privileged: false,
        readOnlyRootFilesystem: true,
        capabilities: { drop: ['ALL'] },
      });
    if (contexts > 0) expect(contained).not.toEqual([]);
  });

  test('lets in and out what the graph says, and nobody else', () => {
    const policies = all(manifests, 'NetworkPolicy');
    if (app === 'secret-stores') return expect(policies).toEqual([]);
    expect(policies.map(({ name }) => name)).toEqual([app]);
    const [policy] = policies;
    expect(at(policy, 'spec.policyTypes')).toEqual(['Ingress', 'Egress']);
    const selector = at(policy, 'spec.podSelector.matchLabels');
    for (const { labels } of pods(manifests)) expect(matches(labels, selector)).toBe(true);
    for (const rule of at(policy, 'spec.ingress') as PlainObject[]) expect(rule.from).toBeDefined();
    for (const [value] of walk(at(policy, 'spec') as PlainObject)) expect(value).not.toEqual({});
  });

  test('lets a node be drained, one pod at a time', () => {
    const budgets = all(manifests, 'PodDisruptionBudget');
    const copies = all(manifests, 'Deployment').filter((each) => Number(at(each, 'spec.replicas')) > 1);
    for (const { object } of copies) {
      const labels = at(object, 'spec.template.metadata.labels') as PlainObject;
      expect(budgets.filter((each) => matches(labels, at(each, 'spec.selector.matchLabels')))).toHaveLength(
        1,
      );
    }
    for (const budget of budgets) {
      const { maxUnavailable, minAvailable } = budget.object.spec as PlainObject;
      expect(maxUnavailable ?? 1).toBe(1);
      // TaskManagers alone are counted the other way round; their chart says why.
      expect(minAvailable === undefined || budget.name.endsWith('-taskmanager')).toBe(true);
    }
  });

  test('is found by its monitors: labels and the name of the port are those of what they select', () => {
    for (const monitor of all(manifests, 'ServiceMonitor')) {
      const services = all(manifests, 'Service').filter((service) =>
        matches(at(service, 'metadata.labels') as PlainObject, at(monitor, 'spec.selector.matchLabels')),
      );
      expect(services).toHaveLength(1);
      const ports = (at(services[0], 'spec.ports') as PlainObject[]).map(({ name }) => name);
      expect(ports).toContain(at(monitor, 'spec.endpoints.0.port'));
      expect(at(monitor, 'spec.namespaceSelector')).toBeUndefined();
    }
    const monitored = all(manifests, 'ServiceMonitor').length + all(manifests, 'PodMonitor').length;
    const runsOn = manifests.some(({ kind }) =>
      ['Deployment', 'FlinkDeployment', 'Kafka', 'Cluster'].includes(kind),
    );
    expect(monitored).toBe(runsOn ? 1 : 0);
  });
});
