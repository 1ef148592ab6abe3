import { defineApp, firstParty } from '#generator';

export const meter = defineApp({
  name: 'meter',
  description: 'Counts rows.',
  layer: 'operations',
  namespace: 'meter',
  chart: firstParty('service'),
  images: ['meter'],
  values: ({ image }) => ({ image: image('meter').reference, port: 9091 }),
  restore: ({ application }) =>
    ({ keep: 'A copy.', steps: [{ do: 'Look.\nThen:', run: application.name }] }) as never,
});
