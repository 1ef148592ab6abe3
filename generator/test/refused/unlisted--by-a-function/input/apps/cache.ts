import { defineApp, firstParty } from '#generator';

export const cache = (name: string) =>
  defineApp({
    name,
    description: 'Keeps answers.',
    layer: 'stores',
    namespace: name,
    chart: firstParty('service'),
    values: () => ({ image: 'docker.io/library/busybox:1', port: 6379 }),
  });
