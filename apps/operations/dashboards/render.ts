import type { Dashboard, Panel, Row } from './model.ts';

/** Grafana's grid: columns of a page, and how wide and high each kind of panel is in it. */
const columns = 24;
const extents = {
  graph: { w: 12, h: 8 },
  number: { w: 4, h: 4 },
  logs: { w: 24, h: 10 },
} as const;

/** The data sources that are there in every environment, by their uid. */
export const sources = { prometheus: 'prometheus', loki: 'loki' } as const;

const types = { graph: 'timeseries', number: 'stat', logs: 'logs' } as const;

/** A dashboard as Grafana reads it, of the classic schema that every version takes. */
export function rendered({ uid, title, description, rows }: Dashboard) {
  let [id, y] = [0, 0];
  const panels = rows.flatMap((row) => {
    const head = { ...rowHead(row), id: ++id, gridPos: { x: 0, y: y++, w: columns, h: 1 } };
    const { placed, end } = place(row.panels, y);
    y = end;
    return [head, ...placed.map((panel) => ({ ...panel, id: ++id }))];
  });
  return {
    uid,
    title,
    description,
    tags: ['obsrv'],
    schemaVersion: 39,
    editable: false,
    graphTooltip: 1,
    refresh: '1m',
    time: { from: 'now-6h', to: 'now' },
    links: [
      {
        title: 'All of the platform',
        type: 'dashboards' as const,
        tags: ['obsrv'],
        asDropdown: true,
        includeVars: false,
        keepTime: true,
        targetBlank: false,
        icon: 'external link',
        tooltip: '',
        url: '',
      },
    ],
    templating: { list: [] },
    annotations: { list: [] },
    panels,
  };
}

const rowHead = ({ title }: Row) => ({ type: 'row' as const, title, collapsed: false, panels: [] });

/** Panels from left to right, each line as high as the highest in it. */
function place(panels: readonly Panel[], from: number) {
  let [x, y, height] = [0, from, 0];
  const placed = panels.map((panel) => {
    const { w, h } = extents[panel.kind];
    if (x + w > columns) [x, y, height] = [0, y + height, 0];
    const gridPos = { x, y, w, h };
    [x, height] = [x + w, Math.max(height, h)];
    return { ...panelOf(panel), gridPos };
  });
  return { placed, end: y + height };
}

function panelOf(panel: Panel) {
  const { kind, title, description, queries } = panel;
  const datasource =
    kind === 'logs' ? { type: 'loki', uid: sources.loki } : { type: 'prometheus', uid: sources.prometheus };
  const instant = kind === 'number';
  return {
    type: types[kind],
    title,
    ...(description !== undefined && { description }),
    datasource,
    targets: queries.map(({ query, legend }, index) => ({
      refId: String.fromCharCode('A'.charCodeAt(0) + index),
      datasource,
      expr: query,
      ...(legend !== undefined && { legendFormat: legend }),
      ...(kind !== 'logs' && { instant, range: !instant }),
    })),
    ...(kind !== 'logs' && { fieldConfig: fieldsOf(panel) }),
    ...(kind === 'number' && {
      options: { reduceOptions: { calcs: ['lastNotNull'] }, colorMode: 'background' },
    }),
    ...(kind === 'logs' && { options: { showTime: true, wrapLogMessage: true, sortOrder: 'Descending' } }),
  };
}

function fieldsOf(panel: Exclude<Panel, { kind: 'logs' }>) {
  const bad = panel.kind === 'number' ? panel.bad : undefined;
  return {
    defaults: {
      unit: panel.unit === 'cores' ? 'short' : panel.unit,
      min: 0,
      ...(bad !== undefined && {
        thresholds: {
          mode: 'absolute' as const,
          steps: [
            { color: 'green', value: null },
            { color: 'red', value: bad },
          ],
        },
      }),
    },
    overrides: [],
  };
}
