import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';

/** What one exporter exposes, from `schemas/metrics/<exporter>.yaml`. */
export interface Exporter {
  /** Key of its image in `images.yaml`; null where another exposes it, as the kubelet does. */
  readonly image: string | null;
  /** The version that was looked at. */
  readonly version: string;
  /** Where its metrics are from: the program that was asked, or the source that was read. */
  readonly source: string;
  readonly metrics: Readonly<Record<string, Metric>>;
}

export interface Metric {
  readonly type: 'counter' | 'gauge' | 'histogram' | 'summary' | 'untyped' | 'info' | 'stateset';
  /** Names of its labels, without those that Prometheus adds to every series of a target. */
  readonly labels?: readonly string[];
}

const folder = new URL('../../schemas/metrics/', import.meta.url);

/** Every exporter of the inventory, by the name of its file. */
export const exporters: ReadonlyMap<string, Exporter> = new Map(
  readdirSync(folder).map((file) => [
    file.replace(/\.yaml$/, ''),
    parse(readFileSync(new URL(file, folder), 'utf8')) as Exporter,
  ]),
);

/** Every series that something exposes, with the names of its labels: a histogram is three. */
export const series: ReadonlyMap<string, readonly string[]> = new Map(
  [...exporters.values()].flatMap(({ metrics }) =>
    Object.entries(metrics).flatMap(([name, metric]) => seriesOf(name, metric)),
  ),
);

function seriesOf(name: string, { type, labels = [] }: Metric): [string, readonly string[]][] {
  const totals: [string, readonly string[]][] = [
    [`${name}_sum`, labels],
    [`${name}_count`, labels],
  ];
  if (type === 'histogram') return [...totals, [`${name}_bucket`, [...labels, 'le']]];
  if (type === 'summary') return [...totals, [name, [...labels, 'quantile']]];
  return [[name, labels]];
}
