import { execFileSync } from 'node:child_process';

/** Runs git in a folder; null where git is missing, or the folder is no repository, or it has no commit yet. */
function git(root: string, args: readonly string[], input = ''): string | null {
  try {
    return execFileSync('git', args, {
      cwd: root,
      input,
      encoding: 'utf8',
      stdio: ['pipe', 'pipe', 'ignore'],
      maxBuffer: 1 << 28,
    });
  } catch {
    return null;
  }
}

/** Paths below `folder` that the last commit holds, relative to `root`. */
export function committedPaths(root: string, folder: string): string[] {
  const output = git(root, ['ls-tree', '-r', '-z', '--name-only', 'HEAD', '--', folder]);
  return (output ?? '').split('\0').filter((path) => path !== '');
}

/** Texts of files as the last commit holds them. `./` in front: paths are relative to the folder git runs in. */
export function committedTexts(root: string, paths: readonly string[]): Map<string, string> {
  const texts = new Map<string, string>();
  for (const path of paths) {
    const text = git(root, ['show', `HEAD:./${path}`]);
    if (text !== null) texts.set(path, text);
  }
  return texts;
}
