import { hostname } from 'node:os';
import { definePlatform } from '#generator';

export const platform = definePlatform({
  name: 'demo',
  labelDomain: 'demo.example.org',
  repository: process.env.REPOSITORY ?? `https://${hostname()}/demo.git`,
  branch: 'main',
  argocd: { main: { namespace: 'argocd' } },
  buckets: ['files'],
});
