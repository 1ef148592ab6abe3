import { definePlatform } from '#generator';

export const platform = definePlatform({
  name: 'demo',
  labelDomain: 'demo.example.org',
  repository: 'https://git.example.org/demo.git',
  branch: 'main',
  argocd: { main: { namespace: 'argocd' } },
  ownImages: ['docker.io/library/web'],
  buckets: ['files'],
});
