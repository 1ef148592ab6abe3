import { defineApp, firstParty, keyOf, sameSize } from '#generator';
import type { Values } from '../../schemas/charts/service.gen.ts';
import { resourcesOf } from '../pods.ts';
import { driver, hiveEnv, hiveFiles, hiveUser, hiveVolumes, variable } from './hive.ts';
import { postgresql } from './postgresql.ts';

type Setting = Readonly<Record<string, string>>;

/** How Hive reaches its database. The password is a variable: the file goes into a ConfigMap. */
export const databaseSettings = (
  server: { host: string; port: number },
  name: string,
  user: string,
): Setting => ({
  'javax.jdo.option.ConnectionDriverName': 'org.postgresql.Driver',
  'javax.jdo.option.ConnectionURL': `jdbc:postgresql://${server.host}:${server.port}/${name}`,
  'javax.jdo.option.ConnectionUserName': user,
  'javax.jdo.option.ConnectionPassword': variable('DATABASE_PASSWORD'),
});

export const hmsSchema = defineApp({
  name: 'hms-schema',
  description: 'Makes the tables of the Hive metastore, or brings them up to its version.',
  layer: 'stores',
  namespace: 'hms',
  optional: true,
  seed: ['hms'],
  chart: firstParty('service'),
  images: ['hive-metastore', 'flyway'],
  dependsOn: [postgresql],
  sizes: sameSize({ run: { replicas: 1, cpu: '250m', memory: '768Mi' } }),
  values: ({ image, of, secret, size }): Values => {
    const { server, databases, roles } = of(postgresql);
    return {
      // Once for each version, before any copy of the metastore starts: two that make tables at once fail both.
      kind: 'Job',
      deadlineSeconds: 900,
      image: image('hive-metastore').reference,
      user: hiveUser,
      command: ['/opt/hive/bin/schematool'],
      args: ['-dbType', 'postgres', '-initOrUpgradeSchema'],
      init: [driver(image)],
      volumes: hiveVolumes('64Mi'),
      files: hiveFiles({
        'metastore-site.xml': databaseSettings(server, databases.hms.name, roles.hms.name),
      }),
      env: { ...hiveEnv(512), DATABASE_PASSWORD: keyOf(secret(roles.hms.secret), 'password') },
      resources: resourcesOf(size.run),
    };
  },
});
