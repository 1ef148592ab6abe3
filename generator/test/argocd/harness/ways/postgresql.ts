import type { Thing } from '../api.ts';
import { condition, now, type Way, type Ways } from './way.ts';

const postgres = (object: Thing, phase: string, up: boolean) => ({
  phase,
  image: object.spec?.imageName,
  instances: object.spec?.instances ?? 1,
  readyInstances: up ? (object.spec?.instances ?? 1) : 0,
  conditions: [
    {
      ...condition('Ready', up ? 'True' : 'False', up ? 'ClusterIsReady' : 'ClusterIsNotReady'),
      observedGeneration: object.metadata.generation,
    },
    ...(up && object.spec?.plugins
      ? [condition('ContinuousArchiving', 'True', 'ContinuousArchivingSuccess')]
      : []),
  ],
});

export const postgresql: Ways = {
  'Cluster.postgresql.cnpg.io': {
    apiVersion: 'postgresql.cnpg.io/v1',
    way: {
      waiting: (object) => postgres(object, 'Setting up primary', false),
      passing: [
        (object) => postgres(object, 'Creating a new replica', false),
        (object) => postgres(object, 'Waiting for the instances to become active', false),
      ],
      ready: (object) => postgres(object, 'Cluster in healthy state', true),
      unhealthy: (object) =>
        postgres(object, 'Cluster is unrecoverable and needs manual intervention', false),
    },
  },
  'Database.postgresql.cnpg.io': { apiVersion: 'postgresql.cnpg.io/v1', way: applied() },
  'DatabaseRole.postgresql.cnpg.io': { apiVersion: 'postgresql.cnpg.io/v1', way: applied() },
  'ScheduledBackup.postgresql.cnpg.io': {
    apiVersion: 'postgresql.cnpg.io/v1',
    way: {
      waiting: () => ({}),
      passing: [() => ({ lastCheckTime: now() })],
      ready: () => ({ lastCheckTime: now(), lastScheduleTime: now(), nextScheduleTime: now() }),
      unhealthy: () => ({ error: 'no such plugin' }),
    },
  },
  'ObjectStore.barmancloud.cnpg.io': {
    apiVersion: 'barmancloud.cnpg.io/v1',
    way: {
      waiting: () => ({}),
      ready: (object) => window(object, { lastSuccessfulBackupTime: now() }),
      unhealthy: (object) => window(object, { lastFailedBackupTime: now() }),
    },
  },
};

const window = (object: Thing, times: Record<string, string>) => ({
  serverRecoveryWindow: { [object.metadata.name]: times },
});

function applied(): Way {
  const status = (object: Thing, done: boolean, message?: string) => ({
    observedGeneration: object.metadata.generation,
    applied: done,
    ...(message && { message }),
  });
  return {
    waiting: () => ({}),
    // Its owner may come a moment later; the operator tries again by itself.
    passing: [(object) => status(object, false, 'role does not exist yet')],
    ready: (object) => status(object, true),
    unhealthy: (object) => status(object, false, 'the database refuses'),
  };
}
