import { defineApp, firstParty, generated, keyOf, opaque, setting, text } from '#generator';
import type { Values } from '../../schemas/charts/service.gen.ts';
import { resourcesOf } from '../pods.ts';
import { postgresql } from '../stores/postgresql.ts';
import { accountOf, addAccount, buildOptions, buildServer, home } from './keycloak-server.ts';

const port = 8080;
const management = 9000;
const realm = 'obsrv';

export const keycloak = defineApp({
  name: 'keycloak',
  description: 'Where users log in: one realm for the console, the dashboards and the APIs.',
  layer: 'apis',
  optional: true,
  namespace: 'keycloak',
  seed: ['keycloak'],
  chart: firstParty('service'),
  images: ['keycloak'],
  dependsOn: [postgresql],
  sizes: {
    small: { server: { replicas: 1, cpu: '100m', memory: '768Mi', heap: '320m' } },
    medium: { server: { replicas: 2, cpu: '500m', memory: '1536Mi', heap: '768m' } },
    large: { server: { replicas: 3, cpu: '1', memory: '2Gi', heap: '1g' } },
  },
  secrets: {
    admin: opaque({ username: text('admin'), password: generated() }),
    // Who keeps the realm as the platform says.
    setup: opaque({ clientSecret: generated(48) }),
    grafana: opaque({ clientSecret: generated(48) }),
    superset: opaque({ clientSecret: generated(48) }),
    automation: opaque({ clientSecret: generated(48) }),
  },
  network: { metrics: management },
  provides: ({ endpoint, host, secret }) => {
    const http = endpoint('keycloak', port);
    const address = host('auth', http, {
      // The realm of administrators, their console and the admin API stay inside.
      paths: [`/realms/${realm}`, '/resources'],
      unauthenticated: 'Users log in here.',
    });
    const inside = `http://${http.host}:${http.port}/realms/${realm}/protocol/openid-connect`;
    const issuer = `${address.url}/realms/${realm}`;
    const outside = `${issuer}/protocol/openid-connect`;
    const confidential = (id: 'grafana' | 'superset' | 'automation') => ({
      id: setting(id),
      secret: secret(id),
    });
    return {
      http,
      public: address,
      realm: {
        name: setting(realm),
        /** `iss` of every token: an address for browsers, whoever asks for the token. */
        issuer: setting(issuer),
        /** `aud` of a token that the gateway admits to the APIs. */
        audience: setting('obsrv-apis'),
        authorization: setting(`${outside}/auth`),
        logout: setting(`${outside}/logout`),
        /** For programs, inside the cluster. */
        jwks: setting(`${inside}/certs`),
        token: setting(`${inside}/token`),
        userinfo: setting(`${inside}/userinfo`),
      },
      clients: {
        console: { id: setting('console') },
        grafana: confidential('grafana'),
        superset: confidential('superset'),
        /** For programs and command lines outside, which call the APIs. */
        automation: confidential('automation'),
      },
      admin: secret('admin'),
      setup: secret('setup'),
    };
  },
  values: ({ size: { server }, image, of, own, secret }): Values => {
    const { server: postgres, databases, roles } = of(postgresql);
    const container = { image: image('keycloak').reference, resources: resourcesOf(server) };
    const setup = secret('setup');
    const java = { HOME: home, JAVA_OPTS_KC_HEAP: `-Xms${server.heap} -Xmx${server.heap}` };
    const database = {
      KC_DB_URL: `jdbc:postgresql://${postgres.host}:${postgres.port}/${databases.keycloak.name}?sslmode=require`,
      KC_DB_USERNAME: roles.keycloak.name,
      KC_DB_PASSWORD: keyOf(secret(roles.keycloak.secret), 'password'),
    };
    return {
      ...container,
      user: 1000,
      replicas: server.replicas,
      ports: { http: port, management },
      health: { path: '/health/ready', port: 'management', startSeconds: 300 },
      metrics: { port: 'management' },
      volumes: { server: { path: home, scratch: '512Mi' } },
      init: [
        buildServer(container),
        addAccount(container, {
          ...buildOptions,
          ...java,
          ...database,
          SETUP_CLIENT: accountOf(setup),
          SETUP_SECRET: keyOf(setup, 'clientSecret'),
        }),
      ],
      command: [`${home}/bin/kc.sh`],
      args: ['start', '--optimized'],
      env: {
        ...buildOptions,
        ...java,
        ...database,
        KC_HTTP_ENABLED: true,
        KC_HTTP_PORT: port,
        KC_HTTP_MANAGEMENT_PORT: management,
        // Browsers are told the public name; programs inside get the addresses that they asked at, and the same issuer.
        KC_HOSTNAME: own().public.url,
        KC_HOSTNAME_BACKCHANNEL_DYNAMIC: true,
        KC_PROXY_HEADERS: 'xforwarded',
        KC_LOG_LEVEL: 'info',
      },
    };
  },
  restore: ({ of }) => ({
    keeps: `Nothing by itself: users, sessions and realm are in the database \`${of(postgresql).databases.keycloak.name}\` of PostgreSQL. Clients and their secrets come from Git and the secret store.`,
  }),
});
