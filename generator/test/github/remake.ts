import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { scriptArguments } from '../../src/cli/script-arguments.ts';
import { cacheFolder } from '../../src/edge/cache.ts';
import { tool } from '../../testing/program.ts';
import { extract, textOf } from './extract.ts';
import { extractGraphql } from './extract-graphql.ts';
import { type Source, sources } from './operations.ts';

/** Where a description is kept, outside the tree: of REST, 13 MB of the 400 that the package unpacks to. */
export const keptAt = ({ package: name, version, file }: Source): string =>
  join(cacheFolder(), 'tools', `${basename(name)}-${version}`, basename(file));

/** The committed extracts: where each is, what it is made from, and how. */
export const extracts = [
  {
    file: new URL('operations.gen.json', import.meta.url),
    source: sources.rest,
    made: (text: string) => textOf(extract(JSON.parse(text))),
  },
  { file: new URL('operations.gen.graphql', import.meta.url), source: sources.graphql, made: extractGraphql },
] as const;

/** Brings a description with npm, once. */
async function fetchDescription(source: Source): Promise<void> {
  const kept = keptAt(source);
  if (existsSync(kept)) return;
  mkdirSync(dirname(kept), { recursive: true });
  const folder = mkdtempSync(join(dirname(kept), '.pack-'));
  try {
    const name = `${source.package}@${source.version}`;
    const packed = await tool('npm', ['pack', name, '--json', '--pack-destination', folder]);
    if (packed.code !== 0) throw new Error(`npm pack ${name}: ${packed.stderr}`);
    const [{ filename }] = JSON.parse(packed.stdout) as [{ filename: string }];
    const args = ['-xzf', join(folder, filename), '-C', folder, `package/${source.file}`];
    const unpacked = await tool('tar', args);
    if (unpacked.code !== 0) throw new Error(`tar: ${unpacked.stderr}`);
    renameSync(join(folder, 'package', source.file), kept);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

if (import.meta.main) {
  const summary = "make the extracts of GitHub's published descriptions anew";
  scriptArguments({ name: 'github-operations', summary, options: {}, help: {} });
  for (const { file, source, made } of extracts) {
    await fetchDescription(source);
    writeFileSync(file, made(readFileSync(keptAt(source), 'utf8')));
  }
}
