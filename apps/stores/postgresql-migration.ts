import { defineApp, firstParty, generated, opaque, sameSize, setting, text } from '#generator';
import type { Values } from '../../schemas/charts/postgresql-migration.gen.ts';
import { resourcesOf } from '../pods.ts';
import { postgresql } from './postgresql.ts';
import { masterDataDatabases } from './valkey-denorm.ts';

// Both the registry and the realm have this user, by one id.
const consoleOwner = { name: 'obsrv_admin', id: '00000000-0000-4000-8000-000000000001' };

export const postgresqlMigration = defineApp({
  name: 'postgresql-migration',
  description: 'Brings the tables of the registry up to date, as the owner of its database.',
  layer: 'stores',
  namespace: 'postgresql',
  seed: ['postgresql-migration'],
  chart: firstParty('postgresql-migration'),
  images: ['flyway'],
  dependsOn: [postgresql],
  secrets: {
    // 32 characters, because AES-256 takes them as its key.
    encryption: opaque({ key: generated(32) }),
    'console-owner': opaque({ username: text(consoleOwner.name), password: generated() }),
  },
  provides: ({ secret }) => ({
    /** Programs that encrypt or decrypt settings of connectors need the same key as the registry. */
    encryptionKey: secret('encryption'),
    /** The first login to the console. */
    consoleOwner: secret('console-owner'),
    consoleOwnerName: setting(consoleOwner.name),
    /** What a token says of that user: the registry knows users by it. */
    consoleOwnerId: setting(consoleOwner.id),
  }),
  sizes: sameSize({ run: { replicas: 1, cpu: '250m', memory: '512Mi' } }),
  values: ({ environment, size, image, of, secret }): Values => {
    const { server, authority, databases, roles } = of(postgresql);
    const owner = secret('console-owner').name;
    return {
      image: image('flyway').reference,
      databases: [
        {
          name: databases.obsrv.name,
          server: { host: server.host, port: server.port, authority: authority.value },
          secret: secret(roles.obsrv.secret).name,
          placeholders: {
            encryption_key: { secret: secret('encryption').name, key: 'key' },
            console_id: { value: consoleOwner.id },
            console_user: { secret: owner, key: 'username' },
            console_password: { secret: owner, key: 'password' },
            console_email: { value: `admin@${environment.domain}` },
            last_cache_database: { value: String(masterDataDatabases - 1) },
          },
        },
      ],
      resources: resourcesOf(size.run),
    };
  },
});
