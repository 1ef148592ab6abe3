import { expect, test } from 'vitest';
import { run } from '#testing';
import { goProgram } from '../test/go.ts';
import { logqlReader, typeErrors } from '../test/grafana.ts';
import { series } from '../test/metrics.ts';
import { dashboards } from './dashboards/all.ts';
import { rendered } from './dashboards/render.ts';

interface Answer {
  readonly error?: string;
  readonly series: readonly { readonly metric: string; readonly labels: readonly string[] }[];
  readonly groups: readonly string[];
}

const queriesOf = (kind: (kind: string) => boolean): string[] =>
  dashboards('').flatMap(({ rows }) =>
    rows.flatMap(({ panels }) =>
      panels.flatMap((panel) => (kind(panel.kind) ? panel.queries.map(({ query }) => query) : [])),
    ),
  );
const ofPrometheus = queriesOf((kind) => kind !== 'logs');
const ofLoki = queriesOf((kind) => kind === 'logs');

const program = await goProgram('promql');
async function read(queries: readonly string[]): Promise<readonly Answer[]> {
  const ended = await run(program, [], { input: JSON.stringify(queries) });
  if (ended?.code !== 0) throw new Error(`the parser failed: ${ended?.stderr}`);
  return JSON.parse(ended.stdout) as Answer[];
}

/** What Prometheus adds to every series of a target that is a pod. */
const ofTarget = ['job', 'instance', 'namespace', 'pod', 'container', 'service', 'endpoint'];

/** What a query asks for that nothing exposes. */
const unknown = ({ series: asked, groups }: Answer): string[] => {
  const labels = asked.flatMap(({ metric }) => [...(series.get(metric) ?? []), ...ofTarget]);
  return [
    ...asked.flatMap(({ metric, labels: of }) => {
      const there = series.get(metric);
      if (there === undefined) return [metric];
      return of.filter((label) => !there.includes(label) && !ofTarget.includes(label));
    }),
    ...groups.filter((label) => !labels.includes(label)),
  ];
};

test("Prometheus' own parser reads every query, and each asks for what something exposes", async () => {
  const answers = await read(ofPrometheus);
  for (const [index, answer] of answers.entries()) {
    expect(answer.error, ofPrometheus[index]).toBeUndefined();
    expect(unknown(answer), ofPrometheus[index]).toEqual([]);
  }
});

test('a mistake, a metric that nobody has and a label that it lacks are found', async () => {
  const [mistake, metric, label, group] = await read([
    'sum(up',
    'rate(gone_total[5m])',
    'argocd_app_info{cluster="a"}',
    'sum by (topic) (argocd_app_info)',
  ]);
  expect(mistake?.error).toContain('unclosed');
  expect([metric, label, group].map((answer) => unknown(answer as Answer))).toEqual([
    ['gone_total'],
    ['cluster'],
    ['topic'],
  ]);
});

test("Grafana's own parser of LogQL reads every query for logs", async () => {
  const mistakes = await logqlReader();
  expect(ofLoki.length).toBeGreaterThan(0);
  for (const query of ofLoki) expect(mistakes(query), query).toEqual([]);
  expect(mistakes('{app="a"')).not.toEqual([]);
  expect(mistakes('{app="a"} | detected_level~"error"')).not.toEqual([]);
});

test('every dashboard is of the type that Grafana publishes', async () => {
  expect(await typeErrors(dashboards('').map(rendered))).toBe('');
  const [first] = dashboards('').map(rendered);
  expect(await typeErrors([{ ...first, panels: [{ type: 'stat', gridPos: { x: 'left' } }] }])).toContain(
    "'string' is not assignable to type 'number'",
  );
});
