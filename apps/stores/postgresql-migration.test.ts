import { describe, expect, test } from 'vitest';
import {
  at,
  beside,
  bySize,
  containers,
  type Manifest,
  one,
  type Plain,
  rendered,
  renderedSamplesOf,
  variables,
} from '#testing';
import { postgresql } from './postgresql.ts';
import { postgresqlMigration } from './postgresql-migration.ts';

const samples = await renderedSamplesOf(postgresqlMigration);
const environmentOf = (manifests: readonly Manifest[]) => variables(containers([one(manifests, 'Job')])[0]);

describe.each(samples)('the migrations on $name', (sample) => {
  const { app, environment, manifests } = sample;
  const job = one(manifests, 'Job');
  const sql = one(manifests, 'ConfigMap').object.data as Record<string, string>;
  const given = environmentOf(manifests);

  test('run as the owner of the database, from its Secret', () => {
    expect([given.FLYWAY_USER, given.FLYWAY_PASSWORD]).toEqual([
      'postgresql-migration-postgresql-obsrv/username',
      'postgresql-migration-postgresql-obsrv/password',
    ]);
  });

  test('are the same SQL everywhere: what differs or is secret comes by the environment of the run', () => {
    expect(sql).toEqual(one(samples[0]?.manifests ?? [], 'ConfigMap').object.data);
    const wanted = Object.values(sql).flatMap((text) =>
      [...text.matchAll(/\$\{(\w+)\}/g)].map(([, name]) => name),
    );
    const placeholders = Object.keys(given).flatMap((name) =>
      name.startsWith('FLYWAY_PLACEHOLDERS_')
        ? [name.slice('FLYWAY_PLACEHOLDERS_'.length).toLowerCase()]
        : [],
    );
    expect([...new Set(wanted)].sort()).toEqual(placeholders.sort());
    const secret = Object.entries(given).filter(([name]) => /PASSWORD|KEY|_USER/.test(name));
    expect(
      secret.map(([, value]) => value).filter((value) => !/^postgresql-migration-[a-z-]+\/\w+$/.test(value)),
    ).toEqual([]);
  });

  test('need of the public domain a mail address and nothing else', () => {
    expect(given.FLYWAY_PLACEHOLDERS_CONSOLE_EMAIL).toBe(`admin@${environment.domain}`);
  });

  test('make no client of the OAuth server that Keycloak replaced', () => {
    expect(Object.values(sql).join('\n')).not.toMatch(/INSERT INTO "?oauth_clients/i);
  });

  test('are a Job with an end: it gives up before the app does, and stays to be seen', () => {
    expect(Number(at(job, 'spec.activeDeadlineSeconds'))).toBeLessThan(app.patience);
    expect(Number(at(job, 'spec.backoffLimit'))).toBeGreaterThan(0);
    expect(at(job, 'spec.ttlSecondsAfterFinished')).toBeUndefined();
    expect(at(job, 'spec.template.spec.restartPolicy')).toBe('Never');
  });

  test('check whom they talk to, by the certificate of the cluster', () => {
    const host = at(beside(sample, postgresql).provides.server as never, 'host');
    expect(given.FLYWAY_URL).toBe(
      `jdbc:postgresql://${host}:5432/obsrv?sslmode=verify-full&sslrootcert=/authority/ca.crt`,
    );
    expect(at(job, 'spec.template.spec.volumes.1.secret.items')).toEqual([{ key: 'ca.crt', path: 'ca.crt' }]);
  });

  test('are run by a Flyway that knows its PostgreSQL', () => {
    const major = (tag: string | undefined) => Number(tag?.match(/^(\d+)\./)?.[1]);
    const server = beside(sample, postgresql).images.postgresql?.tag;
    // 11 knows 17 and 18.
    expect([major(app.images.flyway?.tag) >= 11, major(server) <= 18]).toEqual([true, true]);
  });
});

const [, , large] = await bySize(postgresqlMigration);
const changed = async (change?: (values: Record<string, Plain>) => void) =>
  (await rendered(large as never, change)).manifests;

test('another server, an external one too, is a value', async () => {
  const server = { host: 'db.example.org', port: 6432, authority: 'its-authority' };
  const elsewhere = await changed((values) => Object.assign(at(values, 'databases.0') as object, { server }));
  expect(environmentOf(elsewhere).FLYWAY_URL).toMatch(/^jdbc:postgresql:\/\/db\.example\.org:6432\/obsrv\?/);
  expect(JSON.stringify(one(elsewhere, 'Job').object)).not.toContain('postgresql-rw');
});

describe('a run is new', () => {
  const nameAfter = async (change?: Parameters<typeof changed>[0]) => one(await changed(change), 'Job').name;

  test.each([
    [
      'another Flyway',
      (values: object) => Object.assign(values, { image: 'docker.io/flyway/flyway:12.0.0' }),
    ],
    [
      'another placeholder',
      (values: object) =>
        Object.assign(at(values as never, 'databases.0.placeholders.console_email') as object, {
          value: 'x@y',
        }),
    ],
  ])('with %s', async (_, change) => {
    expect(await nameAfter(change)).not.toBe(await nameAfter());
  });

  test('and not because of anything that its result does not hang on', async () => {
    const network = (values: object) =>
      Object.assign(at(values as never, 'platform.network') as object, { open: [443] });
    expect(await nameAfter(network)).toBe(await nameAfter());
  });

  test('with its SQL, which a run of its own name keeps', async () => {
    const manifests = await changed();
    const [job, files] = [one(manifests, 'Job'), one(manifests, 'ConfigMap')];
    expect(files.name).toBe(job.name);
    expect(files.object.immutable).toBe(true);
    expect(at(job, 'spec.template.spec.volumes.0.configMap.name')).toBe(job.name);
    expect(job.name).toMatch(/^postgresql-migration-obsrv-[0-9a-f]{10}$/);
  });
});
