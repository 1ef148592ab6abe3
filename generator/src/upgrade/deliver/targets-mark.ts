const mark = /<!-- upgrade: (.*?) -->/;

/** The line of a pull request's text that says what it moves to, where nobody sees it. */
export const targetsMark = (targets: string): string => `<!-- upgrade: ${written(targets)} -->`;

/** What such a line in a text says, or null. */
export function targetsIn(text: string): string | null {
  const found = text.match(mark)?.[1];
  return found === undefined ? null : found.replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

/** A text with that line on top, where what is too long is not cut, and with no other. */
export const withTargets = (text: string, targets: string): string =>
  `${targetsMark(targets)}\n${text.replace(new RegExp(`${mark.source}\\n*`, 'g'), '')}`;

/** Nothing in it ends the comment. */
const written = (targets: string): string => targets.replaceAll('&', '&amp;').replaceAll('>', '&gt;');
