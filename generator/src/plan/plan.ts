import type { ClusterKind } from '../definition/app.ts';
import type { Layer } from '../definition/layer.ts';
import type { Output } from '../definition/output.ts';
import type { AppModel, EnvironmentModel, PortsByApp } from '../model/model.ts';
import { type Place, waves } from './waves.ts';

/** The chart of an app, as one line of a plan. */
export interface PlannedChart {
  readonly kind: 'first-party' | 'repository' | 'oci' | 'git';
  readonly repository: string;
  readonly name: string;
  readonly version: string;
}

/** What an app may touch; AppProjects are made of it. */
export interface Permissions {
  readonly sources: readonly string[];
  readonly namespaces: readonly string[];
  readonly clusterKinds: readonly ClusterKind[];
}

/**
 * One app of an environment as plain data: `candidate/plan/<app>.yaml`. An environment that runs an app from an
 * older commit reads that commit's file, so it holds all that order, projects and checks are made of.
 */
export interface PlanNode {
  readonly name: string;
  readonly description: string;
  readonly layer: Layer;
  readonly wave: number;
  readonly namespace: string;
  readonly chart: PlannedChart;
  readonly images: Readonly<Record<string, string>>;
  readonly dependsOn: readonly string[];
  readonly uses: readonly string[];
  readonly provides: Readonly<Record<string, Output>>;
  readonly consumes: Readonly<Record<string, Readonly<Record<string, Output>>>>;
  /** Ports of other apps' pods that its network policy opens, and of its own that it opens to them. */
  readonly connects: PortsByApp;
  readonly admits: PortsByApp;
  /** What it reaches outside the cluster, as `db.example.org:5432`. */
  readonly outside: readonly string[];
  readonly seed: readonly string[];
  readonly keepsData: boolean;
  readonly patience: number;
  /** What it may do although `verify` refuses it to all others. */
  readonly exceptions: readonly PlannedException[];
  /** By name in the secret store: each key, and how it comes to be there. */
  readonly secrets: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly permissions: Permissions;
}

/** Something that an app is excused from, by the code of the problem. */
export interface PlannedException {
  readonly code: string;
  /** Every object of the app where it is left out. */
  readonly object?: string | undefined;
  readonly reason: string;
}

/** The plan of an environment: its apps in the order in which they come up, then by name. */
export interface Plan {
  readonly nodes: readonly PlanNode[];
  readonly places: ReadonlyMap<string, Place>;
}

/** Plans an environment. `repository` is the URL of this repository. */
export function planOf(environment: EnvironmentModel, repository: string): Plan {
  const places = waves(environment.apps);
  const nodes = environment.apps.map((app) => node(app, places.get(app.name)?.wave ?? 0, repository));
  return { nodes: nodes.sort((a, b) => a.wave - b.wave || (a.name < b.name ? -1 : 1)), places };
}

function node(app: AppModel, wave: number, repository: string): PlanNode {
  const chart = plannedChart(app, repository);
  return {
    name: app.name,
    description: app.description,
    layer: app.layer,
    wave,
    namespace: app.namespace,
    chart,
    images: Object.fromEntries(Object.entries(app.images).map(([name, image]) => [name, image.reference])),
    dependsOn: app.dependsOn,
    uses: app.uses,
    provides: app.provides,
    consumes: app.consumes,
    connects: app.network.connects,
    admits: app.network.admits,
    outside: app.network.outside.map(({ host, port }) => `${host}:${port}`),
    seed: app.seed,
    keepsData: app.keepsData,
    patience: app.patience,
    exceptions: exceptionsOf(app),
    secrets: Object.fromEntries(app.secrets.map(({ storeKey, keys }) => [storeKey, keys])),
    permissions: {
      sources: sourcesOf(app, repository),
      namespaces: app.namespaces,
      clusterKinds: [...app.clusterKinds].sort(byKind),
    },
  };
}

function exceptionsOf({ exceptions, podSecurity: { level, reason } }: AppModel): PlannedException[] {
  return [...exceptions, ...(reason === null ? [] : [{ code: 'pod-security', object: level, reason }])];
}

/** The chart's own repository, and this one where values or a companion come from it. */
function sourcesOf({ chart, values, companion }: AppModel, repository: string): string[] {
  if (chart.kind === 'first-party') return [repository];
  return [...new Set([chart.repository, ...((values ?? companion) ? [repository] : [])])].sort();
}

function plannedChart({ chart }: AppModel, repository: string): PlannedChart {
  const at = chart.kind === 'first-party' ? repository : chart.repository;
  return { kind: chart.kind, repository: at, name: chart.name, version: chart.version };
}

const byKind = (a: ClusterKind, b: ClusterKind): number =>
  `${a.kind} ${a.group}` < `${b.kind} ${b.group}` ? -1 : 1;
