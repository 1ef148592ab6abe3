import type { UpgradePolicy } from '../definition/shape/upgrade-policy-shape.ts';
import type { ToolEntry } from './tool/tool-entry.ts';

interface VersionEntry {
  /** `images.yaml: kafka`, and so on: unique, and how reports name it. */
  readonly id: string;
  /** Key in its file. */
  readonly key: string;
  /** File that it stands in, from the root of the repository. */
  readonly file: string;
  /** The version that stands there: a tag, a version of a chart, what people call a commit. */
  readonly current: string;
  readonly policy: UpgradePolicy;
}

/** An entry of `images.yaml`. */
export interface ImageSubject extends VersionEntry {
  readonly kind: 'image';
  /** Registry and path. */
  readonly repository: string;
  /** Null where none was pinned yet. */
  readonly digest: string | null;
}

/** A chart of `charts/upstream.yaml`, of a repository over HTTP or of an OCI registry. */
export interface ChartSubject extends VersionEntry {
  readonly kind: 'chart';
  readonly place: 'repository' | 'oci';
  /** URL of an HTTP repository; registry and path of an OCI one. */
  readonly repository: string;
  readonly chart: string;
}

/** A folder of a git repository in `charts/upstream.yaml`. */
export interface GitSubject extends VersionEntry {
  readonly kind: 'git';
  /** URL. */
  readonly repository: string;
  /** Full commit id. */
  readonly revision: string;
}

/** A program of `generator/tools.json`. */
export interface ToolSubject extends VersionEntry {
  readonly kind: 'tool';
  readonly entry: ToolEntry;
}

/** One entry whose version is kept fresh. */
export type Subject = ImageSubject | ChartSubject | GitSubject | ToolSubject;
