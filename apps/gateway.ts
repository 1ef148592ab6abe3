/** Names that the gateway, those who sign certificates, and who verifies tokens agree on. */
export const gateway = {
  class: 'kong',
  /** The ClusterIssuer of public hosts. */
  issuer: 'public-hosts',
  /** Plugins, by what they do; `konghq.com/plugins` of a route names them. */
  plugins: {
    verifyTokens: 'verify-tokens',
    verifyAudience: 'verify-audience',
    limitRequests: 'limit-requests',
    letThrough: 'let-through',
  },
} as const;

/** Annotations of a route that the gateway lets everybody through to; without them it asks for a token. */
export const letThrough = { 'konghq.com/plugins': gateway.plugins.letThrough };

const { verifyTokens, verifyAudience, limitRequests } = gateway.plugins;

/** Annotations of a route that asks for a token; signature and expiry are verified even without them. */
export const guarded = { 'konghq.com/plugins': [verifyTokens, verifyAudience, limitRequests].join() };
