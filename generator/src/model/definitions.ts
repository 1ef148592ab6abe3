import type { Release } from '../definition/release.ts';
import type { AppShape } from '../definition/shape/app-shape.ts';
import type { EnvironmentShape } from '../definition/shape/environment-shape.ts';
import type { ImagesShape } from '../definition/shape/images-shape.ts';
import type { PlatformShape } from '../definition/shape/platform-shape.ts';
import type { UpstreamShape } from '../definition/shape/upstream-shape.ts';
import type { SourceLocation } from '../problem/problem.ts';
import type { FirstPartyChart, UpstreamSchema, ValuesSchema } from './chart-model.ts';
import type { HealthChecks } from './health-checks.ts';
import type { Contract } from './read-contracts.ts';
import type { TextFile } from './written.ts';

/** An app whose shape holds. */
export interface CheckedApp extends Omit<AppShape, 'dependsOn'> {
  readonly location: SourceLocation;
  /** Names of the apps that it depends on. */
  readonly dependsOn: readonly string[];
}

/** Keys of an app that mean the same in every environment. */
export const constantKeys = [
  'name',
  'description',
  'layer',
  'seed',
  'location',
  'keepsData',
  'patience',
  'clusterKinds',
  'exceptions',
] as const satisfies readonly (keyof CheckedApp)[];

/** What an app is in every environment alike. */
export type ConstantApp = Pick<CheckedApp, (typeof constantKeys)[number]>;

/** An environment whose shape holds. */
export interface CheckedEnvironment extends EnvironmentShape {
  readonly folder: string;
  readonly location: SourceLocation;
  readonly release: Release | null;
}

/** A chart of ours that could be read. */
export interface CheckedChart {
  readonly chart: FirstPartyChart;
  readonly schema: ValuesSchema | null;
}

/** Everything that people wrote, each piece right by itself; whether the pieces fit together is checked next. */
export interface Definitions extends HealthChecks {
  readonly root: string;
  /** All code below `apps/` and `environments/`. */
  readonly code: readonly TextFile[];
  readonly platform: PlatformShape;
  readonly platformLocation: SourceLocation;
  readonly apps: readonly CheckedApp[];
  readonly environments: readonly CheckedEnvironment[];
  readonly images: ImagesShape['images'];
  readonly imagesFile: string;
  readonly upstream: UpstreamShape['charts'];
  readonly charts: Readonly<Record<string, CheckedChart>>;
  readonly upstreamSchemas: Readonly<Record<string, UpstreamSchema>>;
  readonly contracts: Readonly<Record<string, Contract>>;
}
