import { defineApp, firstParty, generated, keyOf, opaque } from '#generator';
import type { Values } from '../../schemas/charts/service.gen.ts';
import { url } from '../address.ts';
import { resourcesOf } from '../pods.ts';
import { postgresql } from '../stores/postgresql.ts';
import { postgresqlMigration } from '../stores/postgresql-migration.ts';
import { commandApi } from './command-api.ts';
import { datasetApi } from './dataset-api.ts';
import { storageTypes } from './dataset-api-settings.ts';
import { keycloak } from './keycloak.ts';
import { preload } from './web-console-preload.ts';

const port = 3000;

// A second way to log in, which makes a user of whoever comes by it. It cannot be turned off, so it leads nowhere.
const nobodyByOpenId = {
  AUTH_OIDC_ISSUER: 'https://nobody.invalid',
  AUTH_OIDC_AUTHRIZATION_URL: 'https://nobody.invalid/authorize',
  AUTH_OIDC_TOKEN_URL: 'https://nobody.invalid/token',
  AUTH_OIDC_CLIENT_ID: 'nobody',
};

export const webConsole = defineApp({
  name: 'web-console',
  description: 'Where people work: datasets, connectors, alerts and users, in a browser.',
  layer: 'apis',
  namespace: 'web-console',
  seed: ['web-console'],
  optional: true,
  chart: firstParty('service'),
  images: ['web-console'],
  dependsOn: [postgresql, postgresqlMigration, keycloak, datasetApi, commandApi],
  uses: ['kube-prometheus-stack', 'superset'],
  secrets: { session: opaque({ key: generated(48) }) },
  sizes: {
    small: { web: { replicas: 1, cpu: '100m', memory: '384Mi' } },
    medium: { web: { replicas: 2, cpu: '250m', memory: '512Mi' } },
    large: { web: { replicas: 3, cpu: '500m', memory: '1Gi' } },
  },
  network: { metrics: port },
  provides: ({ endpoint, host }) => {
    const http = endpoint('web-console', port);
    return {
      http,
      public: host('console', http, { unauthenticated: 'It sends whoever is not logged in to Keycloak.' }),
    };
  },
  values: ({ environment, size, image, of, own, secret }): Values => {
    const { server, databases, roles } = of(postgresql);
    const api = url(of(datasetApi).http);
    const { realm, clients, public: login, http: inside } = of(keycloak);
    return {
      image: image('web-console').reference,
      user: 1000,
      replicas: size.web.replicas,
      ports: { http: port },
      health: { path: '/metrics', startSeconds: 180 },
      metrics: { port: 'http' },
      resources: resourcesOf(size.web, '1Gi'),
      env: {
        HOME: '/tmp',
        PORT: port,
        ENV: environment.name,
        NODE_OPTIONS: '--require /opt/preload.cjs',
        npm_config_cache: '/tmp/.npm',
        npm_config_update_notifier: false,
        AUTHENTICATION_TYPE: 'keycloak',
        AUTHENTICATION_ALLOWED_TYPES: 'obsrv',
        KEYCLOAK_SERVER_URL: login.url,
        KEYCLOAK_INSIDE_URL: url(inside),
        KEYCLOAK_REALM: realm.name.value,
        KEYCLOAK_CLIENT_ID: clients.console.id.value,
        KEYCLOAK_PUBLIC_CLIENT: true,
        KEYCLOAK_SSL_REQUIRED: 'external',
        ...nobodyByOpenId,
        OAUTH_WEB_CONSOLE_URL: `${own().public.url}/console`,
        SESSION_SECRET: keyOf(secret('session'), 'key'),
        database_password: keyOf(secret(roles.webConsole.secret), 'password'),
        POSTGRES_CONNECTION_STRING: `postgres://${roles.webConsole.name}:$(database_password)@${server.host}:${server.port}/${databases.obsrv.name}`,
        OBS_API_URL: api,
        CONFIG_API_URL: api,
        SYSTEM_API_URL: url(of(commandApi).http),
        ...(environment.has('kube-prometheus-stack') && {
          PROMETHEUS_URL: url(of('kube-prometheus-stack').prometheus),
          GRAFANA_URL: of('kube-prometheus-stack').public.url,
        }),
        ...(environment.has('superset') && { SUPERSET_URL: of('superset').public.url }),
        STORAGE_TYPES: storageTypes(environment.has('lakehouse-connector')),
      },
      files: { 'preload.cjs': { path: '/opt/preload.cjs', text: preload } },
    };
  },
});
