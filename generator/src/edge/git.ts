import { execFileSync } from 'node:child_process';
import { ExternalError } from '../problem/errors.ts';

/** Runs git in a folder; null where git is missing, or refuses. */
export function git(root: string, args: readonly string[], input = ''): string | null {
  return gitBytes(root, args, input)?.toString('utf8') ?? null;
}

function gitBytes(root: string, args: readonly string[], input: string): Buffer | null {
  try {
    return execFileSync('git', args, {
      cwd: root,
      input,
      stdio: ['pipe', 'pipe', 'ignore'],
      maxBuffer: 1 << 28,
      env: { ...process.env, GIT_TERMINAL_PROMPT: '0' },
    });
  } catch {
    return null;
  }
}

/** The id of what git knows by a name; null where it knows nothing by it. */
export const idOf = (root: string, name: string): string | null =>
  git(root, ['rev-parse', '--verify', '--quiet', '--end-of-options', name])?.trim() ?? null;

/** Runs git where nothing goes on without it. */
export function mustGit(root: string, args: readonly string[], hint: string, retry = false): string {
  try {
    return execFileSync('git', args, {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
      maxBuffer: 1 << 28,
      env: { ...process.env, GIT_TERMINAL_PROMPT: '0' },
    });
  } catch (error) {
    const said = String((error as { stderr?: unknown }).stderr ?? (error as Error).message).trim();
    const message = `git ${args[0]} failed: ${said.split('\n').slice(0, 3).join('; ')}`;
    throw new ExternalError('git', message, hint, { retry, cause: error });
  }
}

/** An object of git. */
export interface GitObject {
  readonly id: string;
  readonly type: string;
  readonly content: Buffer;
}

/** Objects by the names that were asked for, in one process; null for those that do not exist. */
export function objects(root: string, names: readonly string[]): (GitObject | null)[] {
  if (names.length === 0) return [];
  const output = gitBytes(root, ['cat-file', '--batch'], names.map((name) => `${name}\n`).join(''));
  if (output === null) return names.map(() => null);
  let at = 0;
  return names.map(() => {
    const end = output.indexOf(10, at);
    const [id = '', type = '', size] = output.toString('utf8', at, end).split(' ');
    at = end + 1;
    if (size === undefined || !/^\d+$/.test(size)) return null;
    const content = output.subarray(at, at + Number(size));
    at += Number(size) + 1;
    return { id, type, content };
  });
}

/** Types and ids of objects, without their content. */
export function idsOf(root: string, names: readonly string[]): (string | null)[] {
  if (names.length === 0) return [];
  const output = git(
    root,
    ['cat-file', '--batch-check=%(objectname) %(objecttype)'],
    names.map((name) => `${name}\n`).join(''),
  );
  const lines = (output ?? '').split('\n');
  return names.map((_, i) => lines[i]?.match(/^([0-9a-f]{40,64}) \w+$/)?.[1] ?? null);
}

/** Names and ids of what a tree object holds. */
export function entriesOf({ content, id }: GitObject): Map<string, string> {
  const entries = new Map<string, string>();
  const length = id.length / 2;
  for (let at = 0; at < content.length; ) {
    const space = content.indexOf(32, at);
    const end = content.indexOf(0, space);
    const name = content.toString('utf8', space + 1, end);
    entries.set(name, content.toString('hex', end + 1, end + 1 + length));
    at = end + 1 + length;
  }
  return entries;
}

/** Paths below `folder` that the last commit holds, relative to `root`. */
export function committedPaths(root: string, folder: string): string[] {
  const output = git(root, ['ls-tree', '-r', '-z', '--name-only', 'HEAD', '--', folder]);
  return (output ?? '').split('\0').filter((path) => path !== '');
}

/** Texts of files as the last commit holds them. `./` in front: paths are relative to the folder git runs in. */
export function committedTexts(root: string, paths: readonly string[]): Map<string, string> {
  const found = objects(
    root,
    paths.map((path) => `HEAD:./${path}`),
  );
  return new Map(
    paths.flatMap((path, i) => {
      const object = found[i];
      return object ? [[path, object.content.toString('utf8')] as const] : [];
    }),
  );
}
