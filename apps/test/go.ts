import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cacheFolder, run } from '#testing';

/**
 * A program with the parts that we use, built with Go from the folder `name` beside this file; once for each text of its
 * sources.
 * @throws Error that says what to install, or what Go said
 */
export async function goProgram(name: string): Promise<string> {
  const source = fileURLToPath(new URL(`${name}/`, import.meta.url));
  const digest = createHash('sha256');
  for (const file of ['main.go', 'go.sum']) digest.update(readFileSync(join(source, file)));
  const program = join(cacheFolder(), name, digest.digest('hex').slice(0, 16));
  if (existsSync(program)) return program;
  mkdirSync(dirname(program), { recursive: true });
  const ended = await run('go', ['build', '-ldflags', '-s -w', '-o', program, '.'], { cwd: source });
  if (ended === null) throw new Error('go is missing: install Go 1.26 or newer and put it on PATH');
  if (ended.code !== 0) throw new Error(`Go could not build ${name}: ${ended.stderr}`);
  return program;
}
