import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';

/** The folder outside the tree that keeps what can be made again: tools, compiled types. */
export function cacheFolder(): string {
  const base = process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache');
  return process.env.GITOPS_CACHE ?? join(base, 'gitops-generator');
}

/** A text of the cache, made and kept if it is not there. */
export async function cached(name: string, make: () => Promise<string>): Promise<string> {
  const kept = fromCache(name);
  if (kept !== null) return kept;
  const text = await make();
  toCache(name, text);
  return text;
}

/**
 * A text as {@link toCache} kept it; null where there is none. One that cannot be read, or is not what was written,
 * is made again: that is always possible.
 */
export function fromCache(name: string): string | null {
  try {
    const kept = readFileSync(join(cacheFolder(), name), 'utf8');
    const end = kept.indexOf('\n');
    const text = kept.slice(end + 1);
    return end > 0 && kept.slice(0, end) === digest(text) ? text : null;
  } catch {
    return null;
  }
}

/** Keeps a text, under its digest. A cache that cannot be written is done without. */
export function toCache(name: string, text: string): void {
  const file = join(cacheFolder(), name);
  const temporary = `${file}.${process.pid}.tmp`;
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(temporary, `${digest(text)}\n${text}`);
    renameSync(temporary, file);
  } catch {
    // A read-only home, or a full disk: the next run makes it again.
  }
}

const digest = (text: string): string => createHash('sha256').update(text).digest('hex');
