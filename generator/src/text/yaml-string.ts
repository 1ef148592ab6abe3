/**
 * What Go reads in a YAML text. Helm and Argo CD read a mixture of 1.1 and 1.2: more words are numbers or booleans,
 * more characters end a line, and fewer may stand there as they are.
 */

/** All that YAML 1.1 calls a line break, and what no YAML text may hold. */
const unprintable =
  /[^\t\n\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\u{10000}-\u{10ffff}]/gu;

/** Whether a string has to stand in double quotes to be read as it is, between braces or not. */
export const needsQuotes = (text: string, inFlow: boolean): boolean =>
  text.search(unprintable) >= 0 ||
  // A tab that comes first would be indentation, and a block of nothing but white space is none.
  /^[ \n]*(\t|$)/.test(text) ||
  looksLikeNumber(text) ||
  (inFlow && !/^[\w./$]([\w./$@+= -]|:(?=[\w/]))*$/.test(text));

const looksLikeNumber = (text: string): boolean =>
  /^[-+]?(0[xob][\da-f]*|\d*\.?\d*(e[-+]?\d*)?|\d+(:\d+)+(\.\d*)?|\.(inf|nan))$/i.test(
    text.replaceAll('_', ''),
  ) || /^\d{4}-\d\d?-\d\d?/.test(text);

/** Stands for the backslash of an escape until the text is written; the one of a value is itself escaped. */
const mark = '\uffff';

/** A string with every such character marked as its escape, which double quotes are the only place for. */
export const markEscapes = (text: string): string =>
  text.replace(unprintable, (character) => {
    const code = (character.codePointAt(0) ?? 0).toString(16);
    return `${mark}${code.length > 4 ? `U${code.padStart(8, '0')}` : `u${code.padStart(4, '0')}`}`;
  });

export const writeEscapes = (text: string): string => text.replaceAll(mark, '\\');
