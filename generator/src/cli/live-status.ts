import { labelDomainsOf } from '../candidates/own-labels.ts';
import { applicationsOf, objectsOf } from '../edge/live/ask-kubectl.ts';
import type { LiveApplication } from '../live/live-application.ts';
import { type Inspection, inspect, type LiveReport } from '../live/live-report.ts';
import { ownerOf } from '../live/pods-of-app.ts';
import { standingOf, type Unwell } from '../live/standing.ts';
import type { EnvironmentModel, Model } from '../model/model.ts';
import type { Repository } from '../repository.ts';
import { mapIn } from '../verify/manifest.ts';
import { stateOf } from './state-of.ts';

/** Contexts of kubectl. */
export interface Contexts {
  /** For the cluster that Argo CD runs in. */
  readonly argocd: string;
  /** For the cluster that the environment runs on; null where objects are not to be looked at. */
  readonly destination: string | null;
}

/** Asks an Argo CD, and the cluster of the environment, what holds its root, and why. */
export async function liveReportOf(
  environment: EnvironmentModel,
  model: Model,
  repository: Pick<Repository, 'pinned'>,
  contexts: Contexts,
): Promise<LiveReport> {
  const running = stateOf(environment, model, repository).running?.apps ?? [];
  const planned = running.map(({ node }) => node);
  const pinned = labelDomainsOf(running.map(({ application }) => application));
  const domains = [model.platform.labelDomain, ...pinned];
  const applications = await applicationsOf(environment, domains, contexts.argocd);
  const standing = standingOf(applications, planned);
  const inspections: Record<string, Inspection> = {};
  for (const unwell of [...standing.holding, ...standing.aside])
    inspections[unwell.app] = await inspected(unwell, applications, contexts);
  return { environment: environment.name, standing, inspections };
}

async function inspected(
  { app, objects }: Unwell,
  applications: readonly LiveApplication[],
  { destination }: Contexts,
): Promise<Inspection> {
  if (destination === null)
    return inspect(objects, [], ['its cluster is another one: --cluster CONTEXT looks there']);
  const shown = await objectsOf(objects, destination);
  const own = shown.objects.filter((object) => {
    const { namespace, name } = mapIn(object.metadata);
    return (
      object.kind !== 'Pod' ||
      ownerOf({ namespace: String(namespace), name: String(name) }, applications) === app
    );
  });
  return inspect(objects, own, shown.refusals);
}
