import type { ChartSetting } from '../upstream/setting-changes.ts';
import { type ChartChanges, settersOf } from './chart-changes.ts';

/** What became of a chart's settings, a line each; those that apps of ours set say so. */
export function changesText(chart: ChartChanges): string {
  const { from, to, changes } = chart;
  const versions = from === null ? `new at ${to}` : from === to ? to : `${from} → ${to}`;
  const lines = [
    ...changes.went.map((setting) => line('removed', setting.path, chart)),
    ...changes.moved.map(({ from: old, to: young }) =>
      line('moved', `${old.path} → ${young.path}`, chart, old.path),
    ),
    ...changes.changed.map(({ before, after }) =>
      line('changed', difference(before, after), chart, after.path),
    ),
    ...changes.came.map((setting) => line('added', described(setting), chart, setting.path)),
  ];
  const count =
    lines.length === 0
      ? from === null
        ? 'schema derived'
        : 'nothing changed'
      : `${lines.length} change${lines.length === 1 ? '' : 's'}`;
  return [`${chart.chart} ${versions}: ${count}`, ...lines].map((text) => `${text}\n`).join('');
}

function line(verb: string, what: string, chart: ChartChanges, path = what): string {
  const setters = settersOf(path, chart);
  const who = setters.length === 0 ? '' : `  (set by ${setters.join(', ')})`;
  return `  ${verb.padEnd(8)} ${what}${who}`;
}

const described = ({ path, type, default: usual }: ChartSetting): string =>
  `${path}: ${type}${usual === null ? '' : `, default ${usual}`}`;

function difference(before: ChartSetting, after: ChartSetting): string {
  if (before.type !== after.type) return `${after.path}: ${before.type} → ${after.type}`;
  if ([before, after].some(({ default: usual }) => usual?.startsWith('"sha256:')))
    return `${after.path}: another default`;
  return `${after.path}: default ${before.default ?? 'unset'} → ${after.default ?? 'unset'}`;
}
