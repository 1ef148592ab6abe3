import { chmodSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { refuseScript, type Script, scriptArguments } from '../../src/cli/script-arguments.ts';
import { didYouMean } from '../../src/problem/nearest.ts';
import { edit } from '../../testing/folder.ts';
import { program, repository, tool } from '../../testing/program.ts';
import { carryOut, recipesIn } from '../../testing/recipes.ts';
import { copyTracked, npm, platformFlags } from '../../testing/standalone.ts';
import { identity } from '../support/repository.ts';
import {
  deleteApp,
  deleteEnvironment,
  ends,
  leafOf,
  modelIn,
  moveToAzure,
  rename,
  useExample,
} from './fork.ts';

/**
 * Makes this repository somebody else's, in each of the ways in which people do, and runs the test line of the README
 * there; then brings a newer generator in. Arguments name some of them.
 */
const say = (line: string): void => void process.stderr.write(`${line}\n`);

async function ok(
  what: string,
  ended: Promise<{ code: number; stdout: string; stderr: string }>,
): Promise<string> {
  const { code, stdout, stderr } = await ended;
  if (code === 0) return stdout;
  // Of the test runner's dots nobody learns anything.
  const said = `${stdout}\n${stderr}`.split('\n').filter((line) => !/^[·x-]{20,}$/.test(line));
  throw new Error(`${what}: exit code ${code}\n${said.join('\n')}`);
}

const git = (root: string, ...args: readonly string[]): Promise<string> =>
  ok(`git ${args[0]}`, tool('git', args, { cwd: root, env: identity }));

async function commit(root: string, message: string): Promise<void> {
  await git(root, 'add', '--all');
  await git(root, 'commit', '--quiet', '--allow-empty', '-m', message);
}

/** A clone of this repository as it stands, with its packages. */
async function clone(root: string, path = '.'): Promise<void> {
  await copyTracked(root, path);
  symlinkSync(join(repository, 'node_modules'), join(root, 'node_modules'));
  await git(root, 'init', '--quiet', '--initial-branch=main');
  await commit(root, 'as it was');
}

const forks: Readonly<Record<string, (root: string) => Promise<void>>> = {
  /** Another name, two environments less and one more, an app less and one more by each recipe. */
  renamed: async (root) => {
    await clone(root);
    rename(root, 'acme');
    for (const name of ends(await modelIn(root)).slice(0, 2)) deleteEnvironment(root, name);
    const model = await modelIn(root);
    const leaf = leafOf(model);
    if (leaf) deleteApp(root, leaf, model);
    await ok('generate', npm(root, 'generate'));
    const charts = join(root, 'generator/test/fixtures/charts');
    for (const recipe of recipesIn(readFileSync(join(root, 'CONTRIBUTING.md'), 'utf8')))
      await carryOut(recipe, root, { VERIFY_CHARTS: charts });
  },
  /** Another cloud in all environments. */
  azure: async (root) => {
    await clone(root);
    await moveToAzure(root);
  },
  /** Nothing but the generator, and what `new platform` writes. */
  empty: async (root) => {
    await clone(root, 'generator');
    await ok('new', program(['new', 'platform', 'acme', ...platformFlags('acme'), '--root', root]));
  },
  /** Another platform, of another kind. */
  example: async (root) => {
    await clone(root, 'generator');
    await ok('new', program(['new', 'platform', 'acme', ...platformFlags('acme'), '--root', root]));
    deleteEnvironment(root, 'dev');
    useExample(root, 'shop');
  },
};

/** The test line, but for the packages, which are there. */
async function passes(root: string): Promise<void> {
  await ok('generate', npm(root, 'generate'));
  await commit(root, 'ours');
  await ok('npm test', npm(root, 'test'));
}

/** A newer generator, which writes another head into every file: all that changes is its own and what follows. */
async function takesUpdates(root: string, upstream: string): Promise<void> {
  await ok('update', npm(root, 'update', '--', 'main', '--from', upstream));
  const files = (await git(root, 'diff', '--cached', '--name-only'))
    .split('\n')
    .filter((file) => file !== '');
  const others = files.filter(
    (file) => !/^generator\/|^environments\/([^/]+\/)*generated\/|^schemas\//.test(file),
  );
  if (others.length > 0) throw new Error(`the update changed ${others.join(', ')}`);
  await ok('generate --check', npm(root, 'generate', '--', '--check'));
}

async function newer(folder: string): Promise<string> {
  await copyTracked(folder, 'generator');
  await git(folder, 'init', '--quiet', '--initial-branch=main');
  await commit(folder, 'as it was');
  edit(folder, 'generator/src/text/notice.ts', 'Do not edit.', 'Edit the definition instead.');
  await commit(folder, 'another head');
  return folder;
}

const script: Script = {
  name: 'test:forks',
  argument: '[FORK…]',
  summary: `turn copies of this repository into other platforms and run npm test in each: ${Object.keys(forks).join(', ')}`,
  options: {},
  help: {},
};
const { positionals: names } = scriptArguments(script);
const unknown = names.filter((name) => !Object.hasOwn(forks, name));
if (unknown.length > 0)
  refuseScript(
    script,
    unknown.map((name) => `there is no fork "${name}": ${didYouMean(name, Object.keys(forks))}`).join('\n'),
  );
const chosen = Object.entries(forks).filter(([name]) => names.length === 0 || names.includes(name));
const folder = mkdtempSync(join(tmpdir(), 'gitops-forks-'));
// Tests that try permissions as somebody else must get in.
chmodSync(folder, 0o755);
let failed = 0;
const upstream = await newer(join(folder, 'upstream'));
for (const [name, make] of chosen) {
  const root = join(folder, name);
  try {
    await make(root);
    await passes(root);
    await takesUpdates(root, upstream);
    say(`${name}: passes the tests, and takes a newer generator`);
  } catch (error) {
    failed += 1;
    say(`${name}: ${(error as Error).message}`);
  }
}
if (process.env.FORKS_KEEP === undefined) rmSync(folder, { recursive: true, force: true });
else say(`kept: ${folder}`);
process.exitCode = failed === 0 ? 0 : 1;
