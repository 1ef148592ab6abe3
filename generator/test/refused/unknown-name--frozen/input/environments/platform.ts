import { definePlatform } from '#generator';

export const platform = definePlatform({
  name: 'demo',
  labelDomain: 'demo.example.org',
  repository: 'https://git.example.org/demo.git',
  branch: 'main',
  freezes: [{ reason: 'end of year', from: '2026-12-20T00:00:00Z', until: '2027-01-02T00:00:00Z', environments: ['prdo'] }],
  argocd: { main: { namespace: 'argocd' } },
  buckets: ['files'],
});
