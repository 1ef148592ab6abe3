import type { AlertGroup } from './alert.ts';

/** Whether anybody would hear of anything. */
export const monitoring: AlertGroup = {
  name: 'monitoring',
  team: 'platform',
  alerts: [
    {
      name: 'Watchdog',
      severity: 'info',
      expr: 'vector(1)',
      summary: 'Alerting works',
      description: 'It fires always. Whoever is told of it raises an alarm when it stops.',
      cases: { after: 1, fires: {} },
    },
    {
      name: 'TargetDown',
      severity: 'warning',
      expr: 'up == 0',
      for: '15m',
      summary: '{{ $labels.instance }} of {{ $labels.job }} answers no scrape',
      description: 'Its pod is not there or hangs, or a network policy keeps Prometheus out.',
      cases: {
        after: 20,
        fires: { 'up{job="j",instance="i",namespace="a"}': '0x30' },
        about: { job: 'j', instance: 'i', namespace: 'a' },
        silent: { 'up{job="j",instance="i",namespace="a"}': '0x10 1x20' },
      },
    },
    {
      name: 'RulesNotEvaluated',
      severity: 'critical',
      expr: 'increase(prometheus_rule_evaluation_failures_total[5m]) > 0',
      for: '10m',
      summary: 'Prometheus cannot evaluate {{ $labels.rule_group }}',
      description: 'What these rules watch is watched by nobody. The log of Prometheus says why.',
      cases: {
        after: 20,
        fires: { 'prometheus_rule_evaluation_failures_total{instance="i",rule_group="g"}': '0+1x40' },
        about: { instance: 'i', rule_group: 'g' },
        silent: { 'prometheus_rule_evaluation_failures_total{instance="i",rule_group="g"}': '1x40' },
      },
    },
    {
      name: 'ConfigurationNotRead',
      severity: 'warning',
      expr: 'prometheus_config_last_reload_successful == 0 or alertmanager_config_last_reload_successful == 0',
      for: '10m',
      summary: '{{ $labels.instance }} runs an old configuration',
      description: 'It could not read the newest: its log says what is wrong with it.',
      cases: {
        after: 15,
        fires: { 'alertmanager_config_last_reload_successful{instance="i"}': '0x30' },
        about: { instance: 'i' },
        silent: { 'prometheus_config_last_reload_successful{instance="i"}': '1x30' },
      },
    },
    {
      name: 'NotificationsFail',
      severity: 'critical',
      expr: 'sum by (integration) (increase(alertmanager_notifications_failed_total[15m])) > 0',
      for: '5m',
      summary: 'Alerts do not get out by {{ $labels.integration }}',
      description:
        'The secret of that receiver may be wrong, or the way there closed. Alertmanager logs the answer.',
      cases: {
        after: 20,
        fires: { 'alertmanager_notifications_failed_total{integration="slack",reason="other"}': '0+1x40' },
        about: { integration: 'slack' },
        silent: { 'alertmanager_notifications_failed_total{integration="slack",reason="other"}': '3x40' },
      },
    },
  ],
};

