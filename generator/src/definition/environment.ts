import type { App } from './app-reference.ts';
import { type CallSite, callSite } from './call-site.ts';
import type { StatedCloud } from './cloud.ts';
import type { AppName, EnvironmentName } from './names.ts';
import type { OutputTree } from './output.ts';
import type { environment } from './shape/environment-shape.ts';
import type { Input } from './shape/input.ts';
import type { SizeRow } from './size.ts';

type StatedEnvironment = Input<typeof environment>;

/** The cluster that an environment is deployed to. */
export type Destination = StatedEnvironment['destination'];

/** Part of an app's values for one environment. */
export interface Override {
  readonly app: string;
  readonly values: unknown;
}

/** Figures of an app's size for one environment. */
export interface Resizing {
  readonly app: string;
  readonly size: SizeRow;
}

/** What a person may write about an environment: its shape, with the names that the repository declares. */
export interface EnvironmentDefinition extends Omit<StatedEnvironment, 'promotesFrom' | 'cloud' | 'apps'> {
  /** The environment that promotions come from; none for the first. */
  readonly promotesFrom?: EnvironmentName;
  readonly cloud: StatedCloud;
  readonly apps?: {
    readonly exclude?: readonly AppName[];
    readonly override?: readonly Override[];
    readonly resize?: readonly Resizing[];
    /** Stateful apps whose data was given up on purpose; without their name here that is refused. */
    readonly retired?: readonly string[];
  };
}

/** An environment, as it was written. */
export interface Environment {
  readonly kind: 'environment';
  readonly definition: unknown;
  readonly site: CallSite | undefined;
}

/** Defines an environment. Checked when the repository is resolved. */
export function defineEnvironment(definition: EnvironmentDefinition): Environment {
  return { kind: 'environment', definition, site: callSite() };
}

type DeepPartial<T> = T extends readonly unknown[]
  ? T
  : T extends object
    ? { readonly [Key in keyof T]?: DeepPartial<T[Key]> }
    : T;

/** Values of an app for one environment: maps are merged key by key, anything else replaces. */
export function override<Values>(
  app: App<string, OutputTree, Values>,
  values: DeepPartial<NoInfer<Values>>,
): Override {
  return { app: app.name, values };
}

/** Figures of an app's size for one environment: those that are named replace what `sizes` of the app says. */
export function resize<Size extends SizeRow>(
  app: App<string, OutputTree, unknown, Size>,
  size: DeepPartial<NoInfer<Size>>,
): Resizing {
  return { app: app.name, size: size as SizeRow };
}
