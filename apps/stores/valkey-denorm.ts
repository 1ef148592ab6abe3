import { defineApp, upstream } from '#generator';
import type { Values } from '../../schemas/upstream/valkey.gen.ts';
import { primaryOf, valkey, valkeyImages } from './valkey.ts';

const name = 'valkey-denorm';

/**
 * Each dataset of master data gets a database of its own, by a number that is never used again. One of so many costs
 * less than a kilobyte while it is empty.
 */
export const masterDataDatabases = 1024;

export const valkeyDenorm = defineApp({
  name,
  description: 'Keeps the master data that events are joined with.',
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
        // Losing a row silently would leave events without it, so it refuses new ones instead.
        eviction: 'noeviction',
        megabytes: environment.bySize({ small: 256, medium: 1024, large: 4096 }),
        disk: environment.bySize({ small: '2Gi', medium: '5Gi', large: '20Gi' }),
        databases: masterDataDatabases,
      },
      context,
    );
  },
});
