/*
 * The index of a Helm repository can have tens of megabytes, of which an upgrade wants four keys of a few charts. As
 * YAML of block style, which is what Helm writes, it is a list of lines whose indents say what belongs where (YAML 1.2.2,
 * 8.2). So all but those keys is left out before anything is parsed.
 */

const indentOf = (line: string): number => line.search(/[^ ]|$/);
const saysNothing = (line: string): boolean => /^\s*(#|$)/.test(line);

/**
 * The lines of each chart's list, by the name of the chart; null where the index is not written in that way. `---` and
 * comments are permitted.
 */
export function chartLines(index: string): ReadonlyMap<string, string> | null {
  const opening = index.match(/^entries:[ \t]*\r?$/m);
  if (opening?.index === undefined) return null;
  const charts = new Map<string, string>();
  let indent: number | null = null;
  let open: { name: string; from: number } | null = null;
  let at = index.indexOf('\n', opening.index) + 1;
  const close = (to: number): void => {
    if (open !== null) charts.set(open.name, index.slice(open.from, to));
    open = null;
  };
  while (at > 0 && at < index.length) {
    const found = index.indexOf('\n', at);
    const end = found < 0 ? index.length : found;
    // Most lines are deeper than the names of charts; they are passed without being cut out.
    if (indent === null || isAtMost(index, at, indent)) {
      const line = index.slice(at, end);
      if (!saysNothing(line)) {
        indent ??= indentOf(line);
        if (indentOf(line) < indent || indent === 0) break;
        if (!/^ *- |^ *-\r?$/.test(line)) {
          close(at);
          const [, name] = line.match(/^ *["']?([^"':\s]+)["']?:[ \t]*\r?$/) ?? [];
          if (name !== undefined) open = { name, from: end + 1 };
          // A list in one line, or a name of another kind.
          else if (!/^ *["']?[^"':\s]+["']?:[ \t]*(\[\]|null|~)/.test(line)) return null;
        }
      }
    }
    at = end + 1;
  }
  close(Math.min(at, index.length));
  return charts;
}

function isAtMost(text: string, at: number, indent: number): boolean {
  for (let i = at; i <= at + indent; i++) if (text[i] !== ' ') return true;
  return false;
}

/** Such a list with some keys of its items only. */
export function onlyKeys(list: string, keys: readonly string[]): string {
  const wanted = new Set(keys);
  const dash = indentOf(list.split('\n').find((line) => !saysNothing(line)) ?? '');
  let column = dash + 2;
  let keep = false;
  return list
    .split('\n')
    .flatMap((line) => {
      if (saysNothing(line)) return keep ? [line] : [];
      const item = indentOf(line) === dash && line[dash] === '-';
      const rest = item ? `${' '.repeat(dash + 1)}${line.slice(dash + 1)}` : line;
      if (item && rest.trim() !== '') column = indentOf(rest);
      if (indentOf(rest) <= column)
        keep = wanted.has(
          rest
            .trim()
            .replace(/["']?:.*$/s, '')
            .replace(/^["']/, ''),
        );
      if (!item) return keep ? [line] : [];
      return keep ? [`${' '.repeat(dash)}-`, rest] : [`${' '.repeat(dash)}-`];
    })
    .join('\n');
}
