import { oneLine } from './terminal.ts';

/** What somebody typed, as Markdown that shows just that, on one line: no markup, no HTML. */
export function plain(text: string): string {
  return (
    oneLine(text)
      .replaceAll(/[\\`*[\]<~$]/g, '\\$&')
      .replaceAll(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
      .replaceAll(/&(?=#?\w+;)/g, '&amp;')
      .replace(/^[#>+=-]/, '\\$&')
      // A list begins with a blank behind its number; 0.1.0 is none.
      .replace(/^(\d+)([.)])(?=\s|$)/, '$1\\$2')
  );
}

/** Zero wide: it parts what a forge would take for a name or a reference, and nobody sees it. */
const gap = '&#8203;';

/** The same for a pull request, where it must not call people, nor refer to or close what is none of its business. */
export function inert(text: string): string {
  return plain(text).replaceAll(/@(?=[\w-])|#(?=\d)|GH-(?=\d)|:(?=\/\/)|www(?=\.)/gi, `$&${gap}`);
}

/** A block of text as it is, in a fence that is longer than any inside. */
export function fenced(language: string, text: string): string {
  const fence = longerThan(text, 3);
  return `${fence}${language}\n${text.trimEnd()}\n${fence}`;
}

/** A table; cells are Markdown, and written as they are but for what would end them. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll(/(?<!\\)((?:\\\\)*)\|/g, '$1\\|').replaceAll('\n', ' ')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** Text as it is, inside a line. */
export function code(text: string): string {
  const line = oneLine(text);
  const ticks = longerThan(line, 1);
  return /^`|`$/.test(line) ? `${ticks} ${line} ${ticks}` : `${ticks}${line}${ticks}`;
}

const longerThan = (text: string, least: number): string =>
  '`'.repeat(Math.max(least, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length + 1)));

/** `1 app`, `2 apps`. */
export const count = (n: number, noun: string): string => `${n} ${noun}${n === 1 ? '' : 's'}`;

/** `a`, `a and b`, `a, b and c`. */
export function list(items: readonly string[]): string {
  if (items.length < 2) return items.join('');
  return `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}

/** Sections with a blank line between them, empty ones left out. */
export const sections = (...parts: readonly string[]): string =>
  `${parts.filter((part) => part !== '').join('\n\n')}\n`;
