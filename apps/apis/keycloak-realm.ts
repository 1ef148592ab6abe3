import { defineApp, firstParty, keyOf, sameSize } from '#generator';
import type { Values } from '../../schemas/charts/service.gen.ts';
import { resourcesOf } from '../pods.ts';
import { postgresqlMigration } from '../stores/postgresql-migration.ts';
import { keycloak } from './keycloak.ts';
import { realmFiles } from './keycloak-realm-files.ts';
import { realmScript } from './keycloak-realm-script.ts';
import { accountOf } from './keycloak-server.ts';

const folder = '/opt/realm';

export const keycloakRealm = defineApp({
  name: 'keycloak-realm',
  description: 'Brings the realm of the platform up to date: clients, scopes, roles and the first user.',
  optional: true,
  layer: 'apis',
  namespace: 'keycloak',
  seed: ['keycloak'],
  chart: firstParty('service'),
  images: ['keycloak'],
  dependsOn: [keycloak, postgresqlMigration],
  // Their names are all that is read: browsers are sent back there.
  uses: ['kube-prometheus-stack', 'superset', 'web-console'],
  sizes: sameSize({ run: { replicas: 1, cpu: '100m', memory: '256Mi' } }),
  values: ({ environment, size, image, of, secret }): Values => {
    const { http, realm, clients, admin, setup } = of(keycloak);
    const { consoleOwner, consoleOwnerId, consoleOwnerName } = of(postgresqlMigration);
    const site = (name: 'kube-prometheus-stack' | 'superset' | 'web-console') =>
      environment.has(name) ? of(name).public.url : undefined;
    const files = realmFiles({
      realm: realm.name.value,
      audience: realm.audience.value,
      sites: {
        console: site('web-console'),
        grafana: site('kube-prometheus-stack'),
        superset: site('superset'),
      },
      owner: { id: consoleOwnerId.value, name: consoleOwnerName.value, email: `admin@${environment.domain}` },
    });
    const account = secret(setup);
    const clientSecret = (client: keyof typeof clients & ('grafana' | 'superset' | 'automation')) =>
      keyOf(secret(clients[client].secret), 'clientSecret');
    return {
      kind: 'Job',
      // Some thirty calls, each by a process of its own.
      deadlineSeconds: 1200,
      image: image('keycloak').reference,
      user: 1000,
      command: ['/bin/sh', '-euc', realmScript],
      resources: resourcesOf(size.run, '512Mi'),
      files: Object.fromEntries(
        Object.entries(files).map(([name, file]) => [name, { path: `${folder}/${name}`, ...file }]),
      ),
      env: {
        FILES: folder,
        HOME: '/tmp',
        // Each call is a process that ends before it could be made faster.
        KC_OPTS: '-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xmx128m',
        SERVER: `http://${http.host}:${http.port}`,
        REALM: realm.name.value,
        SETUP_CLIENT: accountOf(account),
        SETUP_SECRET: keyOf(account, 'clientSecret'),
        ADMIN_URL: `http://localhost:${http.port}`,
        ADMIN_USER: keyOf(secret(admin), 'username'),
        ADMIN_PASSWORD: keyOf(secret(admin), 'password'),
        OWNER_PASSWORD: keyOf(secret(consoleOwner), 'password'),
        SECRET_automation: clientSecret('automation'),
        ...(environment.has('superset') && { SECRET_superset: clientSecret('superset') }),
        ...(environment.has('kube-prometheus-stack') && { SECRET_grafana: clientSecret('grafana') }),
      },
    };
  },
});
