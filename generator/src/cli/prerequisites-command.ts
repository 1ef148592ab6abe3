import { diskRepository } from '../edge/disk-repository.ts';
import { shellLibrary } from '../edge/shell-library.ts';
import { environmentNamed } from '../model/environment-named.ts';
import type { Model } from '../model/model.ts';
import type { NodeRoom } from '../prerequisites/prerequisite.ts';
import { prerequisitesOf } from '../prerequisites/prerequisites.ts';
import { prerequisitesScript } from '../prerequisites/prerequisites-script.ts';
import { ExternalError, UsageError } from '../problem/errors.ts';
import { modelIn } from '../repository.ts';
import { type EnvironmentState, shownPlan } from '../running/state.ts';
import type { Invocation, Report } from './command.ts';
import { nodeRoom } from './node-room.ts';
import { stateOf } from './state-of.ts';

/** `prerequisites`: writes the script that looks what of them is there; it runs nothing itself. */
export async function prerequisitesCommand(invocation: Invocation): Promise<Report> {
  const { root, options, arguments: words, format } = invocation;
  const [name] = words;
  if (name === undefined)
    throw new UsageError('which environment? npm run --silent prerequisites -- ENVIRONMENT');
  const repository = diskRepository(root);
  const model = await modelIn(repository);
  const environment = environmentNamed(name, model);
  const state = stateOf(environment, model, repository);
  const room = options['no-render'] === true ? null : await roomOf(invocation, model, state);
  const prerequisites = prerequisitesOf(state, model).map((need) =>
    need.kind === 'nodes' ? { ...need, room: room ?? need.room } : need,
  );
  if (format === 'json') {
    const json = { version: 1, environment: name, prerequisites };
    return { text: `${JSON.stringify(json, null, 2)}\n`, exitCode: 0 };
  }
  const createSecrets = options['create-secrets'] === true;
  const text = prerequisitesScript(environment, prerequisites, shellLibrary(), { createSecrets });
  return { text, exitCode: 0 };
}

/** Who has no helm, or no network, gets the rest all the same. */
async function roomOf(
  invocation: Invocation,
  model: Model,
  state: EnvironmentState,
): Promise<NodeRoom | null> {
  const definitions = new Set(
    shownPlan(state).flatMap(({ name, layer }) => (layer === 'crds' ? [name] : [])),
  );
  try {
    return await nodeRoom(invocation, model, state.environment, (app) => !definitions.has(app));
  } catch (error) {
    if (!(error instanceof ExternalError)) throw error;
    invocation.terminal.stderr.write(`what pods request is not added up: ${error.message}\n`);
    return null;
  }
}
