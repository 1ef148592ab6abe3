export const command = 'npm run generate';

/** First line of a written file: what wrote it, and where a change belongs instead. */
export const notice = (from: string): string =>
  `Written by \`${command}\` from ${from.replace(endsLine, '?')}. Do not edit.`;

/** A file may be called anything, but its name must not end the line. */
const endsLine = /[\p{Cc}\p{Zl}\p{Zp}]/gu;
