import { definePlatform } from '#generator';

export const platform = definePlatform({
  name: 'shop',
  labelDomain: 'shop.example.com',
  repository: 'https://git.example.com/shop/gitops.git',
  branch: 'main',
  buckets: ['invoices'],
  argocd: { main: { namespace: 'argocd' } },
  scraper: { namespace: 'monitoring', pods: { 'app.kubernetes.io/name': 'prometheus' } },
});
