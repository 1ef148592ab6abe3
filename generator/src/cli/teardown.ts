import { diskRepository } from '../edge/disk-repository.ts';
import { teardownOf } from '../emit/teardown.ts';
import { environmentNamed } from '../model/environment-named.ts';
import { resolve } from '../model/resolve.ts';
import { orThrow, UsageError } from '../problem/errors.ts';
import { plansOf } from '../promote/pins/plans.ts';
import type { Invocation, Report } from './command.ts';

/** `teardown`: writes the script that takes an environment apart; it runs nothing itself. */
export async function teardownCommand({
  root,
  options,
  arguments: words,
  format,
}: Invocation): Promise<Report> {
  const [name, extra] = words;
  if (name === undefined) throw new UsageError('which environment? npm run teardown -- ENVIRONMENT');
  if (extra !== undefined) throw new UsageError(`unexpected argument "${extra}"`);
  const repository = diskRepository(root);
  const model = orThrow(resolve(await repository.read()));
  const environment = environmentNamed(name, model);
  const planned = orThrow(plansOf(model, repository.pinned)).find((each) => each.environment === environment);
  if (!planned) throw new Error(`${name} has no plan`);
  const teardown = teardownOf(planned, model, { withData: options['with-data'] === true });
  const json = { version: 1, environment: name, ...teardown };
  return { text: format === 'json' ? `${JSON.stringify(json, null, 2)}\n` : teardown.script, exitCode: 0 };
}
