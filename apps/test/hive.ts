import { join } from 'node:path';
import { at, containers, one, renderedSamplesOf, run, temporaryFolder, variables, write } from '#testing';
import { hms } from '../stores/hms.ts';
import { hmsSchema } from '../stores/hms-schema.ts';
import { jarsOf, javaOf, unpacked } from './java.ts';
import type { RunningStore } from './object-store.ts';
import { freePort } from './port.ts';
import { type Postgres, superuser } from './postgres.ts';
import { startServer } from './server.ts';

/** The newest distribution of the metastore that Maven has: the programs of the image, four releases back. */
const distribution = 'org.apache.hive:hive-standalone-metastore-server:4.0.1:tar.gz:bin';
/** Hadoop works on no newer Java. */
const java = { minimum: 17, maximum: 23 };

export interface Hive {
  /** Runs the tool for the tables as its Job does, or with other arguments; returns what it said. */
  schematool(args?: readonly string[]): Promise<string>;
  /** Starts the metastore; returns its address. */
  start(): Promise<string>;
}

const local = ({ name }: { name: string }) => name === 'local-small';

/**
 * Hive with what is rendered for it in the sample `local-small`: only addresses are of this machine. Its database is
 * there and empty, owned as in the cluster.
 */
export async function hiveOf(postgres: Postgres, store: RunningStore): Promise<Hive> {
  const [server, job] = [
    (await renderedSamplesOf(hms)).find(local),
    (await renderedSamplesOf(hmsSchema)).find(local),
  ];
  if (server === undefined || job === undefined) throw new Error('there is no sample local-small');
  const password = 'of-the-owner';
  const session = await postgres.connect('postgres', superuser);
  await session.query(`CREATE ROLE hms LOGIN PASSWORD '${password}'`);
  await session.query('CREATE DATABASE hms OWNER hms');

  const port = await freePort();
  const { accessKey, secretKey } = store.keyOf('hms');
  const env = {
    DATABASE_PASSWORD: password,
    AWS_ACCESS_KEY_ID: accessKey,
    AWS_SECRET_ACCESS_KEY: secretKey,
  };
  const home = join(await unpacked(distribution), 'apache-hive-metastore-4.0.1-bin');
  const [program, jars] = [await javaOf(java), await jarsOf('hadoop')];
  const optionsOf = ({ manifests }: typeof server, kind: string) => {
    const folder = temporaryFolder();
    const files = at(one(manifests, 'ConfigMap'), 'data') as Record<string, string>;
    const here = (text: string) =>
      text
        .replace(/postgresql:\/\/[^/]+/, `postgresql://127.0.0.1:${postgres.port}`)
        .replace('<value>9083<', `<value>${port}<`)
        .replace(/(fs\.s3a\.endpoint<\/name><value>)[^<]*/, `$1${store.endpoint}`);
    write(folder, {
      ...Object.fromEntries(Object.entries(files).map(([name, text]) => [name, here(text)])),
      'log4j2.properties': logging,
    });
    const [container] = containers([one(manifests, kind)]);
    const heap = String(variables(container).HADOOP_CLIENT_OPTS).split(' ');
    const path = [folder, join(home, 'lib/*'), jars].join(':');
    return { folder, args: [...heap, '-Dlog4j2.configurationFile=log4j2.properties', '-cp', path] };
  };
  return {
    async schematool(args) {
      const { folder, args: options } = optionsOf(job, 'Job');
      const [container] = containers([one(job.manifests, 'Job')]);
      const given = args ?? (at(container, 'args') as string[]);
      const main = 'org.apache.hadoop.hive.metastore.tools.schematool.MetastoreSchemaTool';
      const ended = await run(program, [...options, main, ...given], {
        cwd: folder,
        env: { ...env, METASTORE_HOME: home },
      });
      if (ended?.code !== 0) throw new Error(`schematool failed: ${ended?.stdout}${ended?.stderr}`);
      return ended.stdout + ended.stderr;
    },
    async start() {
      const { folder, args } = optionsOf(server, 'Deployment');
      const main = 'org.apache.hadoop.hive.metastore.HiveMetaStore';
      await startServer(program, [...args, main], {
        cwd: folder,
        env,
        ready: /Started the new metaserver on port/,
      });
      return `thrift://127.0.0.1:${port}`;
    },
  };
}

const logging = [
  'appender.console.type = Console',
  'appender.console.name = console',
  'appender.console.layout.type = PatternLayout',
  'appender.console.layout.pattern = %p %c{1}: %m%n',
  'rootLogger.level = info',
  'rootLogger.appenderRef.console.ref = console',
  '',
].join('\n');
