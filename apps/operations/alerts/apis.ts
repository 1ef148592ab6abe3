import type { AlertGroup } from './alert.ts';

/** What users notice first: the way in, and what it leads to. */
export const gatewayOfUsers: AlertGroup = {
  name: 'kong',
  team: 'apis',
  app: 'kong',
  alerts: [
    {
      name: 'GatewayAnswersErrors',
      severity: 'critical',
      expr: 'sum by (namespace, service) (rate(kong_http_requests_total{code=~"5.."}[10m])) / sum by (namespace, service) (rate(kong_http_requests_total[10m])) > 0.05 and sum by (namespace, service) (rate(kong_http_requests_total[10m])) > 0.05',
      for: '5m',
      summary: 'More than 5 % of the requests for {{ $labels.service }} end in an error',
      description:
        'See its pods and their logs. With 502 to 504 the gateway does not reach them, or waits too long.',
      cases: {
        after: 25,
        fires: {
          'kong_http_requests_total{namespace="a",service="s",code="200"}': '0+90x40',
          'kong_http_requests_total{namespace="a",service="s",code="503"}': '0+10x40',
        },
        about: { namespace: 'a', service: 's' },
        // Half of what comes is wrong, but hardly anything comes.
        silent: {
          'kong_http_requests_total{namespace="a",service="s",code="200"}': '0+1x40',
          'kong_http_requests_total{namespace="a",service="s",code="503"}': '0+1x40',
        },
      },
    },
    {
      name: 'GatewayWaitsLong',
      severity: 'warning',
      // Until the answer begins: one that goes on for hours, as a page that is kept up to date, is none that is slow.
      expr: 'histogram_quantile(0.95, sum by (namespace, service, le) (rate(kong_upstream_latency_ms_bucket[10m]))) > 5000',
      for: '15m',
      summary: 'One in twenty requests for {{ $labels.service }} waits more than five seconds',
      description: 'See whether it lacks processors, and whether the stores that it asks are slow.',
      cases: {
        after: 30,
        fires: {
          'kong_upstream_latency_ms_bucket{namespace="a",service="s",le="5000"}': '0+90x40',
          'kong_upstream_latency_ms_bucket{namespace="a",service="s",le="10000"}': '0+100x40',
          'kong_upstream_latency_ms_bucket{namespace="a",service="s",le="+Inf"}': '0+100x40',
        },
        about: { namespace: 'a', service: 's' },
        silent: {
          'kong_upstream_latency_ms_bucket{namespace="a",service="s",le="5000"}': '0+96x40',
          'kong_upstream_latency_ms_bucket{namespace="a",service="s",le="10000"}': '0+100x40',
          'kong_upstream_latency_ms_bucket{namespace="a",service="s",le="+Inf"}': '0+100x40',
        },
      },
    },
    {
      name: 'GatewayNotConfigured',
      severity: 'critical',
      expr: 'sum by (namespace, pod) (increase(ingress_controller_configuration_push_count{success="false"}[5m])) > 0',
      for: '10m',
      summary: 'The gateway does not take its configuration on {{ $labels.pod }}',
      description:
        'It goes on with what it had, so no new route or plugin works. The log of the controller beside it says which object is wrong.',
      cases: {
        after: 20,
        fires: {
          'ingress_controller_configuration_push_count{namespace="a",pod="p",success="false"}': '0+5x40',
        },
        about: { namespace: 'a', pod: 'p' },
        silent: {
          'ingress_controller_configuration_push_count{namespace="a",pod="p",success="false"}': '0+5x5 25x35',
        },
      },
    },
  ],
};

export const datasets: AlertGroup = {
  name: 'dataset-api',
  team: 'apis',
  app: 'dataset-api',
  alerts: [
    {
      name: 'DatasetApiDown',
      severity: 'critical',
      expr: 'max by (namespace) (up{job="dataset-api"}) == 0 or absent(up{job="dataset-api",namespace="dataset-api"})',
      for: '5m',
      summary: 'No pod of the dataset API answers',
      description: 'Nobody can send events, ask for data or change a dataset. See its pods and their logs.',
      outranks: { alert: 'TargetDown', by: ['namespace'] },
      cases: {
        after: 10,
        fires: { 'up{job="dataset-api",namespace="dataset-api",pod="p"}': '0x20' },
        about: { namespace: 'dataset-api' },
        silent: {
          'up{job="dataset-api",namespace="dataset-api",pod="p"}': '0x20',
          'up{job="dataset-api",namespace="dataset-api",pod="q"}': '1x20',
        },
      },
    },
  ],
};
