import type { Texts } from './memory-git.ts';
import { versionPaths } from './small-platform.ts';

/** What stands in an entry: read by nothing of what upgrades read it with. */
export interface Standing {
  readonly version: string;
  readonly digest: string | null;
}

/** Versions by key, of images and charts, by the lines that they stand in. */
export function versionsIn(files: Texts): Map<string, Standing> {
  const found = new Map<string, Standing>();
  for (const path of Object.values(versionPaths))
    for (const [, key = '', lines = ''] of (files.get(path) ?? '').matchAll(
      /^ {2}([\w-]+):.*\n((?: {4}.*\n)+)/gm,
    ))
      found.set(key, {
        version: valueIn(lines, 'tag') ?? valueIn(lines, 'version') ?? '',
        digest: valueIn(lines, 'digest') ?? valueIn(lines, 'revision'),
      });
  return found;
}

function valueIn(lines: string, key: string): string | null {
  const [, value] = lines.match(new RegExp(`^ {4}${key}: "?([^"\\s]+)`, 'm')) ?? [];
  return value === undefined || value === 'null' ? null : value;
}

export interface Change {
  readonly key: string;
  readonly from: Standing;
  readonly to: Standing;
}

export function changesBetween(before: Texts, after: Texts): Change[] {
  const old = versionsIn(before);
  return [...versionsIn(after)].flatMap(([key, to]) => {
    const from = old.get(key);
    if (!from) throw new Error(`${key} is new`);
    return from.version === to.version && from.digest === to.digest ? [] : [{ key, from, to }];
  });
}

/** Changed lines that no upgrade may change: any but those of versions, and of those, all but the value. */
export function strayLines(before: Texts, after: Texts): string[] {
  return [...before].flatMap(([path, text]) => {
    const [old, now] = [text.split('\n'), (after.get(path) ?? '').split('\n')];
    if (old.length !== now.length) return [`${path} has ${now.length} lines instead of ${old.length}`];
    return old.flatMap((line, i) => {
      const other = now[i] ?? '';
      return line === other || frameOf(line) === frameOf(other)
        ? []
        : [`${path}: ${line.trim()} became ${other.trim()}`];
    });
  });
}

/** A line without its value, where upgrades may set that. */
const frameOf = (line: string): string =>
  line.replace(/^( {4}(?:tag|digest|version|revision): )("?)[^ "#]+\2/, '$1$2…$2');
