import { describe, expect, test } from 'vitest';
import type { PlainObject } from '../../src/definition/plain.ts';
import type { Manifest } from '../../src/verify/manifest.ts';
import { all, at, containers, one, variables } from '../../testing/objects.ts';
import { block, renderedChart } from '../support/charts.ts';

const program: PlainObject = {
  image: 'docker.io/library/web:1.0',
  user: 1000,
  resources: { requests: { cpu: '10m', memory: '32Mi' }, limits: { memory: '64Mi' } },
};
const server: PlainObject = { ...program, ports: { http: 8080 }, health: { path: '/up' } };

const service = (values: PlainObject) => renderedChart('service', values);
const kinds = (manifests: readonly Manifest[]) => manifests.map(({ kind }) => kind).sort();
const always = ['NetworkPolicy', 'ServiceAccount'];

describe('each kind renders what it needs and no more', () => {
  test.each<[string, PlainObject, string[]]>([
    ['a server', server, ['Deployment', 'Service']],
    [
      'a program without a port',
      { ...program, probes: { liveness: { exec: { command: ['true'] } } } },
      ['Deployment'],
    ],
    ['a server with copies', { ...server, replicas: 2 }, ['Deployment', 'PodDisruptionBudget', 'Service']],
    [
      'a server with metrics',
      { ...server, metrics: { port: 'http' } },
      ['Deployment', 'Service', 'ServiceMonitor'],
    ],
    [
      'a server with files and rights',
      {
        ...server,
        files: { 'a.yaml': { path: '/etc/a.yaml', yaml: { a: 1 } } },
        rights: [{ apiGroups: [''], resources: ['pods'], verbs: ['list'] }],
      },
      ['ConfigMap', 'Deployment', 'Role', 'RoleBinding', 'Service'],
    ],
    [
      'a server with rights in two namespaces',
      {
        ...server,
        rights: [
          { apiGroups: [''], resources: ['pods'], verbs: ['list'] },
          { namespace: 'others', apiGroups: [''], resources: ['pods'], verbs: ['list'] },
        ],
      },
      ['Deployment', 'Role', 'Role', 'RoleBinding', 'RoleBinding', 'Service'],
    ],
    [
      'a server with a volume',
      { ...server, volumes: { data: { path: '/data', size: '1Gi' } } },
      ['Deployment', 'PersistentVolumeClaim', 'Service'],
    ],
    [
      'servers with names',
      { ...server, kind: 'StatefulSet', replicas: 3, volumes: { data: { path: '/data', size: '1Gi' } } },
      ['PodDisruptionBudget', 'Service', 'Service', 'StatefulSet'],
    ],
    ['a schedule', { ...program, kind: 'CronJob', schedule: '0 3 * * *', deadlineSeconds: 600 }, ['CronJob']],
    ['a run', { ...program, kind: 'Job', deadlineSeconds: 600 }, ['Job']],
  ])('%s', async (_, values, expected) => {
    expect(kinds(await service(values))).toEqual([...always, ...expected].sort());
  });
});

describe('a public host', () => {
  const route = {
    name: 'web-api',
    host: 'api.example.org',
    paths: ['/v1', '/v2'],
    service: 'web',
    port: 8080,
  };
  const routed = (how: PlainObject) =>
    service({ ...server, platform: { ...block, routes: [{ ...route, ...how }] } });

  test('is an Ingress, with what makes its certificate and asks for a login', async () => {
    const annotations = { 'cert-manager.io/cluster-issuer': 'public', 'example.org/login': 'staff' };
    const ingress = one(
      await routed({ ingress: { class: 'nginx', annotations, tls: 'api-tls' } }),
      'Ingress',
    );
    expect(ingress.annotations).toEqual(annotations);
    const backend = { service: { name: 'web', port: { number: 8080 } } };
    expect(ingress.object.spec).toEqual({
      ingressClassName: 'nginx',
      tls: [{ hosts: ['api.example.org'], secretName: 'api-tls' }],
      rules: [
        {
          host: 'api.example.org',
          http: { paths: ['/v1', '/v2'].map((path) => ({ path, pathType: 'Prefix', backend })) },
        },
      ],
    });
  });

  test('or an HTTPRoute, with the filter that asks for one', async () => {
    const filter = { group: 'example.org', kind: 'LoginFilter', name: 'staff' };
    const gateway = { name: 'public', namespace: 'gateways', section: 'https', filter };
    expect(one(await routed({ gateway }), 'HTTPRoute').object.spec).toEqual({
      parentRefs: [{ name: 'public', namespace: 'gateways', sectionName: 'https' }],
      hostnames: ['api.example.org'],
      rules: [
        {
          matches: ['/v1', '/v2'].map((value) => ({ path: { type: 'PathPrefix', value } })),
          filters: [{ type: 'ExtensionRef', extensionRef: filter }],
          backendRefs: [{ name: 'web', port: 8080 }],
        },
      ],
    });
  });
});

