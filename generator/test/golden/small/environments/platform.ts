import { definePlatform } from '#generator';

export const platform = definePlatform({
  name: 'small',
  labelDomain: 'example.org',
  repository: 'https://git.example.org/small.git',
  branch: 'main',
  argocd: { main: { namespace: 'argocd' } },
  buckets: ['files'],
});
