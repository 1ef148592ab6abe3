import { applicationFilesIn } from '../edge/render/application-files.ts';
import { commitTrees } from '../edge/render/commit-trees.ts';
import type { EnvironmentModel, Model } from '../model/model.ts';
import type { NodeRoom } from '../prerequisites/prerequisite.ts';
import { roomFor } from '../prerequisites/room.ts';
import { manifestsOf } from '../verify/manifest.ts';
import { requestsIn } from '../verify/pod-requests.ts';
import type { Invocation } from './command.ts';
import { renderer } from './renderer.ts';

/** Renders an environment as it lies there, and adds up what its pods request. */
export async function nodeRoom(
  invocation: Invocation,
  model: Model,
  environment: EnvironmentModel,
  hasPods: (app: string) => boolean,
): Promise<NodeRoom | null> {
  const trees = commitTrees(invocation.root);
  try {
    const chosen = applicationFilesIn(invocation.root, environment.name).filter(({ app }) => hasPods(app));
    // Before the first generate there is nothing to render.
    if (chosen.length === 0) return null;
    const render = renderer(invocation, model, environment, trees);
    const apps = await render({ folder: invocation.root, chosen });
    const pods = apps.flatMap(({ text, namespace }) => requestsIn(manifestsOf(text), namespace));
    const lasting = pods.filter((pod) => pod.lasting);
    const without = apps.filter(({ unreachable }) => unreachable.length > 0).map(({ app }) => app);
    return roomFor(lasting, pods, without);
  } finally {
    trees.close();
  }
}
