import { definePlatform } from '#generator';

export const platform = definePlatform({
  name: 'obsrv',
  labelDomain: 'obsrv.io',
  repository: 'https://git.example.org/data-platform/obsrv-gitops.git',
  branch: 'main',
  argocd: {
    // Deploys dev, staging and prod in the cloud, each on a cluster of its own.
    main: { namespace: 'argocd' },
    // Runs on-premises, on the cluster of the platform itself.
    local: { namespace: 'argocd' },
  },
  ownImages: ['docker.io/sanketikahub/'],
  buckets: ['storage', 'checkpoints', 'backups', 'lakehouse', 'logs'],
  // The generator is developed here. In a fork, what it is proven with comes with `npm run update`.
  upgrades: { programs: true },
  scraper: { namespace: 'monitoring', pods: { 'app.kubernetes.io/name': 'prometheus' } },
});
