import type { AppModel, EnvironmentModel } from '../model/model.ts';
import { pick } from '../model/pick.ts';
import { waves } from './waves.ts';

/** Keys of the model's app that are kept as they are. */
const kept = [
  'name',
  'description',
  'layer',
  'namespace',
  'namespaces',
  'dependsOn',
  'uses',
  'provides',
  'requests',
  'buckets',
  'seed',
  'keepsData',
  'restore',
  'patience',
] as const satisfies readonly (keyof AppModel)[];

/**
 * What is kept of an app in one environment: `candidate/plan/<app>.yaml`. An environment that runs an app from an older
 * commit reads that commit's file, so it holds all that the order, the projects, the checks and the pages are made of.
 */
export interface PlannedApp extends Pick<AppModel, (typeof kept)[number]> {
  readonly chart: Pick<AppModel['chart'], 'name' | 'version'>;
  /** References by name. */
  readonly images: Readonly<Record<string, string>>;
  /** By app: paths of the outputs that it reads. What they were is in that app's own file. */
  readonly consumes: Readonly<Record<string, readonly string[]>>;
  /** What it reaches outside the cluster, as `db.example.org:5432`. */
  readonly outside: readonly string[];
  readonly clusterKinds: AppModel['clusterKinds'];
  /** What it may do although `verify` refuses it to all others. */
  readonly exceptions: readonly PlannedException[];
  /** By name in the secret store: each key, and how it comes to be there. */
  readonly secrets: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** Something that an app is excused from, by the code of the problem. */
export interface PlannedException {
  readonly code: string;
  /** Every object of the app where it is left out. */
  readonly object?: string | undefined;
  readonly reason: string;
}

/** An app with its place in the order. */
export interface PlanNode extends PlannedApp {
  readonly wave: number;
}

/** The apps of an environment in the order in which they come up, then by name. */
export function planOf(environment: EnvironmentModel): PlanNode[] {
  return inOrder(environment.apps.map(plannedApp));
}

/** Apps that run together, each with the wave that it has among them. */
export function inOrder(apps: readonly PlannedApp[]): PlanNode[] {
  const byName = waves(apps);
  return apps
    .map((app) => ({ ...app, wave: byName.get(app.name) ?? 0 }))
    .sort((a, b) => a.wave - b.wave || (a.name < b.name ? -1 : 1));
}

function plannedApp(app: AppModel): PlannedApp {
  return {
    ...pick(app, kept),
    chart: pick(app.chart, ['name', 'version']),
    images: mapped(app.images, ({ reference }) => reference),
    consumes: mapped(app.consumes, (outputs) => Object.keys(outputs)),
    outside: app.network.outside.map(
      ({ host, port }) => `${host.includes(':') ? `[${host}]` : host}:${port}`,
    ),
    exceptions: exceptionsOf(app),
    secrets: Object.fromEntries(app.secrets.map(({ storeKey, keys }) => [storeKey, keys])),
    clusterKinds: [...app.clusterKinds].sort((a, b) => (kindKey(a) < kindKey(b) ? -1 : 1)),
  };
}

const mapped = <From, To>(
  record: Readonly<Record<string, From>>,
  change: (value: From) => To,
): Record<string, To> =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));

function exceptionsOf({ exceptions, podSecurity: { level, reason } }: AppModel): PlannedException[] {
  return [...exceptions, ...(reason === null ? [] : [{ code: 'pod-security', object: level, reason }])];
}

const kindKey = ({ kind, group }: { kind: string; group: string }): string => `${kind} ${group}`;
