import {
  defineApp,
  type EnvironmentContext,
  firstParty,
  keyOf,
  opaque,
  provided,
  sameSize,
} from '#generator';
import type { Values } from '../../schemas/charts/service.gen.ts';
import { storefront } from '../apis/storefront.ts';
import { databaseHost } from '../database.ts';

export const invoices = defineApp({
  name: 'invoices',
  description: 'Writes the invoices of the day, every night.',
  layer: 'operations',
  namespace: 'invoices',
  chart: firstParty('service'),
  images: ['storefront'],
  dependsOn: [storefront],
  secrets: {
    'object-store': opaque({
      accessKey: provided('Access key id of a user of the object store who may write invoices.'),
      secretKey: provided('Secret access key of that user.'),
    }),
  },
  sizes: sameSize({ job: { replicas: 1, cpu: '100m', memory: '128Mi' } }),
  network: { outside: [databaseHost] },
  values: ({ bucket, environment, size: { job }, image, secret, of }): Values => ({
    kind: 'CronJob',
    schedule: '0 2 * * *',
    timeZone: 'Europe/Berlin',
    deadlineSeconds: 1500,
    image: image('storefront').reference,
    user: 1000,
    args: ['invoices', '--day', 'yesterday'],
    resources: { requests: { cpu: job.cpu, memory: job.memory }, limits: { memory: '256Mi' } },
    env: {
      ...objectStoreOf(environment),
      BUCKET: bucket('invoices', 'read-write').url,
      ACCESS_KEY: keyOf(secret('object-store'), 'accessKey'),
      SECRET_KEY: keyOf(secret('object-store'), 'secretKey'),
      DATABASE_URL: keyOf(secret(of(storefront).database), 'url'),
    },
  }),
});

function objectStoreOf({ cloud }: EnvironmentContext): Record<string, string> {
  if (cloud.kind !== 'local') return {};
  const { endpoint, region } = cloud.objectStore;
  return { OBJECT_STORE: endpoint, REGION: region };
}
