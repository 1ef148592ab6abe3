import { definePlatform } from '#generator';

export const platform = definePlatform({
  name: 'demo',
  labelDomain: 'demo.example.org',
  repository: 'https://robot:token@git.example.org/demo.git',
  branch: 'refs/heads/main',
  argocd: { main: { namespace: 'argocd' } },
  buckets: ['files'],
  registryMirror: 'https://mirror.example.org/',
  freezes: [{ reason: 'Nobody is there.', from: '2027-01-02T00:00:00Z', until: '2026-12-24T00:00:00Z' }],
});
