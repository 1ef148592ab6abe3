export const command = 'npm run generate';

const mark = `Written by \`${command}\` from `;

/** First line of a written file: what wrote it, and where a change belongs instead. */
export const notice = (from: string): string => `${mark}${from.replace(endsLine, '?')}. Do not edit.`;

/** A file may be called anything, but its name must not end the line. */
const endsLine = /[\p{Cc}\p{Zl}\p{Zp}]/gu;

/** JSON has no comments; its first key says it. */
export const markedJson = (value: object, from: string): string =>
  `${JSON.stringify({ $comment: notice(from), ...value }, null, 2)}\n`;

const openers = ['# ', '// ', '<!-- ', '{\n  "$comment": "'];

/** Lines before the notice that a merge tool may have added, or that JSON begins with. */
const linesBefore = 5;

/** Whether a text carries the notice: in its first lines, whatever editors and merge tools made of the others. */
export function hasNotice(text: string): boolean {
  return text
    .replace(/^\uFEFF/, '')
    .split('\n', linesBefore)
    .some((line) => openers.some((opener) => line.startsWith(`${opener.split('\n').at(-1)}${mark}`)));
}

/** Whether a text is what is left of a written file that was cut short before its notice ended. */
export const beginsNotice = (text: string): boolean =>
  openers.some((opener) => `${opener}${mark}`.startsWith(text));
