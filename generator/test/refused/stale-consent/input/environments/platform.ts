import { definePlatform } from '#generator';

export const platform = definePlatform({
  name: 'demo',
  labelDomain: 'demo.example.org',
  repository: 'https://git.example.org/demo.git',
  branch: 'main',
  retired: ['prod', 'gone'],
  argocd: { main: { namespace: 'argocd' } },
  buckets: ['files'],
});
