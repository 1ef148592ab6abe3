import { defineApp, firstParty } from '#generator';
import type { Values } from '../../schemas/charts/grafana-configs.gen.ts';
import { dashboards } from './dashboards/all.ts';
import { rendered, sources } from './dashboards/render.ts';

const name = 'grafana-configs';

export const grafanaConfigs = defineApp({
  name,
  description: 'Dashboards of every layer, and where Grafana finds logs.',
  layer: 'operations',
  optional: true,
  namespace: name,
  seed: [name],
  chart: firstParty('grafana-configs'),
  uses: ['loki'],
  values: ({ of, namespace }): Values => {
    const prefix = namespace.slice(0, -name.length);
    const { host, port } = of('loki').http;
    return {
      folder: 'Obsrv',
      dashboards: Object.fromEntries(
        dashboards(prefix).map((dashboard) => [dashboard.uid, rendered(dashboard)]),
      ),
      // That of Prometheus comes with it.
      dataSources: {
        [sources.loki]: {
          name: 'Loki',
          type: 'loki',
          url: `http://${host}:${port}`,
          jsonData: { maxLines: 1000 },
        },
      },
    };
  },
});
