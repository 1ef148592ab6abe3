import { createHash } from 'node:crypto';
import { chmodSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { run } from '../process.ts';
import { type Attempt, fill, type Progress, platform, type Tool } from './catalog.ts';

const timeoutSeconds = 300;
const connectSeconds = 10;

/** Downloads a program, and takes it only if the archive is the one that was published. */
export async function download(tool: Tool, target: string, progress: Progress): Promise<Attempt> {
  const wanted = tool.download?.sha256[platform()];
  if (tool.download === undefined || wanted === undefined) return { why: `no download for ${platform()}` };
  const url = fill(tool.download.url, tool);
  progress(`${tool.name} ${tool.version}: downloading ${url}`);
  try {
    const archive = await fetchBytes(url);
    const found = createHash('sha256').update(archive).digest('hex');
    if (found !== wanted) return { why: `${url} has the checksum ${found}, not ${wanted}` };
    return await unpack(archive, fill(tool.download.member, tool), target);
  } catch (error) {
    return { why: `${new URL(url).host} did not answer (${reasonOf(error)})` };
  }
}

async function fetchBytes(url: string): Promise<Buffer> {
  const connect = new AbortController();
  const timer = setTimeout(() => connect.abort(new Error('no answer in time')), connectSeconds * 1000);
  const signal = AbortSignal.any([connect.signal, AbortSignal.timeout(timeoutSeconds * 1000)]);
  const response = await fetch(url, { signal });
  clearTimeout(timer);
  if (!response.ok) throw new Error(`HTTP ${response.status}`);
  return Buffer.from(await response.arrayBuffer());
}

/** Unpacks beside the target and renames, so that no half program is ever found there. */
async function unpack(archive: Buffer, member: string, target: string): Promise<Attempt> {
  mkdirSync(dirname(target), { recursive: true });
  const folder = mkdtempSync(join(dirname(target), '.unpack-'));
  try {
    const file = join(folder, 'archive.tar.gz');
    writeFileSync(file, archive);
    const ended = await run('tar', ['-xzf', file, '-C', folder, member]);
    if (ended?.code !== 0) return { why: `cannot unpack: ${ended?.stderr.trim() ?? 'no tar on PATH'}` };
    chmodSync(join(folder, member), 0o755);
    renameSync(join(folder, member), target);
    return { path: target };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function reasonOf(error: unknown): string {
  const cause = (error as { cause?: { code?: string } }).cause;
  return cause?.code ?? (error as Error).message;
}
