import type { App } from '#generator';
import { kafka } from './stores/kafka.ts';
import { postgresql } from './stores/postgresql.ts';
import { postgresqlMigration } from './stores/postgresql-migration.ts';

/** Every app of the platform, in the order of the layers and then of the alphabet. */
export const apps: readonly App[] = [kafka, postgresql, postgresqlMigration];
