import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ExternalError, ProblemsError } from '../../problem/errors.ts';
import type { Problem } from '../../problem/problem.ts';
import { generatorVariables } from '../foreign-variables.ts';
import { jsonObject } from '../json-object.ts';
import { type Ended, run } from '../process.ts';
import { isThere, textAt } from '../read-files.ts';
import { lendPackages } from './lend-packages.ts';

const program = 'generator/src/cli/main.ts';

/** For a repository that has none. */
const ours = fileURLToPath(new URL('../../cli/main.ts', import.meta.url));

/**
 * Generates in another checkout, with the generator and the packages that it has: an older commit means what its own
 * code made of it. It is called as that commit calls it, `npm run generate`, whatever file that is there; always in a
 * process of its own, which knows none of our secrets.
 */
export async function generateIn(root: string): Promise<void> {
  await bringPackages(root);
  const direct = isThere(join(root, program)) ? [nodeIn(root), program] : [process.execPath, ours];
  const call = hasScript(root) ? ['npm', 'run', '--silent', 'generate', '--'] : [...direct, 'generate'];
  const asked = await runIn(root, [...call, '--format', 'json']);
  if (asked.code === 0) return;
  const { problems, error } = reportIn(asked.stdout);
  if (problems) throw new ProblemsError(problems);
  // One that answers otherwise may not know the option.
  const ended = error === undefined ? await runIn(root, call) : asked;
  if (ended.code === 0) return;
  const said = error?.message ?? (firstLines(ended.stderr) || firstLines(ended.stdout));
  throw new ExternalError(
    root,
    `the generator of that commit failed: ${said}`,
    'does npm run generate work there?',
  );
}

/** Brings what {@link generateIn} needs in a checkout, so that people can work there, too. */
export async function bringPackages(root: string): Promise<void> {
  if (hasGenerator(root)) await lendPackages(root);
}

const hasGenerator = (root: string): boolean => hasScript(root) || isThere(join(root, program));
const hasScript = (root: string): boolean => 'generate' in scriptsOf(join(root, 'package.json'));

function scriptsOf(file: string): object {
  const { scripts } = jsonObject(file, textAt(file) ?? '{}');
  return typeof scripts === 'object' && scripts !== null ? scripts : {};
}

/** The Node.js that a checkout has as a package. */
function nodeIn(root: string): string {
  const own = join(root, 'node_modules/.bin/node');
  return isThere(own) ? own : process.execPath;
}

async function runIn(root: string, [name = '', ...args]: readonly string[]): Promise<Ended> {
  const ended = await run(name, args, { cwd: root, inherits: generatorVariables(process.env) });
  if (ended !== null) return ended;
  throw new ExternalError(name, `${name} is missing`, 'npm comes with Node.js: is it on PATH?');
}

const firstLines = (text: string): string => text.trim().split('\n').slice(0, 3).join('; ');

/** What the generator of that commit says as JSON; nothing where it says nothing. */
function reportIn(stdout: string): { problems?: Problem[]; error?: { message: string } } {
  try {
    return JSON.parse(stdout) as ReturnType<typeof reportIn>;
  } catch {
    return {};
  }
}
