/** What GitHub takes of each text, in characters. */
export const limits = { body: 65_536, title: 256, status: 140 } as const;

/** A text that GitHub gave back, to compare with what it was given. */
export const normal = (body: string | null | undefined): string =>
  (body ?? '').replaceAll('\r\n', '\n').trim();

/** A text on one line, cut to its limit. */
export function oneLine(text: string, limit: number): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  return line.length <= limit ? line : `${wholeCharacters(line, limit - 1)}…`;
}

/**
 * Markdown that GitHub takes: what is too long is cut after a line, with a sentence that says so. A code block or a
 * folded section that the cut leaves open is closed, so that the sentence is seen.
 * @param room characters that must stay free, for what is put behind
 */
export function fitted(markdown: string, room = 0): string {
  const limit = limits.body - room;
  const text = markdown.replaceAll('\r\n', '\n').trimEnd();
  if (text.length <= limit) return text;
  // What is put behind depends on where the cut is, so room for the longest there is gets left.
  const kept = linesUpTo(text, limit - longestEnd(text));
  const left = text.slice(kept.length).split('\n').length - (kept === '' ? 0 : 1);
  return `${kept}${closing(kept)}${sentence(left)}`;
}

const sentence = (lines: number): string =>
  `\n\n_Cut here: the text is longer than the ${limits.body.toLocaleString('en-US')} characters that GitHub takes; ${lines.toLocaleString('en-US')} more ${lines === 1 ? 'line is' : 'lines are'} left out._`;

const longestEnd = (text: string): number => sentence(text.length).length + openings(text).join('').length;

/** The whole lines that fit; where the very first does not, as much of it as does. */
function linesUpTo(text: string, limit: number): string {
  const end = text.lastIndexOf('\n', limit);
  return end > 0 ? text.slice(0, end) : wholeCharacters(text, limit);
}

/** Never half of a character that takes two places. */
function wholeCharacters(text: string, limit: number): string {
  const cut = text.slice(0, limit);
  return /[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut;
}

/** What closes everything that the text leaves open, innermost first. */
function closing(text: string): string {
  const open: string[] = [];
  let fence: string | null = null;
  for (const line of text.split('\n')) {
    const mark: string | undefined = line.match(/^ {0,3}(`{3,}|~{3,})/)?.[1];
    if (fence !== null) {
      if (mark?.startsWith(fence) && line.trim() === mark) fence = null;
      continue;
    }
    if (mark !== undefined) fence = mark;
    for (const [tag] of line.matchAll(/<\/?details\b/g)) {
      if (tag === '<details') open.push('\n\n</details>');
      else open.pop();
    }
  }
  return `${fence === null ? '' : `\n${fence}`}${open.join('')}`;
}

/** An upper bound of what may have to be closed. */
const openings = (text: string): string[] => [
  `\n${text.match(/(`{3,}|~{3,})/g)?.reduce((a, b) => (a.length > b.length ? a : b), '') ?? ''}`,
  ...[...text.matchAll(/<details\b/g)].map(() => '\n\n</details>'),
];
