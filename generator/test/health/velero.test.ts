import { type Case, judged, said } from '../../testing/health.ts';

const object = (kind: string, status: unknown, spec: Record<string, unknown> = {}) => ({
  apiVersion: 'velero.io/v1',
  kind,
  metadata: { name: 'default', generation: 1 },
  spec,
  status,
});
const location = (status: unknown) => object('BackupStorageLocation', status);
const schedule = (status: unknown, spec = {}) =>
  object('Schedule', status, { schedule: '45 1 * * *', ...spec });

const locations: readonly Case[] = [
  ['fresh', location(undefined), said('Progressing', 'not looked at yet')],
  [
    'reached',
    location({ phase: 'Available', lastValidationTime: '2026-11-27T01:00:00Z' }),
    said('Healthy', 'available at 2026-11-27T01:00:00Z'),
  ],
  [
    'reached, at no known time',
    location({ phase: 'Available' }),
    said('Healthy', 'available at the last look'),
  ],
  ['refused', location({ phase: 'Unavailable', message: 'AccessDenied' }), said('Degraded', 'AccessDenied')],
  [
    'refused, without a word',
    location({ phase: 'Unavailable' }),
    said('Degraded', 'the object store cannot be reached'),
  ],
];

judged(
  'a place for backups is healthy while it can be written to',
  'generator/health/velero.io_BackupStorageLocation.lua',
  locations,
);

const schedules: readonly Case[] = [
  ['fresh', schedule(undefined), said('Progressing', 'not looked at yet')],
  ['new', schedule({ phase: 'New' }), said('Progressing', 'not looked at yet')],
  ['accepted', schedule({ phase: 'Enabled' }), said('Healthy', 'the last backup is of no time yet')],
  [
    'run',
    schedule({ phase: 'Enabled', lastBackup: '2026-11-27T01:45:00Z' }),
    said('Healthy', 'the last backup is of 2026-11-27T01:45:00Z'),
  ],
  [
    'refused',
    schedule({ phase: 'FailedValidation', validationErrors: ['invalid schedule', 'no such location'] }),
    said('Degraded', 'invalid schedule; no such location'),
  ],
  ['paused', schedule({ phase: 'Enabled' }, { paused: true }), said('Suspended', 'no backups are made')],
];

judged('a schedule is healthy when Velero accepted it', 'generator/health/velero.io_Schedule.lua', schedules);
