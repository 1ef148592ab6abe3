import { defineApp, setting, upstream } from '#generator';
import type { Values } from '../../schemas/upstream/valkey.gen.ts';
import { primaryOf, valkey, valkeyImages } from './valkey.ts';

const name = 'valkey-denorm';

/**
 * Each dataset of master data gets a database of its own, by a number that is never used again. One of so many costs
 * less than a kilobyte while it is empty.
 */
export const masterDataDatabases = 1024;

/** Megabytes that it may keep, and its pods. */
export const denormSizes = {
  small: {
    server: { replicas: 1, cpu: '100m', memory: '256Mi', disk: '2Gi' },
    exporter: { replicas: 1, cpu: '10m', memory: '32Mi' },
    megabytes: 256,
  },
  medium: {
    server: { replicas: 2, cpu: '100m', memory: '1Gi', disk: '5Gi' },
    exporter: { replicas: 2, cpu: '10m', memory: '32Mi' },
    megabytes: 1024,
  },
  large: {
    server: { replicas: 2, cpu: '100m', memory: '4Gi', disk: '20Gi' },
    exporter: { replicas: 2, cpu: '10m', memory: '32Mi' },
    megabytes: 4096,
  },
};

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
  provides: ({ endpoint, size }) => ({
    server: endpoint(name, 6379, { labels: primaryOf(name) }),
    /** How much it may keep, in mebibytes. */
    megabytes: setting(String(size.megabytes)),
  }),
  sizes: denormSizes,
  restore: ({ environment }) => ({
    keeps: environment.has('valkey-denorm-backup')
      ? 'Snapshots, see `valkey-denorm-backup`. It comes up empty by itself; until the snapshot is back, events are not joined with master data.'
      : 'Nothing beyond its volume: `valkey-denorm-backup` is not part of this environment. The master data has to be sent again.',
    steps: [],
  }),
  values: (context): Values =>
    valkey(
      {
        name,
        // Losing a row silently would leave events without it, so it refuses new ones instead.
        eviction: 'noeviction',
        ...context.size,
        databases: masterDataDatabases,
      },
      context,
    ),
});
