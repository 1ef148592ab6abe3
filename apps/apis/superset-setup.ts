import { defineApp, firstParty, generated, keyOf, opaque, sameSize, text } from '#generator';
import type { Values } from '../../schemas/charts/service.gen.ts';
import { postgresql } from '../stores/postgresql.ts';
import { keycloak } from './keycloak.ts';
import { configFile, loginBy } from './superset-config.ts';
import { forgetScript, setupScript } from './superset-setup-script.ts';
import { type Source, sourcesFile, sourceVariables } from './superset-sources.ts';

const steps = `superset db upgrade
python /app/setup/forget.py
superset init
python /app/setup/setup.py
`;

export const supersetSetup = defineApp({
  name: 'superset-setup',
  description: 'Brings the tables, roles, local administrator and connections of Superset up to date.',
  layer: 'apis',
  namespace: 'superset',
  seed: ['superset'],
  chart: firstParty('service'),
  images: ['superset'],
  optional: true,
  dependsOn: [postgresql, keycloak],
  // A connection is made without them: it is a row, and they are asked when somebody asks.
  uses: ['druid', 'superset', 'trino'],
  sizes: sameSize({ setup: { replicas: 1, cpu: '250m', memory: '1Gi' } }),
  secrets: {
    // Signs sessions and encrypts the passwords of connections.
    flask: opaque({ key: generated(64) }),
    admin: opaque({ username: text('admin'), password: generated() }),
  },
  provides: ({ secret }) => ({ key: secret('flask'), admin: secret('admin') }),
  values: ({ environment, image, of, secret, size: { setup } }): Values => {
    const { roles } = of(postgresql);
    const { broker, admin: druidAdmin } = of('druid');
    const { http, catalog } = of('trino');
    const sources: Source[] = [
      {
        name: 'Druid',
        url: `druid://${druidAdmin.name}@${broker.host}:${broker.port}/druid/v2/sql/`,
        password: { secret: secret(druidAdmin.secret), key: 'password' },
      },
      { name: 'Trino', url: `trino://superset@${http.host}:${http.port}/${catalog.value}` },
    ];
    const admin = secret('admin').name;
    return {
      kind: 'Job',
      // Shorter than the patience of the app, so that a run that hangs is a failed run and not a late app.
      deadlineSeconds: 900,
      image: image('superset').reference,
      user: 1000,
      command: ['/bin/sh', '-ec', steps],
      resources: { requests: { cpu: setup.cpu, memory: setup.memory }, limits: { memory: setup.memory } },
      files: {
        'superset_config.py': configFile(of(postgresql), loginBy(of(keycloak), of('superset'))),
        'forget.py': { path: '/app/setup/forget.py', text: forgetScript },
        'setup.py': { path: '/app/setup/setup.py', text: setupScript },
        'sources.json': { path: '/app/setup/sources.json', json: sourcesFile(sources) },
      },
      env: {
        SECRET_KEY: { secret: secret('flask').name, key: 'key' },
        LOGIN_SECRET: keyOf(secret(of(keycloak).clients.superset.secret), 'clientSecret'),
        DATABASE_PASSWORD: { secret: secret(roles.superset.secret).name, key: 'password' },
        PGSSLMODE: 'require',
        ADMIN_USER: { secret: admin, key: 'username' },
        ADMIN_PASSWORD: { secret: admin, key: 'password' },
        ADMIN_EMAIL: `admin@${environment.domain}`,
        HOME: '/tmp',
        ...sourceVariables(sources),
      },
    };
  },
});
