/**
 * What must not compile. `npm run typecheck` reads this file: an expected error that does not come is itself one.
 * Nothing here runs.
 */
import { defineApp, defineEnvironment, firstParty, override, topic, upstream } from '#generator';
import { datasetApi } from '../../../apps/apis/dataset-api.ts';
import { kafka } from '../../../apps/stores/kafka.ts';
import { postgresql } from '../../../apps/stores/postgresql.ts';
import type { Values } from '../../../schemas/charts/service.gen.ts';

const base = { name: 'x', description: 'x', layer: 'apis', namespace: 'x' } as const;
const service = firstParty('service');
const resources = { requests: { cpu: '1', memory: '1Gi' }, limits: { memory: '1Gi' } };

// @ts-expect-error a chart that is not in charts/
firstParty('servise');
// @ts-expect-error a chart that is not in charts/upstream.yaml
upstream('cert-manger');
// @ts-expect-error a layer that does not exist
defineApp({ ...base, layer: 'api', chart: service });
// @ts-expect-error a misspelt image
defineApp({ ...base, chart: service, images: ['dataset-apy'] });
// @ts-expect-error a misspelt app in uses
defineApp({ ...base, chart: service, uses: ['kafak'] });
// @ts-expect-error a dependency is an app, not its name
defineApp({ ...base, chart: service, dependsOn: ['kafka'] });
// @ts-expect-error a key that does not exist
defineApp({ ...base, chart: service, dependOn: [kafka] });

defineApp({
  ...base,
  chart: service,
  images: ['kafka-message-exporter'],
  dependsOn: [kafka],
  uses: ['prometheus-pushgateway'],
  secrets: { admin: { type: 'Opaque', keys: {} } },
  provides: ({ secret, endpoint }) => ({
    http: endpoint('x', 80),
    events: topic('events'),
    // @ts-expect-error a secret that the app does not declare
    admin: secret('admn'),
  }),
  values: ({ image, secret, bucket, of, own }): Values => {
    // @ts-expect-error an image that the app does not list
    image('dataset-api');
    // @ts-expect-error a secret that the app does not declare
    secret('admn');
    // @ts-expect-error a bucket that the platform does not name
    bucket('chekpoints');
    // @ts-expect-error an app that it neither depends on nor uses
    of(postgresql);
    // @ts-expect-error an output that the app does not provide
    of(kafka).topics.ingset;
    // @ts-expect-error the same, by name
    of('prometheus-pushgateway').psuh;
    // @ts-expect-error an output of its own that it does not provide
    own().htp;
    // What is right compiles.
    const right = [of(kafka).topics.ingest.name, of('prometheus-pushgateway').push.host, own().http.host];
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
    // @ts-expect-error a misspelt value
    metricz: true,
  }),
});

// @ts-expect-error a value that the chart of the overridden app does not have
override(datasetApi, { replicaz: 3 });
override(datasetApi, { replicas: 3, env: { telemetry_dataset: 'x' } });

const environment = {
  name: 'x',
  description: 'x',
  argocd: 'main',
  destination: { name: 'x', kubernetesVersion: '1.34' },
  domain: 'example.org',
  size: 'small',
} as const;
const buckets = { storage: 'a', checkpoints: 'b' };
const aws = { kind: 'aws', region: 'x', accountId: '111111111111' } as const;

defineEnvironment({ ...environment, cloud: { ...aws, buckets } });
// @ts-expect-error a bucket is missing
defineEnvironment({ ...environment, cloud: { ...aws, buckets: { storage: 'a' } } });
// @ts-expect-error a misspelt app is excluded
defineEnvironment({ ...environment, cloud: { ...aws, buckets }, apps: { exclude: ['kafak'] } });
// @ts-expect-error an environment that does not exist
defineEnvironment({ ...environment, cloud: { ...aws, buckets }, promotesFrom: 'stagin' });
// @ts-expect-error a cloud of one kind with the keys of another
defineEnvironment({ ...environment, cloud: { ...aws, buckets, project: 'x' } });
