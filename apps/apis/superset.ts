import { defineApp, firstParty, keyOf } from '#generator';
import type { Values } from '../../schemas/charts/service.gen.ts';
import { postgresql } from '../stores/postgresql.ts';
import { keycloak } from './keycloak.ts';
import { keycloakRealm } from './keycloak-realm.ts';
import { configFile, loginBy } from './superset-config.ts';
import { supersetSetup } from './superset-setup.ts';

const port = 8088;

export const superset = defineApp({
  name: 'superset',
  description: 'Dashboards and SQL for people, over the stores that can be asked.',
  layer: 'apis',
  namespace: 'superset',
  seed: ['superset'],
  optional: true,
  chart: firstParty('service'),
  images: ['superset'],
  dependsOn: [postgresql, keycloak, keycloakRealm, supersetSetup],
  // What people ask; the connections are in the database.
  uses: ['druid', 'trino'],
  // A worker keeps some 300 MiB before the first answer, and answers twenty requests at a time.
  sizes: {
    small: { web: { replicas: 1, cpu: '100m', memory: '768Mi', workers: 1 } },
    medium: { web: { replicas: 2, cpu: '250m', memory: '1536Mi', workers: 2 } },
    large: { web: { replicas: 3, cpu: '500m', memory: '3Gi', workers: 4 } },
  },
  provides: ({ endpoint, host }) => {
    const http = endpoint('superset', port);
    return { http, public: host('superset', http, { unauthenticated: 'Superset has a login of its own.' }) };
  },
  values: ({ image, of, own, secret, size: { web } }): Values => {
    const { roles } = of(postgresql);
    return {
      image: image('superset').reference,
      user: 1000,
      replicas: web.replicas,
      resources: { requests: { cpu: web.cpu, memory: web.memory }, limits: { memory: web.memory } },
      ports: { http: port },
      health: { path: '/health', startSeconds: 180 },
      files: {
        'superset_config.py': configFile(of(postgresql), loginBy(of(keycloak), own())),
      },
      env: {
        SECRET_KEY: { secret: secret(of(supersetSetup).key).name, key: 'key' },
        LOGIN_SECRET: keyOf(secret(of(keycloak).clients.superset.secret), 'clientSecret'),
        DATABASE_PASSWORD: { secret: secret(roles.superset.secret).name, key: 'password' },
        PGSSLMODE: 'require',
        SUPERSET_PORT: port,
        SERVER_WORKER_AMOUNT: web.workers,
        HOME: '/tmp',
      },
    };
  },
  restore: ({ of }) => ({
    keeps: `Nothing by itself: dashboards, users and connections are in the database \`${of(postgresql).databases.superset.name}\` of PostgreSQL. What it needs to read the passwords in there is in the secret store.`,
  }),
});
