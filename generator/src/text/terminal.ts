/** Characters that steer a terminal, or the direction in which text is shown, instead of being shown. */
const steering = /[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu;

/** What somebody typed, on one line, without what steers a terminal. */
export const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').replaceAll(steering, '').trim();

/** Lines for a terminal. GitHub Actions takes a line that begins with `::` or `##[` for a command: none does. */
export const terminalText = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.replaceAll(steering, (found) => (found === '\t' ? found : '')))
    .map((line) => line.replace(/^(\s*)(:(?=:)|##(?=\[))/, '$1$2 '))
    .join('\n');
