import type { PlainObject } from '../definition/plain.ts';
import type { Chart } from '../model/chart-model.ts';
import type { ChartSource } from '../upstream/chart-source.ts';

/** What `helm template` is asked. */
export interface RenderRequest {
  /** Folder or packed chart. */
  readonly chart: string;
  readonly release: string;
  readonly namespace: string;
  /** Path of the values file, or null for none. */
  readonly values: string | null;
  /** Minor version of Kubernetes. */
  readonly kubernetesVersion: string;
  /** `--set-string` pairs. */
  readonly set?: Readonly<Record<string, string>>;
}

/** Rendered text, or what the program said instead. */
export type Rendered =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly message: string };

/** Where a chart or a folder of manifests lies on this machine, or why it could not be had. */
export type Located = { readonly path: string } | { readonly why: string };

/** What kubeconform found wrong with one object. */
export interface SchemaFinding {
  /** The key under which its text was given. */
  readonly file: string;
  readonly kind: string;
  readonly apiVersion: string;
  readonly name: string;
  /** `no-schema`: the object was not checked, for its schema could not be had. */
  readonly status: 'invalid' | 'no-schema';
  readonly message: string;
}

/** A health check in Lua, and the object that it is to judge. */
export interface HealthRun {
  readonly script: string;
  readonly object: unknown;
}

/** What a health check returned, or why that is no verdict: what Lua said, `check:<line>:` before it. */
export type HealthAnswer = { readonly status: string; readonly message: string } | { readonly error: string };

/** The programs and places of the outside world that `verify` asks. `edge/` has the real ones. */
export interface Programs {
  render(request: RenderRequest): Promise<Rendered>;
  /** The manifests in a folder, for charts that are no Helm charts. */
  readFolder(folder: string, include: string | null): Promise<Rendered>;
  locate(chart: Chart): Promise<Located>;
  /** What the chart at a path is made of. */
  readChart(path: string): Promise<ChartSource>;
  /** The schema of a chart's values, from what the chart at a path says of itself. */
  deriveSchema(chart: Chart, path: string): Promise<PlainObject>;
  /** Checks texts of manifests, by name; returns what is wrong and how many objects each text holds. */
  validate(
    texts: ReadonlyMap<string, string>,
  ): Promise<{ findings: SchemaFinding[]; objects: ReadonlyMap<string, number> }>;
  /** Runs health checks in order; fewer answers than runs where the last of them did not come to its end. */
  judge(runs: readonly HealthRun[]): Promise<HealthAnswer[]>;
  /** Runs work on a bounded number of processors, keeping the order of the results. */
  inParallel<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]>;
}
