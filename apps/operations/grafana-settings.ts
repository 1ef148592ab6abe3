import type { Host } from '#generator';
import { restrictedContainer, restrictedPod } from '../pods.ts';
import type { grafanaLogin } from './grafana-login.ts';

/** Grafana: one, with what people saved on a volume; dashboards and data sources come from labelled ConfigMaps. */
export const grafanaSettings = ({ host, url }: Host, login?: ReturnType<typeof grafanaLogin>) => ({
  defaultDashboardsEnabled: false,
  testFramework: { enabled: false },
  // Of the chart, it would read every Secret of the cluster.
  rbac: { create: false },
  // It has one volume, which no second pod can have at the same time.
  deploymentStrategy: { type: 'Recreate' as const },
  initChownData: { enabled: false },
  securityContext: restrictedPod(472),
  containerSecurityContext: restrictedContainer(),
  extraEmptyDirMounts: [{ name: 'tmp', mountPath: '/tmp' }],
  'grafana.ini': {
    server: { domain: host, root_url: url },
    security: { cookie_secure: url.startsWith('https:'), disable_gravatar: true },
    users: { allow_sign_up: false },
    analytics: { check_for_updates: false, check_for_plugin_updates: false, reporting_enabled: false },
    news: { news_feed_enabled: false },
    plugins: { preinstall_disabled: true },
    // Alerts are those of Prometheus; Grafana shows them.
    unified_alerting: { enabled: false },
    log: { mode: 'console' },
    ...login?.ini,
  },
  ...(login && { envValueFrom: login.env }),
});

/** The right to read ConfigMaps of all namespaces, for whatever dashboards an app brings. */
export function readsConfigMaps(name: string, namespace: string) {
  const apiVersion = 'rbac.authorization.k8s.io/v1';
  const metadata = { name: `${name}-dashboards` };
  return [
    {
      apiVersion,
      kind: 'ClusterRole',
      metadata,
      rules: [{ apiGroups: [''], resources: ['configmaps'], verbs: ['get', 'watch', 'list'] }],
    },
    {
      apiVersion,
      kind: 'ClusterRoleBinding',
      metadata,
      roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: metadata.name },
      subjects: [{ kind: 'ServiceAccount', name, namespace }],
    },
  ];
}
