import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';

/** The folder outside the tree that keeps what can be made again: tools, compiled types. */
export function cacheFolder(): string {
  const base = process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache');
  return process.env.GITOPS_CACHE ?? join(base, 'gitops-generator');
}

/** A text of the cache, made and kept if it is not there. A cache that cannot be written is done without. */
export async function cached(name: string, make: () => Promise<string>): Promise<string> {
  const file = join(cacheFolder(), name);
  try {
    return readFileSync(file, 'utf8');
  } catch {
    const text = await make();
    try {
      mkdirSync(dirname(file), { recursive: true });
      const temporary = `${file}.${process.pid}.tmp`;
      writeFileSync(temporary, text);
      renameSync(temporary, file);
    } catch {
      // Read-only home: the next run makes it again.
    }
    return text;
  }
}
