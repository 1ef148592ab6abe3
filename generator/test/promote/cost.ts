import { clockAt } from '../../src/edge/clock.ts';
import { localHistory } from '../../src/edge/promote/promotion-tools.ts';
import { generate } from '../../src/generate.ts';
import { statusOf } from '../../src/promote/status/status.ts';
import { statusText } from '../../src/promote/status/status-text.ts';
import { modelIn } from '../../src/repository.ts';
import { countingGit } from './git-processes.ts';
import { largeWorld, type Size } from './large-world.ts';
import { repositoryAt, type World } from './world.ts';

/** What `npm run status` says of a world, with all that it does for it. */
export async function statusIn(world: World): Promise<string> {
  const repository = repositoryAt(world.root);
  const model = await modelIn(repository);
  await generate(repository, { check: true });
  const clock = clockAt(world.now);
  const history = localHistory(world.root, 'main', clock);
  return statusText(statusOf({ model, history, clock, drifting: new Set(), pullRequests: [] }));
}

export interface Cost {
  /** Processes of git. */
  readonly status: number;
  readonly dryRun: number;
  /** Apps that the dry run would move. */
  readonly moves: number;
}

/** What status and a dry run cost in a large world. */
export async function costIn(size: Size): Promise<Cost> {
  const world = await largeWorld(size);
  const status = await countingGit(() => statusIn(world));
  const dryRun = await countingGit(() => world.plan('prod', {}, { dryRun: true }));
  const moves = dryRun.result.described.moves.length;
  return { status: status.calls.length, dryRun: dryRun.calls.length, moves };
}