test('a monitor is rendered only where something reads it', async () => {
  const { monitors: _, ...without } = block;
  const manifests = await service({ ...server, metrics: { port: 'http' }, platform: without });
  expect(all(manifests, 'ServiceMonitor')).toEqual([]);
});

test('a monitor selects the Service that has an address, and not the one that names the pods', async () => {
  const manifests = await service({ ...server, kind: 'StatefulSet', metrics: { port: 'http' } });
  const wanted = at(one(manifests, 'ServiceMonitor'), 'spec.selector.matchLabels') as PlainObject;
  const selected = all(manifests, 'Service').filter((each) =>
    Object.entries(wanted).every(([key, value]) => at(each, `metadata.labels|${key}`) === value),
  );
  expect(selected.map(({ name }) => name)).toEqual(['web']);
});

test('variables are text, keys of Secrets and fields of the pod; numbers stay what they were', async () => {
  const env = {
    PORT: 6379,
    RATIO: 0.25,
    BIG: 1048576,
    ON: true,
    TEXT: 'a "b" $(SECRET)',
    SECRET: { secret: 'web-login', key: 'password' },
    NODE: { field: 'spec.nodeName' },
  };
  const [container] = containers([one(await service({ ...server, env }), 'Deployment')]);
  expect(variables(container)).toMatchObject({
    PORT: '6379',
    RATIO: '0.25',
    BIG: '1048576',
    ON: 'true',
    TEXT: 'a "b" $(SECRET)',
    SECRET: 'web-login/password',
  });
  // A text may refer to a secret, so the secrets must stand before it.
  const names = (container?.env as { name: string }[] | undefined)?.map(({ name }) => name) ?? [];
  expect(names.indexOf('SECRET')).toBeLessThan(names.indexOf('TEXT'));
});

test('containers can write nowhere but to their volumes, and have no privilege', async () => {
  const sidecars = { proxy: { image: 'docker.io/library/proxy:1.0', resources: program.resources ?? {} } };
  const init = [{ name: 'first', image: 'docker.io/library/first:1.0', resources: program.resources ?? {} }];
  const found = containers(await service({ ...server, sidecars, init }));
  expect(found.map(({ name }) => name).sort()).toEqual(['first', 'proxy', 'web']);
  for (const { securityContext } of found)
    expect(securityContext).toEqual({
      allowPrivilegeEscalation: false,
      privileged: false,
      readOnlyRootFilesystem: true,
      capabilities: { drop: ['ALL'] },
    });
});

test('no label is of a version, which would restart what did not change', async () => {
  expect(JSON.stringify(await service(server))).not.toMatch(/helm\.sh\/chart|app\.kubernetes\.io\/version/);
});

describe('the pods are new', () => {
  const pod = async (change: PlainObject) =>
    at(one(await service({ ...server, ...change }), 'Deployment'), 'spec.template');
  const file = (text: string) => ({ files: { 'a.conf': { path: '/etc/a.conf', text } } });

  test.each<[string, PlainObject, PlainObject]>([
    ['a variable', { env: { A: '1' } }, { env: { A: '2' } }],
    ['a file', file('a'), file('b')],
  ])('after a change of %s', async (_, before, after) => {
    expect(await pod(after)).not.toEqual(await pod(before));
  });

  test('and not after a change of what they do not read', async () => {
    const network = { platform: { ...block, network: { ...block.network, open: [1] } } };
    expect(await pod(network)).toEqual(await pod({}));
  });
});

describe('a run is new', () => {
  const run = { ...program, kind: 'Job', deadlineSeconds: 600 };
  const name = async (change: PlainObject) => one(await service({ ...run, ...change }), 'Job').name;

  test('with whatever its result hangs on', async () => {
    expect(await name({ args: ['--again'] })).not.toBe(await name({}));
    expect(await name({})).toMatch(/^web-[0-9a-f]{10}$/);
  });

  test('and not with anything else', async () => {
    const network = { platform: { ...block, network: { ...block.network, open: [1] } } };
    expect(await name(network)).toBe(await name({}));
  });
});

describe('refused', () => {
  test.each<[string, PlainObject, string]>([
    [
      'a volume that two pods would share',
      { ...server, replicas: 2, volumes: { data: { path: '/data', size: '1Gi' } } },
      'set kind to StatefulSet, or replicas to 1',
    ],
    ['a schedule without a time', { ...program, kind: 'CronJob', deadlineSeconds: 600 }, 'schedule'],
    ['a run without an end', { ...program, kind: 'Job' }, 'deadlineSeconds'],
    ['a value that nothing reads', { ...server, replica: 3 }, 'replica'],
  ])('%s', async (_, values, message) => {
    await expect(service(values)).rejects.toThrow(message);
  });
});
