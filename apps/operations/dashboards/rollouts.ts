import { type Dashboard, graph, mustBeZero } from './model.ts';

/** What Argo CD is doing. Its metrics are those of the cluster that it runs on. */
export const rollouts: Dashboard = {
  uid: 'rollouts',
  title: 'Rollouts',
  description: 'Whether what is in Git runs. Shown where the Prometheus is that scrapes Argo CD.',
  rows: [
    {
      title: 'Applications',
      panels: [
        mustBeZero(
          'Degraded',
          'count(argocd_app_info{health_status="Degraded"}) or vector(0)',
          'npm run status with --live says which object, and what waits behind it.',
        ),
        mustBeZero(
          'Waiting',
          'count(argocd_app_info{health_status=~"Missing|Unknown"}) or vector(0)',
          'Not made yet, or Argo CD cannot say.',
        ),
        mustBeZero(
          'Not as in Git',
          'count(argocd_app_info{sync_status!="Synced"}) or vector(0)',
          'A rollout under way, or something that cannot be applied.',
        ),
        mustBeZero(
          'Failed syncs of the last hour',
          'sum(increase(argocd_app_sync_total{phase=~"Error|Failed"}[1h])) or vector(0)',
          'The Application says why.',
        ),
        graph('Applications by health', 'short', [
          { query: 'count by (health_status) (argocd_app_info)', legend: '{{health_status}}' },
        ]),
        graph('Syncs by how they ended', 'short', [
          { query: 'sum by (phase) (increase(argocd_app_sync_total[10m]))', legend: '{{phase}}' },
        ]),
        graph('Unhealthy, by Application', 'short', [
          {
            query: 'max by (name, health_status) (argocd_app_info{health_status!="Healthy"})',
            legend: '{{name}} {{health_status}}',
          },
        ]),
        graph('Slowest tenth of comparisons', 's', [
          {
            query: 'histogram_quantile(0.9, sum by (le) (rate(argocd_app_reconcile_bucket[5m])))',
            legend: 'seconds',
          },
        ]),
      ],
    },
  ],
};
