import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { cacheFolder } from '../../src/edge/cache.ts';
import { tool } from '../support/program.ts';
import { extract, textOf } from './extract.ts';
import { source } from './operations.ts';

/** Where the description is kept, outside the tree: 13 MB of the 400 that the package unpacks to. */
export const kept = join(cacheFolder(), 'tools', `github-openapi-${source.version}`, 'api.github.com.json');

/** The committed extract. */
export const extractFile = new URL('operations.gen.json', import.meta.url);

/** The extract made anew from the description that is kept. */
export const remade = (): string => textOf(extract(JSON.parse(readFileSync(kept, 'utf8'))));

/** Brings the description with npm, once. */
async function fetchDescription(): Promise<void> {
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
  await fetchDescription();
  writeFileSync(extractFile, remade());
}
