/**
 * What must not compile. `npm run typecheck` reads this file: an expected error that does not come is itself one.
 * Nothing here runs.
 */
import { defineApp, defineEnvironment, firstParty, override, topic, upstream } from '#generator';
import { storefront } from '../../examples/shop/apps/apis/storefront.ts';
import { invoices } from '../../examples/shop/apps/operations/invoices.ts';
import { cache } from '../../examples/shop/apps/stores/cache.ts';
import type { Values } from '../../examples/shop/schemas/charts/service.gen.ts';
import type { Values as ValkeyValues } from '../../examples/shop/schemas/upstream/valkey.gen.ts';

const base = { name: 'x', description: 'x', layer: 'apis', namespace: 'x' } as const;
const service = firstParty('service');
const resources = { requests: { cpu: '1', memory: '1Gi' }, limits: { memory: '1Gi' } };

// @ts-expect-error a chart that is not in charts/
firstParty('servise');
// @ts-expect-error a chart that is not in charts/upstream.yaml
upstream('valky');
// @ts-expect-error a layer that does not exist
defineApp({ ...base, layer: 'api', chart: service });
// @ts-expect-error a misspelled image
defineApp({ ...base, chart: service, images: ['storefrnt'] });
// @ts-expect-error a misspelled app in uses
defineApp({ ...base, chart: service, uses: ['cahce'] });
// @ts-expect-error a dependency is an app, not its name
defineApp({ ...base, chart: service, dependsOn: ['cache'] });
// @ts-expect-error a key that does not exist
defineApp({ ...base, chart: service, dependOn: [cache] });

defineApp({
  ...base,
  chart: service,
  images: ['valkey'],
  dependsOn: [cache],
  uses: ['storefront'],
  secrets: { admin: { type: 'Opaque', keys: {} } },
  provides: ({ secret, endpoint }) => ({
    http: endpoint('x', 80),
    events: topic('events'),
    // @ts-expect-error a secret that the app does not declare
    admin: secret('admn'),
  }),
  values: ({ image, secret, bucket, of, own }): Values => {
    // @ts-expect-error an image that the app does not list
    image('storefront');
    // @ts-expect-error a secret that the app does not declare
    secret('admn');
    // @ts-expect-error a bucket that the platform does not name
    bucket('invocies', 'read');
    // @ts-expect-error what the app does with a bucket
    bucket('invoices');
    // @ts-expect-error an app that it neither depends on nor uses
    of(invoices);
    // @ts-expect-error an output that the app does not provide
    of(cache).serwer;
    // @ts-expect-error the same, by name
    of('storefront').htpp;
    // @ts-expect-error an output of its own that it does not provide
    own().htp;
    // What is right compiles.
    const right = [of(cache).server.host, of('storefront').public.url, own().http.host];
    return {
      image: 'x',
      user: 1000,
      // @ts-expect-error a value of the wrong type
      replicas: '1',
      resources,
      env: { RIGHT: right.join() },
    };
  },
});

defineApp({
  ...base,
  chart: service,
  values: (): Values => ({
    image: 'x',
    user: 1000,
    replicas: 1,
    resources,
    // @ts-expect-error a misspelled value
    metricz: true,
  }),
});

// @ts-expect-error a value that the chart of the overridden app does not have
override(storefront, { replicaz: 3 });
override(storefront, { replicas: 3, env: { PUBLIC_URL: 'x' } });

const environment = {
  name: 'x',
  description: 'x',
  argocd: 'main',
  destination: { name: 'x', kubernetesVersion: '1.34' },
  domain: 'example.org',
  size: 'small',
} as const;
const aws = { kind: 'aws', region: 'x', accountId: '111111111111' } as const;

const buckets = { invoices: 'x' };
defineEnvironment({ ...environment, cloud: { ...aws, buckets } });
// @ts-expect-error a bucket is missing
defineEnvironment({ ...environment, cloud: { ...aws, buckets: {} } });
// @ts-expect-error a misspelled app is excluded
defineEnvironment({ ...environment, cloud: { ...aws, buckets }, apps: { exclude: ['cahce'] } });
// @ts-expect-error an environment that does not exist
defineEnvironment({ ...environment, cloud: { ...aws, buckets }, promotesFrom: 'tset' });
// @ts-expect-error a cloud of one kind with the keys of another
defineEnvironment({ ...environment, cloud: { ...aws, buckets, project: 'x' } });
const route = { kind: 'ingress', class: 'x' } as const;
// @ts-expect-error an exposure without who calls
defineEnvironment({ ...environment, cloud: { ...aws, buckets }, exposure: { route } });

defineApp({
  ...base,
  chart: upstream('valkey'),
  values: (): ValkeyValues => ({
    // @ts-expect-error a key that the third-party chart does not have
    fullnameOveride: 'x',
  }),
});

defineApp({
  ...base,
  chart: service,
  provides: ({ endpoint, host }) => ({
    // @ts-expect-error a public host leads to an endpoint, not to its name
    api: host('api', 'http'),
    right: host('api', endpoint('x', 80), { paths: ['/v1'], unauthenticated: 'x' }),
  }),
  exceptions: [
    // @ts-expect-error a code that nobody is excused from
    { code: 'plain-secret', reason: 'x' },
    { code: 'no-probe', object: 'Deployment/x', reason: 'x' },
  ],
});
