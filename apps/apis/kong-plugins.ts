import { gateway } from '../gateway.ts';
import { dropIdentity } from './kong-headers.ts';

/** Whom requests without a token count as, on routes that let everybody through. */
const anybody = 'anybody';

const marked = { 'kubernetes.io/ingress.class': gateway.class };

const plugin = (name: string, kind: string, config: object, everywhere = false) => ({
  apiVersion: 'configuration.konghq.com/v1',
  kind: 'KongClusterPlugin',
  metadata: { name, annotations: marked, ...(everywhere && { labels: { global: 'true' } }) },
  plugin: kind,
  config,
});

/** Tokens come in one way only, or one could be verified and another one read behind. */
const tokens = {
  key_claim_name: 'iss',
  claims_to_verify: ['exp'],
  header_names: ['authorization'],
  uri_param_names: [],
  cookie_names: [],
};

/** What the gateway does with requests, beside passing them on. */
export const kongPlugins = (namespace: string): Record<string, unknown>[] => [
  {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'IngressClass',
    metadata: { name: gateway.class },
    spec: { controller: 'ingress-controllers.konghq.com/kong' },
  },
  // For every route; one with a plugin of the same kind has that instead.
  plugin(gateway.plugins.verifyTokens, 'jwt', tokens, true),
  plugin(gateway.plugins.letThrough, 'jwt', { ...tokens, anonymous: anybody }),
  {
    apiVersion: 'configuration.konghq.com/v1',
    kind: 'KongConsumer',
    metadata: { name: anybody, namespace, annotations: marked },
    username: anybody,
  },
  plugin('drop-identity', 'pre-function', { access: [dropIdentity] }, true),
  plugin(
    'security-headers',
    'response-transformer',
    {
      add: {
        headers: [
          'Strict-Transport-Security:max-age=31536000; includeSubDomains',
          'X-Content-Type-Options:nosniff',
          'Referrer-Policy:strict-origin-when-cross-origin',
        ],
      },
    },
    true,
  ),
  plugin('metrics', 'prometheus', { status_code_metrics: true, latency_metrics: true }, true),
];
