import { type Case, judged, said } from '#testing';

const programmed = (status: 'True' | 'False', reason: string, observedGeneration = 3) => ({
  conditions: [{ type: 'Programmed', status, reason, message: reason, observedGeneration }],
});

const object = (kind: string, status: unknown, labels?: Record<string, string>) => ({
  apiVersion: 'configuration.konghq.com/v1',
  kind,
  metadata: { name: 'verify-tokens', generation: 3, ...(labels && { labels }) },
  status,
});

const plugin = (status: unknown) => object('KongClusterPlugin', status);
const everywhere = (status: unknown) => object('KongClusterPlugin', status, { global: 'true' });
const consumer = (status: unknown) => object('KongConsumer', status);

const plugins: readonly Case[] = [
  ['fresh, for all routes', everywhere(undefined), said('Progressing', 'the gateway does not have it yet')],
  [
    'not asked yet',
    everywhere(programmed('False', 'Pending')),
    said('Progressing', 'the gateway does not have it yet'),
  ],
  [
    'as it was before',
    everywhere(programmed('True', 'Programmed', 2)),
    said('Progressing', 'the gateway does not have it yet'),
  ],
  ['there', everywhere(programmed('True', 'Programmed')), said('Healthy', 'Programmed')],
  ['refused', everywhere(programmed('False', 'Invalid')), said('Degraded', 'Invalid')],
  ['named by no route', plugin(programmed('False', 'Pending')), said('Healthy', 'no route has it yet')],
  ['named by a route, and refused', plugin(programmed('False', 'Invalid')), said('Degraded', 'Invalid')],
];

const consumers: readonly Case[] = [
  ['fresh', consumer(undefined), said('Progressing', 'the gateway does not know it yet')],
  [
    'as it was before',
    consumer(programmed('True', 'Programmed', 2)),
    said('Progressing', 'the gateway does not know it yet'),
  ],
  ['known', consumer(programmed('True', 'Programmed')), said('Healthy', 'Programmed')],
  ['without its credential', consumer(programmed('False', 'Invalid')), said('Degraded', 'Invalid')],
];

judged('a plugin', 'apps/health/configuration.konghq.com_KongClusterPlugin.lua', plugins);
judged('a consumer', 'apps/health/configuration.konghq.com_KongConsumer.lua', consumers);
