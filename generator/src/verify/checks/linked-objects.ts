import type { EnvironmentModel } from '../../model/model.ts';
import { spellingHint } from '../../problem/nearest.ts';
import type { Cluster } from '../cluster.ts';
import { linksIn, type ObjectLink } from '../links.ts';
import { mapIn, mapsIn } from '../manifest.ts';
import { type Check, finding } from './check.ts';
import { type Scopes, scopesIn } from './scope.ts';

/** What is routed to, scaled, issued by or belongs to an object that is not there is never done, and nobody is told. */
export const linksAreMade: Check = (rendered, context) => {
  const cluster = context.clusters.get(rendered.environment);
  if (cluster === undefined) return [];
  const isGlobal = scopesIn(context.all);
  return rendered.manifests.flatMap((manifest) => {
    const faults = linksIn(manifest, manifest.namespace ?? rendered.app.namespace).flatMap((link) => {
      const what = faultOf(link, cluster, isGlobal);
      return what === null ? [] : [[what, link] as const];
    });
    return [...new Map(faults)].map(([what, link]) =>
      finding('missing-object', rendered, manifest, what, hintFor(link, cluster)),
    );
  });
};

function faultOf(link: ObjectLink, cluster: Cluster, isGlobal: Scopes): string | null {
  if (!cluster.isRendered(link.namespace) || isGiven(link, cluster.environment)) return null;
  if (link.kind === 'Service') return serviceFault(link, cluster);
  const found = cluster.objects.some(
    ({ manifest, namespace }) =>
      manifest.name === link.name &&
      isOfKind(manifest, link) &&
      (namespace === link.namespace || isGlobal(manifest)),
  );
  const isMade = cluster
    .madeIn(link.namespace)
    .some(({ kind, name }) => kind === link.kind && name === link.name);
  // What belongs to no namespace may be made by any app, also by one that could not be rendered.
  const mayBeElsewhere = !cluster.isComplete && (link.kind === 'KongPlugin' || isGlobal(link));
  return found || isMade || mayBeElsewhere
    ? null
    : `names the ${link.kind} "${link.name}", which nothing makes`;
}

/** Some kinds stand for each other: a plugin for one namespace or for all. */
const isOfKind = ({ kind, group }: { kind: string; group: string }, link: ObjectLink): boolean =>
  (kind === link.kind || (link.kind === 'KongPlugin' && kind === 'KongClusterPlugin')) &&
  (link.group === null || link.group === group);

function serviceFault(
  { name, namespace, port }: ObjectLink,
  { served, objects, isWhole }: Cluster,
): string | null {
  const found = served.get(`${name}.${namespace}`);
  if (found === undefined)
    return isWhole(namespace) ? `names the Service ${name}.${namespace}, which nothing makes` : null;
  if (port === null || found.ports === null) return null;
  const names = objects
    .filter(
      ({ manifest, namespace: of }) =>
        manifest.kind === 'Service' && manifest.name === name && of === namespace,
    )
    .flatMap(({ manifest }) => mapsIn(mapIn(manifest.object.spec).ports).map((one) => one.name));
  const has =
    typeof port === 'number'
      ? found.ports.includes(port)
      : names.includes(port) || found.owner.kind !== 'Service';
  return has
    ? null
    : `names the port ${String(port)} of the Service ${name}.${namespace}, which it does not have`;
}

/** What a cluster has before anything is applied: of Kubernetes itself, and as its environment says. */
function isGiven(
  { kind, group, name }: ObjectLink,
  { exposure, existing, cloud }: EnvironmentModel,
): boolean {
  if (kind === 'ClusterRole') return /^(admin|edit|view|cluster-admin|system:.*)$/.test(name);
  if (kind === 'PriorityClass') return name.startsWith('system-');
  if (kind === 'StorageClass') return name === cloud.storageClass;
  if (kind === 'ClusterSecretStore') return name === existing.secretStore;
  const { route } = exposure ?? {};
  const declared =
    route?.kind === 'gateway'
      ? [route.name, route.authentication?.name]
      : [route?.class, route?.tls && 'issuer' in route.tls ? route.tls.issuer : undefined];
  return declared.includes(name) || (group !== null && existing.kinds.includes(group));
}

function hintFor({ kind, name }: ObjectLink, { objects, served }: Cluster): string {
  const known =
    kind === 'Service'
      ? [...served.values()].map((one) => one.name)
      : objects.flatMap(({ manifest }) => (manifest.kind === kind ? [manifest.name] : []));
  // One of that name is there, and not where it is looked for.
  const close = known.includes(name) ? undefined : spellingHint(name, known);
  return close ?? 'let a chart make it, or correct the name';
}
