import { mkdirSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { at, containers, one, type RenderedSample, run, temporaryFolder, variables } from '#testing';
import { javaOf, unpacked } from './java.ts';
import { freePort } from './port.ts';
import { startPostgres, superuser } from './postgres.ts';
import { startServer } from './server.ts';

// The release after this one is not served as a whole.
const version = '26.7.3';

type Variables = Readonly<Record<string, string>>;

export interface Keycloak {
  /** Where it answers. */
  readonly url: string;
  /** Runs the Job that keeps the realm, as it is rendered; variables that come from Secrets are their own value. */
  keepRealm(job: RenderedSample, secrets?: Variables): Promise<string>;
}

/** The value of a variable: what a Secret would give it is made up, and the same for the same key of a Secret's owner. */
const given = (container: Parameters<typeof variables>[0]): Variables =>
  Object.fromEntries(Object.entries(variables(container)).map(([name, value]) => [name, String(value)]));

/** Keycloak with the containers of its rendered pod, one after the other, on a database of its own. */
export async function startKeycloak({ manifests }: RenderedSample, secret: string): Promise<Keycloak> {
  const [image, home] = [await distributionFolder(), temporaryFolder()];
  const java = await javaOf({ minimum: 17 });
  const path = java.includes('/') ? `${dirname(java)}${delimiter}${process.env.PATH}` : process.env.PATH;
  const postgres = await startPostgres();
  const client = await postgres.connect('postgres', superuser);
  await client.query(`CREATE ROLE keycloak LOGIN PASSWORD 'of-the-owner'`);
  await client.query('CREATE DATABASE keycloak OWNER keycloak');
  const port = await freePort();
  const here = (text: string) => text.replaceAll('/opt/keycloak', image).replaceAll('/opt/server', home);
  const [server, build, account] = containers([one(manifests, 'Deployment')]);
  const environmentOf = (container: typeof server) => ({
    ...Object.fromEntries(Object.entries(given(container)).map(([name, value]) => [name, here(value)])),
    ...(given(container).KC_DB_URL && {
      KC_DB_URL: `jdbc:postgresql://127.0.0.1:${postgres.port}/keycloak`,
      KC_DB_PASSWORD: 'of-the-owner',
    }),
    ...(given(container).SETUP_SECRET && { SETUP_SECRET: secret }),
    PATH: path ?? '',
  });
  const words = (container: typeof server) =>
    [at(container, 'command'), at(container, 'args') ?? []].flat().map((word) => here(String(word)));
  for (const container of [build, account]) {
    const [program = '', ...args] = words(container);
    const ended = await run(program, args, { cwd: home, env: environmentOf(container) });
    if (ended?.code !== 0) throw new Error(`${program} failed: ${ended?.stdout}${ended?.stderr}`);
  }
  const [program = '', ...args] = words(server);
  const management = await freePort();
  const environment = {
    ...environmentOf(server),
    KC_HTTP_PORT: `${port}`,
    KC_HTTP_MANAGEMENT_PORT: `${management}`,
  };
  await startServer(program, args, { cwd: home, env: environment, ready: /Listening on: /, family: true });
  // It listens before it works; its pod is asked so, too.
  const probe = `http://127.0.0.1:${management}${at(server, 'readinessProbe.httpGet.path')}`;
  while (!(await fetch(probe)).ok) await setTimeout(500);
  const url = `http://127.0.0.1:${port}`;
  return {
    url,
    async keepRealm(job, secrets = {}) {
      const [container] = containers([one(job.manifests, 'Job')]);
      const folder = temporaryFolder();
      mkdirSync(folder, { recursive: true });
      const files = at(one(job.manifests, 'ConfigMap'), 'data') as Record<string, string>;
      for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
      const env = {
        ...given(container),
        FILES: folder,
        SERVER: url,
        SETUP_SECRET: secret,
        ...secrets,
        PATH: path ?? '',
      };
      const [shell = '', ...rest] = (at(container, 'command') as string[]).map((word) =>
        here(word.replaceAll('/tmp/', `${folder}/tmp-`)),
      );
      const ended = await run(shell, rest, { cwd: folder, env });
      if (ended?.code !== 0) throw new Error(`the realm failed: ${ended?.stdout}${ended?.stderr}`);
      return ended.stdout;
    },
  };
}

async function distributionFolder(): Promise<string> {
  const folder = await unpacked(`org.keycloak:keycloak-quarkus-dist:${version}:zip`);
  return join(folder, `keycloak-${version}`);
}
