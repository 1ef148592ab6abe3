import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder, run } from '#testing';

/**
 * The folder that has rclone of a version, built from its Go module once.
 * @throws Error that says what to install, or what Go said
 */
export async function rcloneFolderOf(version: string): Promise<string> {
  const folder = join(cacheFolder(), 'tools', `rclone-${version}`);
  if (existsSync(join(folder, 'rclone'))) return folder;
  const fresh = `${folder}.${process.pid}.tmp`;
  mkdirSync(fresh, { recursive: true });
  const args = ['install', '-trimpath', '-ldflags', '-s -w', `github.com/rclone/rclone@v${version}`];
  const ended = await run('go', args, { env: { GOBIN: fresh, GOFLAGS: '' } });
  if (ended === null) throw new Error('go is missing: install Go and put it on PATH');
  if (ended.code !== 0) throw new Error(`go could not build rclone: ${ended.stderr}`);
  try {
    renameSync(fresh, folder);
  } catch {
    // Somebody else was faster.
    rmSync(fresh, { recursive: true, force: true });
  }
  return folder;
}
