import type { Cloud } from '../definition/cloud.ts';
import type { Image } from '../definition/context.ts';
import type { Destination } from '../definition/environment.ts';
import type { BucketAccess, Output } from '../definition/output.ts';
import type { PlainObject } from '../definition/plain.ts';
import type { Release } from '../definition/release.ts';
import type { EnvironmentShape } from '../definition/shape/environment-shape.ts';
import type { ExposureShape } from '../definition/shape/exposure-shape.ts';
import type { PlatformShape } from '../definition/shape/platform-shape.ts';
import type { RunbookShape } from '../definition/shape/runbook-shape.ts';
import type { EnvironmentSize, PodSize } from '../definition/size.ts';
import type { SourceLocation } from '../problem/problem.ts';
import type { Chart, FirstPartyChart, UpstreamSchema, ValuesSchema } from './chart-model.ts';
import type { ConstantApp } from './definitions.ts';
import type { Pulling } from './image-reference.ts';
import type { Contract } from './read-contracts.ts';
import type { VersionedEntry } from './version-entry.ts';
import type { TextFile } from './written.ts';

/** A secret that an app reads: the Kubernetes Secret wanted in its namespace, and where each key comes from. */
export interface SecretUse {
  /** Name of the Kubernetes Secret. */
  readonly name: string;
  readonly type: string;
  readonly owner: string;
  /** Name in the store, with the environment's prefix. */
  readonly storeKey: string;
  /** Keys read from the store, each with how it comes to be there. */
  readonly keys: Readonly<Record<string, string>>;
  /** Keys that are no secret. */
  readonly text: Readonly<Record<string, string>>;
}

/** One side of a permitted connection. */
export interface Peer {
  readonly namespace: string;
  readonly pods: Readonly<Record<string, string>>;
  readonly ports: readonly number[];
}

/** Ports of pods by the app on the other side. */
export type PortsByApp = Readonly<Record<string, readonly number[]>>;

/** A port outside the cluster: what it is called, and what a policy knows of it. */
export interface Outside {
  /** A name, an address or a range of addresses; `*` where nobody can say. */
  readonly host: string;
  readonly cidrs: readonly string[];
  readonly port: number;
}

/** Who may connect to an app's pods, and to whom they may connect. */
export interface NetworkModel {
  /** Apps that it connects to. */
  readonly connects: PortsByApp;
  /** Apps that it lets in. */
  readonly admits: PortsByApp;
  readonly pods: Readonly<Record<string, string>>;
  readonly ingress: readonly Peer[];
  readonly egress: readonly Peer[];
  /** Ports open to whoever scrapes metrics. */
  readonly scraped: readonly number[];
  /** Ports open to everybody. */
  readonly open: readonly number[];
  /** What the app reaches outside the cluster. */
  readonly outside: readonly Outside[];
  readonly kubernetesApi: boolean;
}

/** A level of the Pod Security Standards, the strictest first. */
export type PodSecurityLevel = 'restricted' | 'baseline' | 'privileged';

/** One app in one environment; nothing optional is left. */
export interface AppModel extends ConstantApp {
  /** With the environment's prefix. */
  readonly namespace: string;
  readonly chart: Chart;
  readonly images: Readonly<Record<string, Image>>;
  readonly dependsOn: readonly string[];
  readonly uses: readonly string[];
  /** By path, as in `topics.ingest`. */
  readonly provides: Readonly<Record<string, Output>>;
  /** By app, then by path: what was read from it. */
  readonly consumes: Readonly<Record<string, Readonly<Record<string, Output>>>>;
  /** What its pods request, by what they are called in its sizes. */
  readonly requests: Readonly<Record<string, PodSize>>;
  /** What it does with buckets, by their purpose. */
  readonly buckets: Readonly<Record<string, BucketAccess>>;
  readonly secrets: readonly SecretUse[];
  /** Null where there is no chart to give values to. */
  readonly values: PlainObject | null;
  readonly companion: PlainObject | null;
  /** How what it keeps is brought back; null where its definition does not say. */
  readonly restore: RunbookShape | null;
  /** Namespaces that it writes into, its own first. */
  readonly namespaces: readonly string[];
  /** The level that its namespace enforces, and why where it is not the strictest. */
  readonly podSecurity: { readonly level: PodSecurityLevel; readonly reason: string | null };
  readonly network: NetworkModel;
}

/** One environment with its apps, sorted by name. */
export interface EnvironmentModel extends Pulling {
  readonly name: string;
  /** Names that it had before, the first one first. */
  readonly formerly: readonly string[];
  readonly description: string;
  readonly location: SourceLocation;
  /** Whether it only shows what would run. */
  readonly sample: boolean;
  readonly argocd: string;
  readonly argocdNamespace: string;
  readonly promotesFrom: string | null;
  readonly destination: Destination;
  readonly cloud: Cloud;
  /** The app that is its object store; null where it brings one. */
  readonly objectStore: string | null;
  readonly domain: string;
  readonly size: EnvironmentSize;
  readonly profile: EnvironmentShape['profile'];
  /** How requests get in from outside; null where none do. */
  readonly exposure: ExposureShape | null;
  /** Public hosts that are let through without a login in front, below the domain. */
  readonly unauthenticatedHosts: readonly string[];
  /** What the cluster has without any app of this repository: its secret store, and API groups of CRDs. */
  readonly existing: { readonly secretStore: string | null; readonly kinds: readonly string[] };
  /** In front of every name in the secret store. */
  readonly secretPrefix: string;
  /** Where it takes its apps from; null while it was never released. */
  readonly release: Release | null;
  /** Seconds that a version runs in the environment before it, before it comes here. */
  readonly soak: number;
  /** Who is asked to review promotions to it. */
  readonly reviewers: readonly string[];
  /** How promotions to it merge by themselves; null where a person merges. */
  readonly automerge: 'merge' | 'squash' | 'rebase' | null;
  readonly excluded: readonly string[];
  readonly retired: readonly string[];
  /** Where data was moved on purpose. */
  readonly moved: EnvironmentShape['moved'];
  readonly namespacePrefix: string;
  readonly apps: readonly AppModel[];
}

/** The whole repository, resolved. */
export interface Model {
  readonly platform: PlatformShape;
  readonly platformLocation: SourceLocation;
  readonly environments: readonly EnvironmentModel[];
  readonly imageNames: readonly string[];
  /** Entries of `images.yaml` and `charts/upstream.yaml`, with what each follows. */
  readonly versions: readonly VersionedEntry[];
  readonly appNames: readonly string[];
  readonly firstParty: readonly { readonly name: string; readonly schema: ValuesSchema | null }[];
  readonly upstream: readonly { readonly name: string; readonly schema: UpstreamSchema | null }[];
  /** Third-party charts whose values have a schema; their apps may be in no environment. */
  readonly chartsWithValues: readonly Chart[];
  /** The chart that makes what third-party charts cannot. */
  readonly companion: FirstPartyChart | null;
  /** What images ask of whoever runs them, by key in `images.yaml`. */
  readonly contracts: Readonly<Record<string, Contract>>;
  /** Health checks in Lua, by `<group>_<Kind>`. */
  readonly healthChecks: Readonly<Record<string, TextFile>>;
}
