import { diskRepository } from '../edge/disk-repository.ts';
import { teardownOf } from '../emit/teardown-plan.ts';
import { environmentNamed } from '../model/environment-named.ts';
import { UsageError } from '../problem/errors.ts';
import { modelIn } from '../repository.ts';
import type { Invocation, Report } from './command.ts';
import { stateOf } from './state-of.ts';

/** `teardown`: writes the script that takes an environment apart; it runs nothing itself. */
export async function teardownCommand({
  root,
  options,
  arguments: words,
  format,
}: Invocation): Promise<Report> {
  const [name] = words;
  if (name === undefined) throw new UsageError('which environment? npm run teardown -- ENVIRONMENT');
  const repository = diskRepository(root);
  const model = await modelIn(repository);
  const environment = environmentNamed(name, model);
  const state = stateOf(environment, model, repository);
  const teardown = teardownOf(state, model, { withData: options['with-data'] === true });
  const json = { version: 1, environment: name, ...teardown };
  return { text: format === 'json' ? `${JSON.stringify(json, null, 2)}\n` : teardown.script, exitCode: 0 };
}
