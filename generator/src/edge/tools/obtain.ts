import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ExternalError } from '../../problem/errors.ts';
import { cacheFolder } from '../cache.ts';
import { run } from '../process.ts';
import { type Attempt, fill, type Progress, type Tool, type ToolName, toolNamed } from './catalog.ts';
import { download } from './download.ts';
import { build } from './go-install.ts';

/**
 * The path of a program at the right version: from PATH if the version fits, else kept from an earlier run, else a
 * download with a checksum, else built from its Go module.
 * @throws ExternalError that lists every way that was tried and how to help oneself
 */
export async function obtain(name: ToolName, progress: Progress): Promise<string> {
  const tool = toolNamed(name);
  const kept = join(cacheFolder(), 'tools', `${tool.name}-${tool.version}`, tool.name);
  const ways: readonly (() => Promise<Attempt>)[] = [
    () => onPath(tool),
    async () => (existsSync(kept) ? { path: kept } : { why: 'not kept from an earlier run' }),
    () => download(tool, kept, progress),
    () => build(tool, kept, progress),
  ];
  const reasons: string[] = [];
  for (const way of ways) {
    const attempt = await way();
    if ('path' in attempt) return attempt.path;
    reasons.push(attempt.why);
  }
  const message = `${name} ${tool.version} is missing (${tool.why}): ${reasons.join('; ')}`;
  const hint = tool.hint ?? `put ${name} ${tool.version} on PATH, or install Go, or allow the download`;
  throw new ExternalError(name, message, hint, { retry: true });
}

async function onPath(tool: Tool): Promise<Attempt> {
  const { name, accept, ask } = tool;
  if (accept === undefined || ask === undefined) return { why: 'PATH not asked' };
  const answer = await run(name, ask);
  if (answer === null) return { why: 'not on PATH' };
  const version = answer.stdout.trim();
  return new RegExp(fill(accept, tool)).test(version)
    ? { path: name }
    : { why: `the one on PATH is ${version}` };
}
