import type { App } from './app.ts';
import { type CallSite, callSite } from './call-site.ts';
import type { Cloud } from './cloud.ts';
import type { Exposure } from './exposure.ts';
import type { AppName, EnvironmentName } from './names.ts';
import type { OutputTree } from './output.ts';

export const sizes = ['small', 'medium', 'large'] as const;
/** How much an environment is made for; apps choose replicas, resources and volumes by it. */
export type EnvironmentSize = (typeof sizes)[number];

/** The cluster that an environment is deployed to. */
export interface Destination {
  /** Name of the cluster in Argo CD; `in-cluster` is the one that Argo CD itself runs in. */
  readonly name: string;
  /** Minor version, quoted: `'1.34'`. Charts are rendered for it. */
  readonly kubernetesVersion: string;
}

/** Part of an app's values for one environment. */
export interface Override {
  readonly app: string;
  readonly values: unknown;
}

/** What a person may write about an environment. */
export interface EnvironmentDefinition {
  /** Name of its folder. */
  readonly name: string;
  /** One line: who it is for. Printed in PLAN.md. */
  readonly description: string;
  /** Shows what would run and deploys nothing, so that it can be removed again without a word. */
  readonly sample?: boolean;
  /** Key of the Argo CD instance in `platform.ts` that deploys it. */
  readonly argocd: string;
  /** The environment that promotions come from; none for the first. */
  readonly promotesFrom?: EnvironmentName;
  /**
   * How long a version of an app must have run where promotions come from, as in `30m`, `24h` or `7d`; by default, not
   * at all.
   */
  readonly soak?: string;
  /** Who is asked to review promotions to it: user names, and teams as `org/team`. */
  readonly reviewers?: readonly string[];
  /** How its promotions are merged by themselves once all checks pass; left out, a person merges. */
  readonly automerge?: 'merge' | 'squash' | 'rebase';
  readonly destination: Destination;
  readonly cloud: Cloud;
  /** Public domain; hosts are made below it. */
  readonly domain: string;
  readonly size: EnvironmentSize;
  /** How requests from outside reach apps with public hosts; `none` where nobody outside shall. */
  readonly exposure?: Exposure | 'none';
  /** What the cluster has without any app of this repository: used, and never touched. */
  readonly existing?: {
    /** A ClusterSecretStore of External Secrets that keeps the secrets. */
    readonly secretStore?: string;
    /** API groups whose CRDs are installed, as `monitoring.coreos.com`. */
    readonly kinds?: readonly string[];
  };
  /** In front of every name in the secret store, so that environments can share one. */
  readonly secretPrefix?: string;
  /** In front of every namespace, so that environments can share a cluster. */
  readonly namespacePrefix?: string;
  readonly apps?: {
    readonly exclude?: readonly AppName[];
    readonly override?: readonly Override[];
    /** Apps that kept data and are gone on purpose; without their name here that is refused. */
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
