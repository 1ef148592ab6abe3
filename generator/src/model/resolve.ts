import { listingOrder } from '../definition/listing-order.ts';
import { entryOf } from '../problem/entry-of.ts';
import { failure, gathering, type Result, shownIn, success } from '../problem/problem.ts';
import { kindsOf } from './api-groups.ts';
import { chartsWithValues } from './chart-of.ts';
import { checkComposedNames } from './check-composed-names.ts';
import { checkConsents } from './check-consents.ts';
import { checkContracts } from './check-contracts.ts';
import { checkEnvironments, excludedFrom } from './check-environments.ts';
import { checkFollows } from './check-follows.ts';
import { checkGraph } from './check-graph.ts';
import { checkExposure, checkHosts } from './check-hosts.ts';
import { checkNames } from './check-names.ts';
import { checkPrograms } from './check-programs.ts';
import { checkSecretVersions } from './check-secret-versions.ts';
import { checkShapes } from './check-shapes.ts';
import { checkSizes } from './check-sizes.ts';
import type { CheckedEnvironment, Definitions } from './definitions.ts';
import { checkGateways } from './gateway.ts';
import type { EnvironmentModel, Model } from './model.ts';
import { checkObjectStores } from './object-store.ts';
import { companionChart } from './read-charts.ts';
import { resolveApps } from './resolve-apps.ts';
import { scopeOf } from './resolve-environment.ts';
import { checkUpstreamSchemas } from './upstream-schemas.ts';
import { versionedEntries } from './version-entry.ts';
import { placesIn, withLines } from './with-lines.ts';
import { guarded } from './world-guard.ts';
import type { TextFile, Written } from './written.ts';

/**
 * Everything that people wrote, resolved for every environment: complete, typed, nothing optional left.
 * Each of the three stages (shapes, names and graph, values) reports all of its problems.
 */
export const resolve = (written: Written): Result<Model> => guarded(written.guard, () => resolved(written));

function resolved(written: Written): Result<Model> {
  const checked = checkShapes(written);
  if (!checked.ok) return checked;
  const definitions = checked.value;
  const entries = versionedEntries(definitions.images, definitions.upstream);
  const wrong = [
    ...checkNames(definitions),
    ...checkGraph(definitions),
    ...checkEnvironments(definitions),
    ...checkSizes(definitions),
    ...checkObjectStores(definitions),
    ...checkGateways(definitions),
    ...checkComposedNames(definitions),
    ...checkSecretVersions(definitions),
    ...checkConsents(definitions),
    ...checkUpstreamSchemas(definitions.upstreamSchemas, definitions.upstream),
    ...checkContracts(definitions),
    ...checkFollows(entries),
    ...checkPrograms(entries),
  ];
  if (wrong.length > 0) return failure(withLines(wrong, [written.images, written.upstream]));
  const { take, result, problems } = gathering();
  const environments = [...definitions.environments]
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((environment) => take(resolveEnvironment(definitions, environment)) ?? []);
  problems.push(...checkHosts(environments, definitions.apps));
  return result(modelOf(definitions, environments, [written.images, written.upstream]));
}

function resolveEnvironment(
  definitions: Definitions,
  environment: CheckedEnvironment,
): Result<EnvironmentModel> {
  const scope = scopeOf(definitions, environment);
  const apps = resolveApps(scope);
  const problems = [...scope.problems, ...(apps.ok ? [] : apps.problems)];
  if (!apps.ok || problems.length > 0)
    return failure(problems.map((found) => shownIn(environment.name, found)));
  const resolved: EnvironmentModel = {
    name: environment.name,
    formerly: environment.formerly,
    description: environment.description,
    location: environment.location,
    sample: environment.sample,
    argocd: environment.argocd,
    argocdNamespace: entryOf(definitions.platform.argocd, environment.argocd)?.namespace ?? 'argocd',
    promotesFrom: environment.promotesFrom ?? null,
    destination: environment.destination,
    cloud: scope.context.cloud,
    objectStore: scope.objectStore?.app.name ?? null,
    domain: environment.domain,
    size: environment.size,
    profile: environment.profile,
    exposure: scope.exposure,
    unauthenticatedHosts: environment.unauthenticatedHosts,
    ...scope.pulling,
    secretPrefix: environment.secretPrefix,
    existing: {
      secretStore: environment.existing.secretStore ?? null,
      kinds: environment.existing.kinds,
    },
    release: environment.release,
    soak: environment.soak,
    reviewers: environment.reviewers,
    automerge: environment.automerge,
    excluded: [...excludedFrom(environment, definitions.apps).keys()].sort(),
    retired: [...environment.apps.retired].sort(),
    moved: environment.moved,
    namespacePrefix: environment.namespacePrefix,
    apps: apps.value,
  };
  // Who wants the least wants no way in either, where that is an app that the platform can do without.
  const closed =
    environment.profile === 'minimal' &&
    definitions.apps.some(({ gateway, optional }) => gateway !== undefined && optional);
  const said = environment.exposure !== undefined || scope.gateway !== null || closed;
  const unexposed = checkExposure(resolved, said);
  return unexposed.length > 0 ? failure(unexposed) : success(resolved);
}

function modelOf(
  definitions: Definitions,
  environments: readonly EnvironmentModel[],
  versionTexts: readonly TextFile[],
): Model {
  const place = placesIn(versionTexts);
  const charts = Object.values(definitions.charts);
  return {
    platform: definitions.platform,
    platformLocation: definitions.platformLocation,
    environments,
    imageNames: Object.keys(definitions.images).sort(),
    versions: versionedEntries(definitions.images, definitions.upstream).map((entry) => ({
      ...entry,
      location: place(entry.location),
    })),
    appNames: [...definitions.apps].sort(listingOrder).map((app) => app.name),
    firstParty: charts.map(({ chart, schema }) => ({ name: chart.name, schema })),
    upstream: Object.keys(definitions.upstream)
      .sort()
      .map((name) => ({ name, schema: entryOf(definitions.upstreamSchemas, name) ?? null })),
    chartsWithValues: chartsWithValues(definitions),
    companion: definitions.charts[companionChart]?.chart ?? null,
    contracts: definitions.contracts,
    healthChecks: healthChecksOf(definitions, environments),
  };
}

/**
 * Of the generator's checks, those of kinds that some environment has, and of definitions where it has any; the platform's
 * own come before them.
 */
function healthChecksOf(
  { healthChecks, commonHealthChecks }: Definitions,
  environments: readonly EnvironmentModel[],
): Record<string, TextFile> {
  const groups = new Set(environments.flatMap(kindsOf));
  if (groups.size > 0) groups.add('apiextensions.k8s.io');
  const common = Object.entries(commonHealthChecks).filter(([kind]) => groups.has(kind.replace(/_.*$/, '')));
  return { ...Object.fromEntries(common), ...healthChecks };
}
