import { defineApp } from '#generator';
import type { Values } from '../../schemas/upstream/valkey.gen.ts';
import { cacheApp, primaryOf, valkey } from './valkey.ts';

const name = 'valkey-dedup';

export const valkeyDedup = defineApp({
  name,
  description: 'Remembers which events were seen, so that no event counts twice.',
  ...cacheApp,
  namespace: name,
  seed: [name],
  provides: ({ endpoint }) => ({ server: endpoint(name, 6379, { labels: primaryOf(name) }) }),
  restore: () => ({
    keeps:
      'Nothing beyond its volume, and that on purpose. What it remembers says only which events were seen, each for as long as its dataset asks. ' +
      'After a loss, an event that is sent twice within that time counts twice. An old copy would be worse: when jobs go on from a checkpoint, the events that they read again would be dropped as seen.',
    steps: [],
  }),
  // What is forgotten early counts twice; what expires first is missed least.
  values: (context): Values => valkey({ name, eviction: 'volatile-ttl', ...context.size }, context),
});
