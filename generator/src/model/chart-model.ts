import type { PlainObject } from '../definition/plain.ts';

/** A chart of this repository. */
export interface FirstPartyChart {
  readonly kind: 'first-party';
  readonly name: string;
  readonly version: string;
  /** Folder in this repository. */
  readonly path: string;
  /** The folder and those of all charts of ours that it depends on: a change anywhere else leaves it alone. */
  readonly closure: readonly string[];
  /** Whether it takes the block that the generator computes: it depends on the library chart `platform`. */
  readonly takesPlatform: boolean;
}

/** A chart of a Helm repository over HTTP, or of an OCI registry. */
export interface RemoteChart {
  readonly kind: 'repository' | 'oci';
  /** Key in `charts/upstream.yaml`. */
  readonly name: string;
  readonly repository: string;
  readonly chart: string;
  readonly version: string;
}

/** A folder of a third-party git repository at one commit. */
export interface GitChart {
  readonly kind: 'git';
  readonly name: string;
  readonly repository: string;
  readonly revision: string;
  readonly version: string;
  readonly path: string;
  readonly type: 'helm' | 'kustomize' | 'directory';
  readonly include: string | null;
}

export type Chart = FirstPartyChart | RemoteChart | GitChart;

/** A values schema, for the compiler of types and for those who check values. */
export interface ValuesSchema {
  readonly chart: string;
  readonly file: string;
  readonly schema: PlainObject;
}

/** The values schema of a third-party chart: what was derived from the chart, and what people added to that. */
export interface UpstreamSchema extends ValuesSchema {
  readonly derived: PlainObject;
}
