import type { App } from './app-reference.ts';
import { callSite } from './call-site.ts';
import type { ChartReference } from './chart.ts';
import type { AppContext, ProvidesContext, RestoreContext } from './context.ts';
import type { AppName, CompanionValues, ImageName } from './names.ts';
import type { OutputTree, SecretStore } from './output.ts';
import type { SecretDeclaration } from './secret.ts';
import type { app } from './shape/app-shape.ts';
import type { Input } from './shape/input.ts';
import type { runbook } from './shape/runbook-shape.ts';
import type { EnvironmentSize, SizeRow } from './size.ts';

type StatedApp = Input<typeof app>;

/** Who may talk to the app's pods, and to whom they may talk, beyond what `dependsOn` and `uses` say. */
export type Network = NonNullable<StatedApp['network']>;

/** How what an app keeps is brought back. */
export type Runbook = Input<typeof runbook>;

/** A cluster-scoped kind that an app's chart creates. */
export type ClusterKind = NonNullable<StatedApp['clusterKinds']>[number];

/** Keys whose types depend on the names that the repository declares, or on each other. */
type InferredKey =
  | 'name'
  | 'chart'
  | 'images'
  | 'dependsOn'
  | 'uses'
  | 'secrets'
  | 'secretStore'
  | 'sizes'
  | 'provides'
  | 'values'
  | 'companion'
  | 'restore';

/** What a person may write about an app: its shape, where `Outputs` and `Values` are inferred. */
export interface AppDefinition<
  Name extends string,
  Images extends ImageName,
  Needs extends App,
  Uses extends AppName,
  Secrets extends string,
  Values,
  Outputs extends OutputTree,
  Size extends SizeRow,
> extends Omit<StatedApp, InferredKey> {
  /** Lower case, digits and dashes; unique in the repository. */
  readonly name: Name;
  readonly chart: ChartReference<Values>;
  /** Keys of `images.yaml` that the values name. */
  readonly images?: readonly Images[];
  /** Apps that must be healthy before this one starts. Imports, so that go-to-definition walks the graph. */
  readonly dependsOn?: readonly Needs[];
  /** Apps that it talks to at run time, in whatever order they come up. */
  readonly uses?: readonly Uses[];
  readonly secrets?: Readonly<Record<Secrets, SecretDeclaration>>;
  /** Where this environment's secrets are kept; exactly one app of an environment says so. */
  readonly secretStore?: SecretStore;
  /** What it is in an environment of each size; `values` and `provides` are given the row of theirs as `size`. */
  readonly sizes?: Readonly<Record<EnvironmentSize, Size>>;
  readonly provides?: (context: ProvidesContext<Secrets, NoInfer<Size>>) => Outputs;
  readonly values?: (
    context: AppContext<Images, Needs, Uses, Secrets, NoInfer<Outputs>, NoInfer<Size>>,
  ) => NoInfer<Values>;
  /** What a third-party chart cannot make itself: the values of the companion chart. */
  readonly companion?: (
    context: AppContext<Images, Needs, Uses, Secrets, NoInfer<Outputs>, NoInfer<Size>>,
  ) => CompanionValues;
  /** How what it keeps is brought back, with the environment's own names. Printed in RESTORE.md. */
  readonly restore?: (
    context: RestoreContext<Images, Needs, Uses, Secrets, NoInfer<Outputs>, NoInfer<Size>, NoInfer<Values>>,
  ) => Runbook;
}

/** Defines an app. Nothing is checked here, so that all problems of a repository can be reported at once. */
export function defineApp<
  const Name extends string,
  Values,
  const Images extends ImageName = never,
  const Needs extends App = never,
  const Uses extends AppName = never,
  const Secrets extends string = never,
  // biome-ignore lint/complexity/noBannedTypes: an app that provides nothing has no outputs to name
  const Outputs extends OutputTree = {},
  Size extends SizeRow = SizeRow,
>(
  definition: AppDefinition<Name, Images, Needs, Uses, Secrets, Values, Outputs, Size>,
): App<Name, Outputs, Values, Size> {
  return { kind: 'app', name: definition.name, definition, site: callSite() };
}
