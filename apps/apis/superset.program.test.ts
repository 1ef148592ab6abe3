import { mkdirSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { all, at, containers, one, renderedSamplesOf, run, temporaryFolder, variables } from '#testing';
import { startPostgres, superuser } from '../test/postgres.ts';
import { pathOf, pythonPrograms } from '../test/python.ts';
import { superset } from './superset.ts';
import { supersetSetup } from './superset-setup.ts';

interface Answer {
  readonly health: string;
  readonly loginPage: number;
  readonly admin: boolean;
  readonly databases: Readonly<
    Record<string, { url: string; stored: string; engine: string; writes: boolean }>
  >;
  readonly users: readonly { roles: string[]; everySource: boolean; sqlLab: boolean; accounts: boolean }[];
  readonly providers: readonly string[];
  readonly settings: Readonly<Record<string, unknown>>;
  readonly features: Readonly<Record<string, boolean>>;
  readonly filterState: string;
}

const owner = { user: 'superset', password: "p@ss/w:rd'" };

const [setup] = await renderedSamplesOf(supersetSetup);
const [web] = await renderedSamplesOf(superset);
const files = one(setup?.manifests ?? [], 'ConfigMap', 'superset-setup').object.data as Record<
  string,
  string
>;
const [job] = containers(all(setup?.manifests ?? [], 'Job'));

/** What the cluster would give the variables of the Job, and what people may change. */
const given = Object.fromEntries(
  Object.keys(variables(job)).map((name) => [name, name.endsWith('PASSWORD') ? `${name} d:p@/` : name]),
);
const environment = {
  ...given,
  ADMIN_PASSWORD: 'first',
  DATABASE_PASSWORD: owner.password,
  LOGIN_SECRET: 'secret',
};

let programs: string;
let port: number;
beforeAll(async () => {
  programs = await pythonPrograms('superset', { minimum: 10, maximum: 12 });
  const postgres = await startPostgres();
  port = postgres.port;
  const client = await postgres.connect('postgres', superuser);
  await client.query(`CREATE ROLE superset LOGIN PASSWORD ${client.escapeLiteral(owner.password)}`);
  await client.query('CREATE DATABASE superset OWNER superset');
});

/** Runs a program of Superset's beside the files as they are rendered; only the database is another one. */
async function inSuperset(
  command: readonly string[],
  config: string,
  options: { env?: object; input?: string } = {},
) {
  const home = temporaryFolder();
  mkdirSync(home, { recursive: true });
  const here = config.replace(/host="[^"]+"/, 'host="127.0.0.1"').replace(/port=\d+/, `port=${port}`);
  for (const [name, text] of Object.entries({ ...files, 'superset_config.py': here }))
    writeFileSync(join(home, name), text);
  const [program = '', ...args] = command.map((word) => word.replaceAll('/app/setup', home));
  const env = {
    ...environment,
    // The server of this test has no certificate.
    PGSSLMODE: 'prefer',
    PYTHONPATH: home,
    SUPERSET_HOME: home,
    HOME: home,
    FLASK_APP: 'superset.app:create_app()',
    PATH: `${programs}${delimiter}${process.env.PATH}`,
    ...options.env,
  };
  const ended = await run(program, args, { cwd: home, env, input: options.input ?? '' });
  if (ended?.code !== 0) throw new Error(`${command.join(' ')} failed: ${ended?.stderr.slice(-4000)}`);
  return ended.stdout;
}

const setUp = (env = {}) =>
  inSuperset(at(job, 'command') as string[], files['superset_config.py'] ?? '', { env });

async function answerOf(config: string, claims: readonly string[][] = [], env = {}): Promise<Answer> {
  const input = JSON.stringify({ password: { ...environment, ...env }.ADMIN_PASSWORD, claims });
  const said = await inSuperset(['python', pathOf('superset/check.py')], config, { env, input });
  const [, answer = ''] = said.match(/^ANSWER (.*)$/m) ?? [];
  return JSON.parse(answer);
}

describe('the real Superset', () => {
  const rendered = files['superset_config.py'] ?? '';
  /** After the first run. */
  let first: Answer;

  test('makes its tables in an empty database, as its owner, and a second run changes nothing', async () => {
    await setUp();
    first = await answerOf(rendered);
    await setUp();
    expect(await answerOf(rendered)).toEqual(first);
    expect(first).toMatchObject({ health: 'OK', loginPage: 200, admin: true });
  });

  test('has the connections of the platform, with their drivers, and shows nobody a password', () => {
    const { databases } = first;
    const sources = JSON.parse(files['sources.json'] ?? '') as { name: string; url: string }[];
    expect(sources.length).toBeGreaterThan(1);
    expect(Object.keys(databases).sort()).toEqual(sources.map(({ name }) => name).sort());
    for (const { name, url } of sources) {
      expect(databases[name]?.engine.toLowerCase()).toBe(`${url.split(':')[0]}enginespec`);
      expect(databases[name]?.stored).not.toContain('d%3Ap%40');
      expect(databases[name]?.writes).toBe(false);
    }
  });

  test('loads the configuration of the web servers, which need nothing but the database', async () => {
    const data = one(web?.manifests ?? [], 'ConfigMap', 'superset').object.data as Record<string, string>;
    const { settings, features, filterState } = await answerOf(data['superset_config.py'] ?? '');
    expect(settings).toMatchObject({ CELERY_CONFIG: null, WTF_CSRF_ENABLED: true, TALISMAN_ENABLED: true });
    expect(features).toEqual({ ALERT_REPORTS: false, GLOBAL_ASYNC_QUERIES: false });
    expect(filterState).toBe('SupersetMetastoreCache');
  });

  test('makes nobody an administrator who is none in the realm', async () => {
    const { providers, settings, users } = await answerOf(rendered, [
      [],
      ['stranger'],
      ['viewer'],
      ['dataset_creator'],
      ['admin'],
    ]);
    expect(providers).toEqual(['keycloak']);
    expect(settings.SESSION_COOKIE_SECURE).toBe(true);
    const nothing = { roles: ['Gamma'], everySource: false, sqlLab: false, accounts: false };
    expect(users).toEqual([
      nothing,
      nothing,
      nothing,
      { roles: ['Alpha', 'Gamma', 'sql_lab'], everySource: true, sqlLab: true, accounts: false },
      { roles: ['Admin', 'Gamma'], everySource: true, sqlLab: true, accounts: true },
    ]);
  });

  test('takes a password that changed in the store, and another key, in the next run', async () => {
    const env = { ADMIN_PASSWORD: 'second', SECRET_KEY: 'another key' };
    await setUp(env);
    expect(await answerOf(rendered, [], env)).toMatchObject({ admin: true, databases: first.databases });
  });
});
