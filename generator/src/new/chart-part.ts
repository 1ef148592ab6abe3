import type { Written } from '../model/written.ts';

/** What an app is made from: its own files, and what stands in the files that all apps share. */
export interface ChartPart {
  readonly files: Readonly<Record<string, string>>;
  /** Lines of an entry for `charts/upstream.yaml`, where it needs one. */
  readonly upstream: readonly string[] | null;
  /** What the definition says of chart, network and values. */
  readonly definition: string;
  /** The repository with the chart in it, for the check of the whole. */
  readonly written: (written: Written) => Written;
}
