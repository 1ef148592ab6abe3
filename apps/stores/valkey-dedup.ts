import { defineApp, upstream } from '#generator';
import type { Values } from '../../schemas/upstream/valkey.gen.ts';
import { primaryOf, valkey, valkeyImages } from './valkey.ts';

const name = 'valkey-dedup';

export const valkeyDedup = defineApp({
  name,
  description: 'Remembers which events were seen, so that no event counts twice.',
  layer: 'stores',
  namespace: name,
  seed: [name],
  chart: upstream('valkey'),
  images: valkeyImages,
  keepsData: true,
  network: { metrics: 9121 },
  provides: ({ endpoint }) => ({ server: endpoint(name, 6379, { labels: primaryOf(name) }) }),
  values: (context): Values => {
    const { environment } = context;
    return valkey(
      {
        name,
        // What is forgotten early counts twice; what expires first is missed least.
        eviction: 'volatile-ttl',
        megabytes: environment.bySize({ small: 256, medium: 1024, large: 4096 }),
        disk: environment.bySize({ small: '2Gi', medium: '5Gi', large: '20Gi' }),
      },
      context,
    );
  },
});
