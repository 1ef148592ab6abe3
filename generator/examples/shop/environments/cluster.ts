import type { Cloud, Exposure } from '#generator';

/** The company's own data center. */
export const cluster = (invoices: string): Cloud => ({
  kind: 'local',
  objectStore: { endpoint: 'https://objects.example.internal', region: 'main' },
  storageClass: 'replicated',
  buckets: { invoices },
});

/** Its ingress controller, with certificates of the company and a login for staff. */
export const exposure: Exposure = {
  route: {
    kind: 'ingress',
    class: 'nginx',
    tls: { issuer: 'company' },
    authentication: {
      'nginx.ingress.kubernetes.io/auth-url': 'https://login.example.com/oauth2/auth',
      'nginx.ingress.kubernetes.io/auth-signin': 'https://login.example.com/oauth2/start',
    },
  },
  caller: { namespace: 'ingress-nginx', pods: { 'app.kubernetes.io/name': 'ingress-nginx' } },
};
