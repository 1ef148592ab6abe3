import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Chart, Plain, PlainObject } from '../../model/model.ts';
import type { ChartValues } from '../../verify/settings.ts';
import { run } from '../process.ts';

/** What a chart says of its values, be it unpacked or packed. */
export async function chartValues(chart: Chart, path: string): Promise<ChartValues> {
  const read = statSync(path).isDirectory() ? fromFolder(path) : fromArchive(path, nameInArchive(chart));
  const [values, schema] = [await read('values.yaml'), await read('values.schema.json')];
  return {
    values: (parse(values ?? '') ?? {}) as Plain,
    schema: schema === null ? null : (JSON.parse(schema) as PlainObject),
  };
}

type Read = (file: string) => Promise<string | null>;

const fromFolder =
  (folder: string): Read =>
  async (file) =>
    existsSync(join(folder, file)) ? readFileSync(join(folder, file), 'utf8') : null;

const fromArchive =
  (archive: string, folder: string): Read =>
  async (file) => {
    const ended = await run('tar', ['-xzOf', archive, `${folder}/${file}`]);
    return ended?.code === 0 ? ended.stdout : null;
  };

/** Helm packs a chart under its own name. */
const nameInArchive = (chart: Chart): string =>
  chart.kind === 'repository' || chart.kind === 'oci' ? chart.chart : chart.name;
