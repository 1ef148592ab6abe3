import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder } from '../src/edge/cache.ts';
import { temporaryFolder } from './folder.ts';

/** A cache that nothing outlives, empty but for the programs: to obtain those again takes minutes and proves nothing. */
export function ownCache(): string {
  const folder = temporaryFolder();
  const tools = join(cacheFolder(), 'tools');
  mkdirSync(tools, { recursive: true });
  symlinkSync(tools, join(folder, 'tools'));
  return folder;
}
