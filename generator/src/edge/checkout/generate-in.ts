import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { generate } from '../../generate.ts';
import { ExternalError, ProblemsError } from '../../problem/errors.ts';
import type { Problem } from '../../problem/problem.ts';
import { diskRepository } from '../disk-repository.ts';
import { run } from '../process.ts';
import { isThere, textAt } from '../read-files.ts';

/** The repository that this generator is part of. */
const ours = fileURLToPath(new URL('../../../../', import.meta.url));
const program = 'generator/src/cli/main.ts';

/**
 * Generates in another checkout, with the generator that it has: an older commit means what its own code made of it. It
 * is lent our packages, which must be the same.
 */
export async function generateIn(root: string): Promise<void> {
  if (!isThere(join(root, program))) {
    await generate(diskRepository(root), { check: false });
    return;
  }
  lendPackages(root);
  const ended = await run(process.execPath, [
    join(root, program),
    'generate',
    '--root',
    root,
    '--format',
    'json',
  ]);
  if (ended?.code === 0) return;
  const problems = ended === null ? null : problemsIn(ended.stdout);
  if (problems) throw new ProblemsError(problems);
  const said = ended === null ? 'node is missing' : (failureIn(ended.stdout) ?? firstLines(ended.stderr));
  throw new ExternalError(
    root,
    `the generator of that commit failed: ${said}`,
    'does npm run generate work there?',
  );
}

function lendPackages(root: string): void {
  if (isThere(join(root, 'node_modules'))) return;
  const lock = (folder: string): string | null => textAt(join(folder, 'package-lock.json'));
  if (lock(root) !== lock(ours)) {
    const message = 'that commit was generated with other packages than those that are installed here';
    const hint =
      'check the main branch out, run npm ci, and try again; for an old commit, generate on its branch by hand';
    throw new ExternalError(root, message, hint);
  }
  symlinkSync(join(ours, 'node_modules'), join(root, 'node_modules'));
}

const firstLines = (text: string): string => text.trim().split('\n').slice(0, 3).join('; ');

const problemsIn = (stdout: string): Problem[] | null => reportIn(stdout).problems ?? null;
const failureIn = (stdout: string): string | null => reportIn(stdout).error?.message ?? null;

/** What the generator of that commit says as JSON; nothing where it says nothing. */
function reportIn(stdout: string): { problems?: Problem[]; error?: { message: string } } {
  try {
    return JSON.parse(stdout) as ReturnType<typeof reportIn>;
  } catch {
    return {};
  }
}
