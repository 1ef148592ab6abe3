import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cacheFolder, run } from '#testing';

const source = fileURLToPath(new URL('bento/', import.meta.url));

/**
 * Bento with the parts that we use, built with Go from `bento/`; once for each text of its `go.sum`.
 * @throws Error that says what to install, or what Go said
 */
export async function bento(): Promise<string> {
  const digest = createHash('sha256')
    .update(readFileSync(join(source, 'go.sum')))
    .digest('hex')
    .slice(0, 16);
  const program = join(cacheFolder(), 'bento', digest);
  if (existsSync(program)) return program;
  mkdirSync(dirname(program), { recursive: true });
  const ended = await run('go', ['build', '-ldflags', '-s -w', '-o', program, '.'], { cwd: source });
  if (ended === null) throw new Error('go is missing: install Go 1.24 or newer and put it on PATH');
  if (ended.code !== 0) throw new Error(`Go could not build Bento: ${ended.stderr}`);
  return program;
}
