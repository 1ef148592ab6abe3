import { type Layer, layerIndex, layers } from '../definition/layer.ts';

/** An app as `apps/index.ts` lists it. */
export interface Listed {
  /** Name of the constant. */
  readonly identifier: string;
  readonly layer: Layer;
  /** Name of its file below the layer's folder, without the ending. */
  readonly file: string;
}

const imported = /^import \{ (\w+) \} from '\.\/([^']+)\.ts';$/;
const opening = /^export const apps\b[^=]*= \[$/;
const whole = /^(export const apps\b[^=]*= \[)([^[\]\n]*)\];$/m;

/**
 * Adds an app to the text of `apps/index.ts`: its import where the paths are in order, its name in the list where the
 * layers are, and in a layer the alphabet. Null where the file has no such list, one name on a line.
 */
export function insertApp(text: string, app: Listed): string | null {
  if (whole.test(text)) return inOneLine(text, app);
  const lines = text.split('\n');
  const start = lines.findIndex((line) => opening.test(line));
  const end = lines.indexOf('];', start);
  if (start < 0 || end < 0) return null;
  const path = `${app.layer}/${app.file}`;
  const known = importsIn(text);
  const after = lines.findIndex((line, i) => i > start && i < end && comesBefore(path, pathIn(line, known)));
  lines.splice(after < 0 ? end : after, 0, `  ${app.identifier},`);
  return withImport(lines, app);
}

/** A list short enough for one line has no order to keep. */
function inOneLine(text: string, app: Listed): string {
  const longer = text.replace(whole, (_, start: string, names: string) => {
    const before = names.trim().replace(/,$/, '');
    return `${start}${before === '' ? '' : `${before}, `}${app.identifier}];`;
  });
  return withImport(longer.split('\n'), app);
}

function withImport(lines: string[], { identifier, layer, file }: Listed): string {
  const path = `${layer}/${file}`;
  lines.splice(importLine(lines, path), 0, `import { ${identifier} } from './${path}.ts';`);
  return lines.join('\n');
}

/** Constants that `apps/index.ts` imports, each with its path from `apps/`, without the ending. */
export function importsIn(text: string): ReadonlyMap<string, string> {
  return new Map(
    text.split('\n').flatMap((line) => {
      const [, name = '', path = ''] = line.match(imported) ?? [];
      return name === '' ? [] : [[name, path] as const];
    }),
  );
}

const pathIn = (line: string, known: ReadonlyMap<string, string>): string | undefined =>
  known.get(line.match(/^\s*(\w+)/)?.[1] ?? '');

/** Before the first import whose path comes later; behind the last where none does. */
function importLine(lines: readonly string[], path: string): number {
  const later = lines.findIndex((line) => (line.match(imported)?.[2] ?? '') > path);
  return later < 0 ? lines.findLastIndex((line) => line.startsWith('import ')) + 1 : later;
}

function comesBefore(path: string, other: string | undefined): boolean {
  if (other === undefined) return false;
  const [layer, theirs] = [layerOf(path), layerOf(other)];
  return layer < theirs || (layer === theirs && path < other);
}

function layerOf(path: string): number {
  const layer = layers.find((known) => path.startsWith(`${known}/`));
  return layer === undefined ? -1 : layerIndex(layer);
}
