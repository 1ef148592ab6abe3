import { rootFolder } from '../emit/root-chart.ts';
import type { EnvironmentModel, Model } from '../model/model.ts';
import { ExternalError } from '../problem/errors.ts';
import { paths } from '../tree/paths.ts';
import type { Programs, Rendered } from './programs.ts';
import type { Folders } from './rendered.ts';

/** Any commit: what the root's chart is rendered with here. */
const someCommit = '0'.repeat(40);

/** What Argo CD itself is given: the roots' charts as Argo CD renders them, their ApplicationSets, and the bootstrap. */
export async function argocdObjects(
  model: Model,
  environments: readonly EnvironmentModel[],
  folders: Folders,
  programs: Programs,
): Promise<[string, string][]> {
  const roots = await programs.inParallel(environments, async (environment): Promise<[string, string][]> => {
    const sets = await programs.readFolder(
      folders.chart(paths.environment(environment)),
      'applicationset.yaml',
    );
    const set = [`${environment.name}/(set)`, textOf(sets, 'the ApplicationSet')] as [string, string];
    if (environment.release === null) return [set];
    const chart = folders.chart(rootFolder(environment));
    const { argocdNamespace: namespace, destination, name } = environment;
    const { kubernetesVersion } = destination;
    const root = await programs.render({
      chart,
      release: name,
      namespace,
      values: null,
      kubernetesVersion,
      set: { revision: someCommit },
    });
    return [[`${name}/(root)`, textOf(root, chart)], set];
  });
  const bootstraps = await programs.inParallel(
    Object.keys(model.platform.argocd),
    async (instance): Promise<[string, string]> => {
      const folder = folders.chart(paths.bootstrap(instance));
      return [`(bootstrap)/${instance}`, textOf(await programs.readFolder(folder, null), folder)];
    },
  );
  return [...roots.flat(), ...bootstraps];
}

/** These are our own files: if they cannot be rendered, that is no mistake in a definition. */
function textOf(rendered: Rendered, what: string): string {
  if (rendered.ok) return rendered.text;
  throw new ExternalError('helm', `cannot render ${what}: ${rendered.message}`, 'run npm run generate first');
}
