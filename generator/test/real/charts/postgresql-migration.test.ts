import { describe, expect, test } from 'vitest';
import type { Manifest } from '../../../src/verify/manifest.ts';
import { at, containers, one, variables } from '../../support/objects.ts';
import { data, environments, inEveryEnvironment, rendered, renderedWith } from '../../support/render.ts';

const app = 'postgresql-migration';
const renders = await inEveryEnvironment(app);
const environmentOf = (manifests: readonly Manifest[]) => variables(containers([one(manifests, 'Job')])[0]);

describe.each(renders)('the migrations in %s', (environment, manifests) => {
  const job = one(manifests, 'Job');
  const sql = one(manifests, 'ConfigMap').object.data as Record<string, string>;

  test('run as the owner of the database, from its Secret', () => {
    const { FLYWAY_USER, FLYWAY_PASSWORD } = environmentOf(manifests);
    expect([FLYWAY_USER, FLYWAY_PASSWORD]).toEqual([
      'postgresql-migration-postgresql-obsrv/username',
      'postgresql-migration-postgresql-obsrv/password',
    ]);
  });

  test('are the same SQL everywhere: what differs or is secret comes by the environment of the run', () => {
    expect(sql).toEqual(one(renders[0]?.[1] ?? [], 'ConfigMap').object.data);
    const wanted = Object.values(sql).flatMap((text) =>
      [...text.matchAll(/\$\{(\w+)\}/g)].map(([, name]) => name),
    );
    const given = Object.keys(environmentOf(manifests)).flatMap((name) =>
      name.startsWith('FLYWAY_PLACEHOLDERS_')
        ? [name.slice('FLYWAY_PLACEHOLDERS_'.length).toLowerCase()]
        : [],
    );
    expect([...new Set(wanted)].sort()).toEqual(given.sort());
    const secret = Object.entries(environmentOf(manifests)).filter(([name]) =>
      /PASSWORD|KEY|_USER/.test(name),
    );
    expect(
      secret.map(([, value]) => value).filter((value) => !/^postgresql-migration-[a-z-]+\/\w+$/.test(value)),
    ).toEqual([]);
  });

  test('make no client of the OAuth server that Keycloak replaced', () => {
    expect(Object.values(sql).join('\n')).not.toMatch(/INSERT INTO "?oauth_clients/i);
  });

  test('are a Job with an end: it gives up before the app does, and stays to be seen', () => {
    const deadline = Number(at(job, 'spec.activeDeadlineSeconds'));
    const { annotations } = data(`environments/${environment}/generated/candidate/applications/${app}.yaml`)
      .metadata as { annotations: Record<string, string> };
    expect(deadline).toBeLessThan(Number(annotations['obsrv.io/patience-seconds'] ?? 1800));
    expect(Number(at(job, 'spec.backoffLimit'))).toBeGreaterThan(0);
    expect(at(job, 'spec.ttlSecondsAfterFinished')).toBeUndefined();
    expect(at(job, 'spec.template.spec.restartPolicy')).toBe('Never');
  });

  test('check whom they talk to, by the certificate of the cluster', () => {
    const { FLYWAY_URL } = environmentOf(manifests);
    expect(FLYWAY_URL).toBe(
      'jdbc:postgresql://postgresql-rw.postgresql.svc.cluster.local:5432/obsrv?sslmode=verify-full&sslrootcert=/authority/ca.crt',
    );
    expect(at(job, 'spec.template.spec.volumes.1.secret.items')).toEqual([{ key: 'ca.crt', path: 'ca.crt' }]);
  });
});

test('another server, an external one too, is a value', async () => {
  const server = { host: 'db.example.org', port: 6432, authority: 'its-authority' };
  const elsewhere = await renderedWith(app, 'prod', (values) =>
    Object.assign(at(values, 'databases.0') as object, { server }),
  );
  expect(environmentOf(elsewhere).FLYWAY_URL).toMatch(/^jdbc:postgresql:\/\/db\.example\.org:6432\/obsrv\?/);
  expect(JSON.stringify(one(elsewhere, 'Job').object)).not.toContain('postgresql-rw');
});

describe('a run is new', () => {
  const nameAfter = async (change: Parameters<typeof renderedWith>[2]) =>
    one(await renderedWith(app, 'prod', change), 'Job').name;
  const now = async () => one(await rendered(app, 'prod'), 'Job').name;

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
    expect(await nameAfter(change)).not.toBe(await now());
  });

  test('and not because of anything that its result does not hang on', async () => {
    const network = (values: object) =>
      Object.assign(at(values as never, 'platform.network') as object, { outside: [443] });
    expect(await nameAfter(network)).toBe(await now());
  });

  test('with its SQL, which a run of its own name keeps', async () => {
    const manifests = await rendered(app, 'prod');
    const [job, files] = [one(manifests, 'Job'), one(manifests, 'ConfigMap')];
    expect(files.name).toBe(job.name);
    expect(files.object.immutable).toBe(true);
    expect(at(job, 'spec.template.spec.volumes.0.configMap.name')).toBe(job.name);
    expect(job.name).toMatch(/^postgresql-migration-obsrv-[0-9a-f]{10}$/);
  });
});

test.each(environments)('%s has a Flyway that knows its PostgreSQL', (environment) => {
  const tag = (path: string, name: string) =>
    String(at(data(`environments/${environment}/generated/candidate/plan/${path}.yaml`), `images.${name}`));
  const [, flyway] = tag(app, 'flyway').match(/:(\d+)\./) ?? [];
  const [, server] = tag('postgresql', 'postgresql').match(/:(\d+)\./) ?? [];
  // 11 knows 17 and 18.
  expect([Number(flyway) >= 11, Number(server) <= 18]).toEqual([true, true]);
});
