import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../../testing/folder.ts';

/** What work came to, and the arguments of every process of git that ran meanwhile, those that git starts included. */
export async function countingGit<T>(work: () => Promise<T>): Promise<{ result: T; calls: string[] }> {
  const folder = temporaryFolder();
  process.env.GIT_TRACE2_EVENT = folder;
  try {
    const result = await work();
    return { result, calls: readdirSync(folder).map((name) => argumentsIn(join(folder, name))) };
  } finally {
    delete process.env.GIT_TRACE2_EVENT;
  }
}

function argumentsIn(file: string): string {
  const line = readFileSync(file, 'utf8')
    .split('\n')
    .find((text) => text.includes('"event":"start"'));
  const { argv } = JSON.parse(line ?? '{"argv":[]}') as { argv: string[] };
  return argv
    .slice(1)
    .filter((word, i, all) => word !== '-c' && all[i - 1] !== '-c')
    .join(' ');
}
