import { generate } from '../generate.ts';
import { hasDrift } from '../outcome.ts';
import { ProblemsError } from '../problem/errors.ts';
import { problem } from '../problem/problem.ts';
import type { Repository } from '../repository.ts';

/** What is rendered is what is committed; so that must be what the definitions say. */
export async function refuseDrift(repository: Repository): Promise<void> {
  if (!hasDrift(await generate(repository, { check: true }))) return;
  const message = 'the generated tree differs from the definitions';
  throw new ProblemsError([
    problem('definition-failed', { file: 'environments' }, message, 'run npm run generate'),
  ]);
}
