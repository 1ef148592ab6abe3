import { run } from '#testing';
import { missing } from './from-system.ts';

/**
 * What a script prints in LuaJIT, which is what the gateway's Nginx has.
 * @throws Error that says what to install, or what the script failed with
 */
export async function lua(script: string): Promise<string> {
  const ended = await run('luajit', ['-e', script]);
  if (ended === null) throw missing('luajit');
  if (ended.code !== 0) throw new Error(ended.stderr);
  return ended.stdout.trim();
}
