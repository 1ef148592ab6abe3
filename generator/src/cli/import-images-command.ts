import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { images } from '../definition/shape/images-shape.ts';
import { withLock } from '../edge/lock.ts';
import { textOf, writeNew } from '../edge/new-files.ts';
import { readYaml } from '../model/read-yaml.ts';
import { ExternalError, orThrow } from '../problem/errors.ts';
import { fenced } from '../text/markdown.ts';
import { importImages } from '../upgrade/import/import-images.ts';
import type { ImportReport } from '../upgrade/import/import-report.ts';
import { importText } from '../upgrade/import/import-text.ts';
import { type Invocation, type Report, textOption } from './command.ts';
import type { Format } from './format.ts';

const ourFile = 'images.yaml';

/**
 * `upgrade --import-images FILE`: takes versions from an image list in the style of Helm's values. `--all` adds what is
 * not here too; `--dry-run` only says what would change.
 */
export async function importImagesCommand({ root, options, format }: Invocation): Promise<Report> {
  const file = textOption(options, 'import-images') ?? '';
  const isDry = options['dry-run'] === true;
  const withNew = options.all === true;
  const work = async (): Promise<ImportReport> => {
    const text = textOf(root, ourFile);
    const own = orThrow(readYaml({ file: ourFile, text }, images));
    const list = { file, text: listText(file) };
    const report = orThrow(importImages(list, { text, images: own.images }, withNew));
    orThrow(readYaml({ file: ourFile, text: report.text }, images));
    const edit = new Map([[ourFile, { before: text, after: report.text }]]);
    if (!isDry && report.text !== text) writeNew(root, { create: new Map(), edit });
    return report;
  };
  const report = await (isDry ? work() : withLock(root, work));
  return { text: shown(report, format, withNew, isDry), exitCode: 0 };
}

function listText(file: string): string {
  try {
    return readFileSync(resolve(file), 'utf8');
  } catch (error) {
    const message = `cannot read ${file}: ${(error as Error).message}`;
    throw new ExternalError(file, message, 'is that where the list is?', { cause: error });
  }
}

function shown(report: ImportReport, format: Format, withNew: boolean, isDry: boolean): string {
  if (format === 'json') return `${JSON.stringify({ version: 1, dryRun: isDry, ...report }, null, 2)}\n`;
  const text = importText(report, withNew);
  const next = isDry
    ? 'nothing was written'
    : 'next: npm run generate, then npm run verify; commit both and push';
  return format === 'markdown' ? `${fenced('', text)}\n` : `${text}\n${next}\n`;
}
