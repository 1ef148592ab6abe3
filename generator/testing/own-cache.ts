import { mkdirSync, realpathSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder } from '../src/edge/cache.ts';
import { temporaryFolder } from './folder.ts';

/** A cache that nothing outlives, empty but for the programs: to obtain those again takes minutes and proves nothing. */
export function ownCache(): string {
  const folder = temporaryFolder();
  const tools = join(cacheFolder(), 'tools');
  mkdirSync(tools, { recursive: true });
  // Where the cache of now is such a one, its link is not linked to: a chain of them ends after forty.
  symlinkSync(realpathSync(tools), join(folder, 'tools'));
  return folder;
}
