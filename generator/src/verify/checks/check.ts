import type { PlatformShape } from '../../definition/shape/platform-shape.ts';
import type { EnvironmentModel } from '../../model/model.ts';
import type { Contract } from '../../model/read-contracts.ts';
import type { TextFile } from '../../model/written.ts';
import type { ProblemCode } from '../../problem/codes.ts';
import type { Cluster } from '../cluster.ts';
import type { Manifest } from '../manifest.ts';
import type { RenderedApp } from '../rendered.ts';

/** Something about a rendered app that would go wrong in a cluster. */
export interface Finding {
  readonly code: ProblemCode;
  readonly rendered: RenderedApp;
  /** The object that it is about; null where it is about the app as a whole. */
  readonly manifest: Manifest | null;
  /** The container of the object that it is about, where it is about one. */
  readonly container?: string;
  readonly message: string;
  /** What to do about it. */
  readonly hint?: string;
}

/** What a check may know beyond the app that it looks at. */
export interface CheckContext {
  /** Every app that was rendered, of all environments. */
  readonly all: readonly RenderedApp[];
  /** The same, as it lies together in the cluster of each environment. */
  readonly clusters: ReadonlyMap<EnvironmentModel, Cluster>;
  readonly platform: PlatformShape;
  /** What images ask of whoever runs them, by key in `images.yaml`. */
  readonly contracts: Readonly<Record<string, Contract>>;
  /** Health checks that Argo CD is given, by `<group>_<Kind>`. */
  readonly healthChecks: Readonly<Record<string, TextFile>>;
}

/** A look at one app as it is rendered. */
export type Check = (rendered: RenderedApp, context: CheckContext) => Finding[];

export function finding(
  code: ProblemCode,
  rendered: RenderedApp,
  manifest: Manifest | null,
  message: string,
  hint?: string,
): Finding {
  return { code, rendered, manifest, message, ...(hint !== undefined && { hint }) };
}
