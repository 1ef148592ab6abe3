export const command = 'npm run generate';

/** First line of a written file: what wrote it, and where a change belongs instead. */
export const notice = (from: string): string => `Written by \`${command}\` from ${from}. Do not edit.`;
