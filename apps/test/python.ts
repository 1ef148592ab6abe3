import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cacheFolder, run } from '#testing';
import { missing } from './from-system.ts';

/** Oldest and newest minor version of Python 3 that a system's packages run on. */
export interface Python {
  readonly minimum: number;
  readonly maximum: number;
}

/**
 * The folder of programs of a virtual environment with what `python/<system>/requirements.txt` names; made once for
 * each text of that file.
 * @throws Error that says what to install, or what pip said where it failed
 */
export async function pythonPrograms(system: string, versions: Python): Promise<string> {
  const requirements = pathOf(`${system}/requirements.txt`);
  const { python, minor } = await pythonOf(versions);
  const digest = createHash('sha256').update(readFileSync(requirements)).digest('hex').slice(0, 16);
  const folder = join(cacheFolder(), 'python', `${system}-3.${minor}-${digest}`);
  const programs = join(folder, 'bin');
  const whole = join(folder, 'whole');
  if (existsSync(whole)) return programs;
  // Scripts in it name its path, so it cannot be made elsewhere and moved.
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  await done(python, ['-m', 'venv', folder]);
  await done(join(programs, 'pip'), ['install', '--quiet', '--requirement', requirements]);
  writeFileSync(whole, '');
  return programs;
}

/** Path of a file below `python/`. */
export const pathOf = (file: string): string => fileURLToPath(new URL(`python/${file}`, import.meta.url));

async function done(program: string, args: readonly string[]): Promise<void> {
  const ended = await run(program, args);
  if (ended?.code !== 0) throw new Error(`${program} ${args.join(' ')} failed: ${ended?.stderr}`);
}

/** The newest Python that fits, with what makes virtual environments. */
export async function pythonOf({ minimum, maximum }: Python): Promise<{ python: string; minor: number }> {
  const minors = Array.from({ length: maximum - minimum + 1 }, (_, i) => maximum - i);
  for (const python of [...minors.map((minor) => `python3.${minor}`), 'python3']) {
    const ended = await run(python, ['-c', 'import ensurepip, sys, venv; print(sys.version_info[1])']);
    const minor = Number(ended?.stdout);
    if (ended?.code === 0 && minor >= minimum && minor <= maximum) return { python, minor };
  }
  throw missing('python3', `Python 3.${minimum} to 3.${maximum} with venv`);
}