/** What every app needs before it can start. */
export const operators: AlertGroup = {
  name: 'operators',
  team: 'platform',
  alerts: [
    {
      name: 'CertificateExpires',
      severity: 'critical',
      expr: 'min by (namespace, name) (certmanager_certificate_expiration_timestamp_seconds) - time() < 7 * 24 * 3600',
      for: '1h',
      summary: 'The certificate {{ $labels.name }} expires within a week',
      description: 'It should have been renewed long ago: kubectl describe certificate says what keeps it.',
      cases: {
        after: 70,
        fires: {
          'certmanager_certificate_expiration_timestamp_seconds{namespace="a",name="c"}': '600000x100',
        },
        about: { namespace: 'a', name: 'c' },
        silent: {
          'certmanager_certificate_expiration_timestamp_seconds{namespace="a",name="c"}': '700000x100',
        },
      },
    },
    {
      name: 'CertificateNotReady',
      severity: 'warning',
      expr: 'max by (namespace, name) (certmanager_certificate_ready_status{condition="True"}) == 0',
      for: '30m',
      summary: 'The certificate {{ $labels.name }} is not issued',
      description: 'Its issuer refuses it, or cannot be reached: kubectl describe certificate.',
      cases: {
        after: 40,
        fires: { 'certmanager_certificate_ready_status{namespace="a",name="c",condition="True"}': '0x60' },
        about: { namespace: 'a', name: 'c' },
        silent: { 'certmanager_certificate_ready_status{namespace="a",name="c",condition="True"}': '1x60' },
      },
    },
    {
      name: 'SecretNotSynced',
      severity: 'warning',
      expr: 'max by (namespace, name) (externalsecret_status_condition{condition="Ready",status="False"}) == 1',
      for: '15m',
      summary: 'The secret {{ $labels.name }} does not come from the store',
      description:
        'It is not there, or the store cannot be read. PLAN.md lists what a person has to put there.',
      outranks: { alert: 'PodNotReady', by: ['namespace'] },
      cases: {
        after: 20,
        fires: {
          'externalsecret_status_condition{namespace="a",name="s",condition="Ready",status="False"}': '1x30',
        },
        about: { namespace: 'a', name: 's' },
        silent: {
          'externalsecret_status_condition{namespace="a",name="s",condition="Ready",status="False"}': '0x30',
        },
      },
    },
  ],
};

/** Rollouts, as Argo CD tells of them where its metrics are scraped: on its own cluster. */
export const rollouts = (environment: string): AlertGroup => {
  const root = `argocd_app_info{name=~"[a-z0-9]+-${environment}",operation="sync"}`;
  const child = `argocd_app_info{name=~"[a-z0-9]+-${environment}-.+",health_status!~"Healthy|Suspended"}`;
  const rootIs = (operation: string): string =>
    `argocd_app_info{namespace="argocd",project="p",name="p-${environment}",health_status="Progressing",operation="${operation}"}`;
  const of = (name: string, health: string): string =>
    `argocd_app_info{namespace="argocd",project="p",name="p-${environment}-${name}",health_status="${health}",operation=""}`;
  return {
    name: 'rollouts',
    team: 'platform',
    alerts: [
      {
        name: 'RootWaitsTooLong',
        severity: 'critical',
        expr: `max by (name, health_status) (${child}) and on () max(${root})`,
        for: '45m',
        summary: 'The rollout waits for {{ $labels.name }}, which is {{ $labels.health_status }}',
        description: `All later waves wait for it. npm run status -- ${environment} --live CONTEXT says which of its objects it is, and why.`,
        cases: {
          after: 60,
          fires: { [rootIs('sync')]: '1x80', [of('kafka', 'Degraded')]: '1x80' },
          about: { name: `p-${environment}-kafka`, health_status: 'Degraded' },
          silent: { [rootIs('')]: '1x80', [of('kafka', 'Degraded')]: '1x80' },
        },
      },
      {
        name: 'ApplicationUnhealthy',
        severity: 'warning',
        expr: `max by (name, health_status) (${child})`,
        for: '30m',
        summary: '{{ $labels.name }} is {{ $labels.health_status }}',
        description: 'Argo CD shows which of its objects.',
        cases: {
          after: 40,
          fires: { [of('kafka', 'Degraded')]: '1x60' },
          about: { name: `p-${environment}-kafka`, health_status: 'Degraded' },
          silent: { [of('kafka', 'Healthy')]: '1x60' },
        },
      },
      {
        name: 'ApplicationOutOfSync',
        severity: 'warning',
        expr: `max by (name) (argocd_app_info{name=~"[a-z0-9]+-${environment}(-.+)?",sync_status!="Synced"})`,
        for: '1h',
        summary: '{{ $labels.name }} is not what Git says',
        description: 'Its last sync failed, or somebody changes what self-heal puts back.',
        cases: {
          after: 80,
          fires: { [`argocd_app_info{name="p-${environment}-kafka",sync_status="OutOfSync"}`]: '1x100' },
          about: { name: `p-${environment}-kafka` },
          silent: { [`argocd_app_info{name="p-${environment}-kafka",sync_status="Synced"}`]: '1x100' },
        },
      },
    ],
  };
};
