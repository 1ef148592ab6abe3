import { type CallSite, callSite } from './call-site.ts';
import type { ChartReference } from './chart.ts';
import type { AppContext, ProvidesContext } from './context.ts';
import type { Exception } from './exception.ts';
import type { Layer } from './layer.ts';
import type { AppName, CompanionValues, ImageName } from './names.ts';
import type { OutputTree, SecretStore } from './output.ts';
import type { SecretDeclaration } from './secret.ts';

/** A cluster-scoped kind that an app's chart creates. */
export interface ClusterKind {
  /** Empty for the core group. */
  readonly group: string;
  readonly kind: string;
}

/** Who may talk to the app's pods, and to whom they may talk, beyond what `dependsOn` and `uses` say. */
export interface Network {
  /** Labels of the app's pods; the app's own name label where it is left out. */
  readonly pods?: Readonly<Record<string, string>>;
  /** Calls the Kubernetes API. */
  readonly kubernetesApi?: boolean;
  /** Calls services outside the cluster over HTTPS whose names nobody can list, as cloud APIs are. */
  readonly internet?: boolean;
  /** Calls these outside the cluster. A policy knows addresses only: by name, it opens the port to every address. */
  readonly outside?: readonly {
    /** A name, an address, or a range of addresses (`10.1.0.0/16`). */
    readonly host: string;
    readonly port: number;
  }[];
  /** Ports that callers nobody can name may reach, as the API server calls a webhook; each with the reason. */
  readonly open?: readonly { readonly port: number; readonly reason: string }[];
  /** Port of the pods that answers Prometheus. */
  readonly metrics?: number;
}

/** What a person may write about an app. `Outputs` and `Values` are inferred. */
export interface AppDefinition<
  Name extends string,
  Images extends ImageName,
  Needs extends App,
  Uses extends AppName,
  Secrets extends string,
  Values,
  Outputs extends OutputTree,
> {
  /** Lower case, digits and dashes; unique in the repository. */
  readonly name: Name;
  /** One line: what it does for the platform. Printed in PLAN.md. */
  readonly description: string;
  readonly layer: Layer;
  readonly namespace: string;
  /** The systems of the platform's overview that this app stands for. */
  readonly seed?: readonly string[];
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
  /** Deleting its Application must not delete what it holds. */
  readonly keepsData?: boolean;
  /** The longest honest start, in seconds; after that the app counts as stuck. */
  readonly patience?: number;
  /** Cluster-scoped kinds that its chart creates. */
  readonly clusterKinds?: readonly ClusterKind[];
  /** Further namespaces that its chart writes into. */
  readonly extraNamespaces?: readonly string[];
  /**
   * The level of the Pod Security Standards that its namespace enforces, where it cannot be `restricted`, and why not.
   * Printed in PLAN.md.
   */
  readonly podSecurity?: { readonly level: 'baseline' | 'privileged'; readonly reason: string };
  readonly network?: Network;
  /** Where it is right for this app to do what `verify` refuses to all others. One that excuses nothing is refused. */
  readonly exceptions?: readonly Exception[];
  readonly provides?: (context: ProvidesContext<Secrets>) => Outputs;
  readonly values?: (context: AppContext<Images, Needs, Uses, Secrets, NoInfer<Outputs>>) => NoInfer<Values>;
  /** What a third-party chart cannot make itself: the values of the companion chart. */
  readonly companion?: (
    context: AppContext<Images, Needs, Uses, Secrets, NoInfer<Outputs>>,
  ) => CompanionValues;
}

/** An app, as other definitions refer to it. */
export interface App<
  Name extends string = string,
  Outputs extends OutputTree = OutputTree,
  Values = unknown,
> {
  readonly kind: 'app';
  readonly name: Name;
  /** As it was written; its shape is checked when the repository is resolved. */
  readonly definition: unknown;
  readonly site: CallSite | undefined;
  /** For the compiler only. */
  readonly outputs?: Outputs;
  /** For the compiler only. */
  readonly values?: Values;
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
>(
  definition: AppDefinition<Name, Images, Needs, Uses, Secrets, Values, Outputs>,
): App<Name, Outputs, Values> {
  return { kind: 'app', name: definition.name, definition, site: callSite() };
}
