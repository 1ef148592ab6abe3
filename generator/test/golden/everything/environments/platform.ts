import { definePlatform } from '#generator';

/** One of everything: what emitters can write is somewhere in this tree. */
export const platform = definePlatform({
  name: 'all',
  labelDomain: 'all.example.org',
  repository: 'https://git.example.org/all.git',
  branch: 'trunk',
  argocd: { central: { namespace: 'argocd' }, site: { namespace: 'gitops' } },
  buckets: ['files'],
  registryMirror: 'mirror.example.org/cache',
  imagePullSecrets: ['mirror'],
  scraper: { namespace: 'monitoring', pods: { app: 'prometheus' } },
});
