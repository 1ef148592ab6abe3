import { describe, expect, test } from 'vitest';
import { all, at, renderedSamplesOf } from '#testing';
import { dashboards, layers } from './dashboards/all.ts';
import { rendered } from './dashboards/render.ts';
import { grafanaConfigs } from './grafana-configs.ts';
import { loki } from './loki.ts';

describe.each((await renderedSamplesOf(grafanaConfigs)).map((sample) => [sample.name, sample] as const))(
  'on %s',
  (_, sample) => {
    const { manifests, environment } = sample;
    const configs = all(manifests, 'ConfigMap');
    const labelled = (label: string) =>
      configs.filter(({ object }) => at(object, `metadata.labels.${label}`) === '1');

    test('each dashboard is in a ConfigMap that the sidecar finds, and none is too large to be applied', () => {
      const found = labelled('grafana_dashboard').map(({ object }) =>
        Object.values(at(object, 'data') as object),
      );
      expect(found).toHaveLength(dashboards('').length);
      for (const [text] of found) expect(String(text).length).toBeLessThan(256 * 1024);
      const uids = found.map(([text]) => JSON.parse(String(text)).uid);
      expect(new Set(uids).size).toBe(uids.length);
    });

    test('logs are asked of Loki where it is, and no data source is there twice', () => {
      const [source, ...others] = labelled('grafana_datasource');
      expect(others).toEqual([]);
      const text = String(Object.values(at(source?.object ?? {}, 'data') as object)[0]);
      const http = environment.apps.find(({ name }) => name === loki.name)?.provides.http as never;
      expect(text).toContain(`http://${at(http, 'host')}:${at(http, 'port')}`);
      expect(text).toContain('"uid":"loki"');
    });

    test('every namespace with pods is on the dashboard of its layer', () => {
      for (const { layer, namespace, name } of environment.apps) {
        if (layer === 'crds') continue;
        expect(layers[layer].namespaces, `${name}: add ${namespace} to dashboards/all.ts`).toContain(
          namespace,
        );
      }
    });
  },
);

test('no panel lies on another, and each is within the page', () => {
  for (const dashboard of dashboards('')) {
    const taken = new Set<string>();
    for (const { gridPos } of rendered(dashboard).panels) {
      expect(gridPos.x + gridPos.w).toBeLessThanOrEqual(24);
      for (let x = gridPos.x; x < gridPos.x + gridPos.w; x++)
        for (let y = gridPos.y; y < gridPos.y + gridPos.h; y++) {
          expect(taken.has(`${x},${y}`), `${dashboard.uid} at ${x},${y}`).toBe(false);
          taken.add(`${x},${y}`);
        }
    }
  }
});
