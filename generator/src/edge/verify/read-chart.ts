import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { ExternalError } from '../../problem/errors.ts';
import type { ChartSource, Dependency } from '../../upstream/chart-source.ts';
import { run } from '../process.ts';

interface ChartMetadata {
  readonly name: string;
  readonly version: string;
  readonly appVersion?: unknown;
  readonly dependencies?: readonly { readonly name: string; readonly alias?: string }[];
}

/** What a chart says of its values, be it unpacked or packed, and what the charts say that it brings along. */
export async function chartSource(path: string): Promise<ChartSource> {
  if (statSync(path).isDirectory()) return fromFolder(path);
  const folder = mkdtempSync(join(tmpdir(), 'gitops-chart-'));
  try {
    const ended = await run('tar', ['-xzf', path, '-C', folder]);
    const [name] = readdirSync(folder);
    if (ended?.code === 0 && name !== undefined) return await fromFolder(join(folder, name));
    const hint = 'remove it, and it is pulled anew';
    throw new ExternalError(path, `cannot unpack ${path}: ${ended?.stderr.trim() ?? 'tar is missing'}`, hint);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function fromFolder(folder: string): Promise<ChartSource> {
  const text = (file: string): string | null =>
    existsSync(join(folder, file)) ? readFileSync(join(folder, file), 'utf8') : null;
  const { name, version, appVersion, dependencies = [] } = parse(text('Chart.yaml') ?? '') as ChartMetadata;
  const brought: Dependency[] = [];
  for (const dependency of dependencies) brought.push(await dependencyIn(join(folder, 'charts'), dependency));
  return {
    name,
    version: String(version),
    appVersion: appVersion === undefined ? null : String(appVersion),
    values: text('values.yaml') ?? '',
    schema: text('values.schema.json'),
    templates: templatesIn(join(folder, 'templates')),
    dependencies: brought,
  };
}

/** `charts/<name>` or `charts/<name>-<version>.tgz`. */
async function dependencyIn(
  folder: string,
  { name, alias }: { name: string; alias?: string },
): Promise<Dependency> {
  const files = existsSync(folder) ? readdirSync(folder) : [];
  const file = files.find((path) => path === name) ?? files.find((path) => isPacked(path, name));
  return { key: alias ?? name, chart: file === undefined ? null : await chartSource(join(folder, file)) };
}

const isPacked = (file: string, name: string): boolean =>
  file.startsWith(`${name}-`) && /^\d.*\.tgz$/.test(file.slice(name.length + 1).replace(/^v/, ''));

function templatesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ya?ml|tpl|txt)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((file) => readFileSync(file, 'utf8'));
}
