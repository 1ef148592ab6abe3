import type { ResourceNames } from '../candidates/resource-names.ts';
import { listingOrder } from '../definition/listing-order.ts';
import { bucketPlaces } from '../model/cloud-names.ts';
import type { EnvironmentModel } from '../model/model.ts';
import type { Running, RunningApp } from '../running/running.ts';
import { yaml } from '../text/yaml.ts';
import type { File } from '../tree/files.ts';
import { paths } from '../tree/paths.ts';

/**
 * What runs, one line for each app: the diff of a promotion at a glance. It is also the record of where data lies, which
 * `generate` holds every change against.
 */
export function runningFile(
  running: Running | null,
  environment: EnvironmentModel,
  names: ResourceNames,
): File {
  const from = running?.from ?? environment.location.file;
  const apps = [...(running?.apps ?? [])].sort((a, b) => listingOrder(a.node, b.node));
  const root = `${environment.argocdNamespace}/${names.root(environment)}`;
  const buckets = bucketPlaces(environment.cloud, environment.objectStore !== null);
  const list = {
    ...(environment.sample && { sample: true }),
    ...(environment.formerly.length > 0 && { formerly: environment.formerly }),
    // What runs may be older than the definitions, and all of it is on one cluster.
    destination: apps[0]?.application.spec.destination.name ?? environment.destination.name,
    argocd: environment.argocd,
    root,
    ...(Object.keys(buckets).length > 0 && { buckets }),
    apps: Object.fromEntries(apps.map((app) => [app.node.name, entryOf(app, root)])),
  };
  return [`${paths.environment(environment)}/running.yaml`, yaml(list, from, ['buckets', 'apps.*'])];
}

/** Where an app lies is said of the stateful ones, and how its Application is called where that is not after the root. */
function entryOf({ node, application: { metadata }, commit }: RunningApp, root: string): unknown {
  const { name, keepsData, namespace, chart } = node;
  const application = `${metadata.namespace}/${metadata.name}`;
  return {
    keepsData,
    ...(keepsData && { namespace, chart: chart.name }),
    ...(keepsData && application !== `${root}-${name}` && { application }),
    ...(commit !== null && { commit }),
  };
}
