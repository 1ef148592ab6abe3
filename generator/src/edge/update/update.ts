import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ExternalError, UsageError } from '../../problem/errors.ts';
import { changesSince } from '../../update/changelog.ts';
import { updatedScripts } from '../../update/root-scripts.ts';
import { generatorVariables, installerVariables } from '../foreign-variables.ts';
import { git } from '../git/git.ts';
import { idOf, isInRepository, prefixOf } from '../git/git-names.ts';
import { objectsAt } from '../git/git-objects.ts';
import { run } from '../process.ts';
import { textAt } from '../read-files.ts';
import { mergedTree, treesIn } from './generator-trees.ts';

export interface UpdateOptions {
  /** A remote of this clone, a URL or a path. */
  readonly from: string;
  /** A branch, a tag or a commit there. */
  readonly ref: string;
  readonly progress: (line: string) => void;
}

/** What an update came to. */
export interface Update {
  readonly from: string;
  readonly to: string;
  /** Null where the generator was there already. */
  readonly files: readonly string[] | null;
  /** Whether changes of the repository's own in `generator/` were kept. */
  readonly merged: boolean;
  readonly changes: string;
}

const folder = 'generator';

/**
 * Puts another version of the generator in the place of this one, and writes the tree that follows from it. All of it,
 * or nothing: what cannot be finished is undone.
 */
export async function update(root: string, options: UpdateOptions): Promise<Update> {
  const before = versionIn(root);
  refuseChanges(root);
  const { from, ref } = options;
  const hint = `is "${from}" a remote or a URL, and does it have ${ref}?`;
  git(root, ['fetch', '--quiet', '--no-tags', '--end-of-options', from, ref], { hint });
  const theirs = idOf(root, `FETCH_HEAD:${folder}`);
  if (theirs === null) throw new UsageError(`${from} has no folder ${folder} at ${ref}`);
  const ours = idOf(root, `HEAD:./${folder}`);
  if (ours === null) throw new UsageError(`the last commit has no folder ${folder}`);
  const wanted = wantedTree(root, ours, theirs);
  if (wanted.tree === ours) return { from: before, to: before, files: null, merged: false, changes: '' };
  const scripts = readScripts(root);
  try {
    replace(root, wanted.tree);
    syncScripts(root, scripts);
    await install(root, ours, options.progress);
    await generate(root);
    git(root, ['add', '--all', '--', '.'], { hint: 'is the index locked?' });
  } catch (error) {
    undo(root);
    throw error;
  }
  const files = git(root, ['diff-index', '--cached', '--name-only', '-z', '-r', 'HEAD'])
    .split('\0')
    .filter((file) => file !== '');
  const changes = changesSince(textAt(join(root, folder, 'CHANGELOG.md')) ?? '', before);
  return { from: before, to: versionIn(root), files, merged: wanted.merged, changes };
}

/** What is undone if something fails must be nothing that somebody else wrote. */
function refuseChanges(root: string): void {
  if (!isInRepository(root))
    throw new ExternalError('git', `${root} is in no git repository`, 'git init, and commit');
  const all = ['--porcelain', '-z', '--untracked-files=all', '--ignore-submodules=none', '--no-renames'];
  if (git(root, ['status', ...all]) === '') return;
  throw new UsageError('there are uncommitted changes: commit them, or put them away with git stash');
}

/** The new version as it is, or, where this repository has changed the generator, with these changes in it. */
function wantedTree(root: string, ours: string, theirs: string): { tree: string; merged: boolean } {
  const known = new Set(treesIn(root, 'FETCH_HEAD', folder));
  if (known.has(ours)) return { tree: theirs, merged: false };
  const base = treesIn(root, 'HEAD', `${prefixOf(root)}${folder}`).find((tree) => known.has(tree));
  if (base === undefined) {
    const hint = 'was it copied from somewhere else? replace the folder by hand this once, and commit';
    throw new ExternalError(
      folder,
      `no version of ${folder} there is one that this repository ever had`,
      hint,
    );
  }
  const result = mergedTree(root, base, ours, theirs);
  if ('tree' in result) return { tree: result.tree, merged: true };
  const list = result.conflicts.map((file) => `${folder}/${file}`).join(', ');
  const hint = 'offer your changes to the generator upstream, or take them out before the update';
  throw new ExternalError(folder, `both this repository and the update changed ${list}`, hint);
}

function replace(root: string, tree: string): void {
  git(root, ['rm', '-r', '--quiet', '--', folder], { hint: 'is the index locked?' });
  const read = ['read-tree', `--prefix=${prefixOf(root)}${folder}/`, '-u', tree];
  git(root, read, { hint: 'is there room on the disk?' });
}

const jsonIn = (root: string, path: string): Record<string, unknown> =>
  JSON.parse(textAt(join(root, path)) ?? '{}') as Record<string, unknown>;

const versionIn = (root: string): string => String(jsonIn(root, `${folder}/package.json`).version);

function readScripts(root: string): Readonly<Record<string, string>> {
  return jsonIn(root, `${folder}/scripts.json`) as Record<string, string>;
}

function syncScripts(root: string, before: Readonly<Record<string, string>>): void {
  const manifest = jsonIn(root, 'package.json');
  const own = (manifest.scripts ?? {}) as Record<string, string>;
  const scripts = updatedScripts(own, before, readScripts(root));
  if (JSON.stringify(scripts) === JSON.stringify(own)) return;
  writeFileSync(join(root, 'package.json'), `${JSON.stringify({ ...manifest, scripts }, null, 2)}\n`);
}

/** Packages only where others are asked for. */
async function install(root: string, ours: string, progress: UpdateOptions['progress']): Promise<void> {
  const packages = (text: string): string => {
    const { dependencies, devDependencies } = JSON.parse(text) as Record<string, unknown>;
    return JSON.stringify([dependencies, devDependencies]);
  };
  const [before] = objectsAt(root, [`${ours}:package.json`]);
  const after = textAt(join(root, folder, 'package.json'));
  if (packages(before?.content.toString('utf8') ?? '{}') === packages(after ?? '{}')) return;
  progress('other packages are asked for: npm install');
  const ended = await run('npm', ['install', '--no-audit', '--no-fund'], {
    cwd: root,
    inherits: installerVariables(process.env),
  });
  if (ended?.code === 0) return;
  const hint = 'can the registry be reached? nothing was changed';
  throw new ExternalError('npm', `npm install failed: ${ended?.stderr.trim() ?? 'npm is missing'}`, hint);
}

/** By the new generator, in a process of its own. */
async function generate(root: string): Promise<void> {
  const ended = await run(process.execPath, [join(root, folder, 'src/cli/main.ts'), 'generate'], {
    cwd: root,
    inherits: generatorVariables(process.env),
  });
  if (ended?.code === 0) return;
  const hint = 'nothing was changed; its changelog may say what definitions must become first';
  throw new ExternalError(
    folder,
    `the new version refuses this repository:\n${ended?.stderr.trim() ?? ''}`,
    hint,
  );
}

/** The last commit again. Nothing else was there. */
function undo(root: string): void {
  const hint = 'the update is left half done: git reset --hard HEAD && git clean -d --force';
  git(root, ['reset', '--quiet', '--hard', 'HEAD'], { hint });
  git(root, ['clean', '--quiet', '-d', '--force', '--', '.'], { hint });
}
