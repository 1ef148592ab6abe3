import { mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { installerVariables } from '../foreign-variables.ts';
import { run } from '../process.ts';
import { type Attempt, fill, moduleFolder, type Progress, type Tool } from './catalog.ts';

/** Builds a program from its Go module: slow, once, and as good as the module proxy's checksum database. */
export async function build(tool: Tool, target: string, progress: Progress): Promise<Attempt> {
  if (tool.go === undefined) return { why: 'nothing that Go could build' };
  const { package: name, module, ldflags, minutes } = tool.go;
  mkdirSync(dirname(target), { recursive: true });
  const folder = mkdtempSync(join(dirname(target), '.build-'));
  progress(`${tool.name} ${tool.version}: building it with Go (about ${minutes} min, once)`);
  const started = performance.now();
  try {
    const flags = ['-trimpath', '-ldflags', fill(ldflags, tool)];
    const args =
      module === undefined
        ? ['install', ...flags, `${name}@v${tool.version}`]
        : ['build', '-C', moduleFolder(module), ...flags, '-o', join(folder, tool.name), name];
    const inherits = installerVariables(process.env);
    const ended = await run('go', args, { inherits, env: { GOBIN: folder, GOFLAGS: '' } });
    if (ended === null) return { why: 'no go on PATH to build it' };
    if (ended.code !== 0) return { why: `go failed: ${ended.stderr.trim().split('\n').at(-1) ?? ''}` };
    renameSync(join(folder, tool.name), target);
    progress(`${tool.name} ${tool.version}: built in ${Math.round((performance.now() - started) / 1000)} s`);
    return { path: target };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
