import { defineApp, setting } from '#generator';
import type { Values } from '../../schemas/upstream/valkey.gen.ts';
import { cacheApp, primaryOf, valkey } from './valkey.ts';

const name = 'valkey-denorm';

/**
 * Each dataset of master data gets a database of its own, by a number that is never used again. One of so many costs
 * less than a kilobyte while it is empty.
 */
export const masterDataDatabases = 1024;

export const valkeyDenorm = defineApp({
  name,
  description: 'Keeps the master data that events are joined with.',
  ...cacheApp,
  namespace: name,
  seed: [name],
  provides: ({ endpoint, size }) => ({
    server: endpoint(name, 6379, { labels: primaryOf(name) }),
    /** How much it may keep, in mebibytes. */
    megabytes: setting(String(size.megabytes)),
  }),
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
