import { defineApp, firstParty } from '#generator';
import type { Values } from '../../schemas/charts/gateway-tokens.gen.ts';
import { gateway } from '../gateway.ts';
import { externalSecrets } from '../operators/external-secrets.ts';
import { keycloak } from './keycloak.ts';
import { kong } from './kong.ts';

export const gatewayTokens = defineApp({
  name: 'gateway-tokens',
  description: 'Whose tokens the gateway takes: it learns the public key of the realm from the realm itself.',
  layer: 'apis',
  optional: true,
  // Where the gateway looks for what a consumer names.
  namespace: 'kong',
  seed: ['kong-ingress-routes'],
  chart: firstParty('gateway-tokens'),
  dependsOn: [externalSecrets, kong, keycloak],
  clusterKinds: [{ group: 'configuration.konghq.com', kind: 'KongClusterPlugin' }],
  sizes: {
    small: { requestsPerSecond: 100 },
    medium: { requestsPerSecond: 300 },
    large: { requestsPerSecond: 1000 },
  },
  values: ({ size, of }): Values => {
    const { realm, http } = of(keycloak);
    const { verifyAudience, limitRequests } = gateway.plugins;
    return {
      class: gateway.class,
      realm: {
        issuer: realm.issuer.value,
        audience: realm.audience.value,
        keys: `http://${http.host}:${http.port}${new URL(realm.jwks.value).pathname}`,
      },
      plugins: { verifyAudience, limitRequests },
      requestsPerSecond: size.requestsPerSecond,
    };
  },
});
