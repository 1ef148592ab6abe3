import { definePlatform } from '#generator';

/** The apps of this repository on the clouds that none of its own environments uses. */
export const platform = definePlatform({
  name: 'obsrv',
  labelDomain: 'obsrv.io',
  repository: 'https://git.example.org/data-platform/obsrv-gitops.git',
  branch: 'main',
  argocd: { main: { namespace: 'argocd' } },
  buckets: ['storage', 'checkpoints'],
  registryMirror: 'registry.example.org/mirror',
  imagePullSecrets: ['registry'],
  scraper: { namespace: 'monitoring', pods: { 'app.kubernetes.io/name': 'prometheus' } },
});
