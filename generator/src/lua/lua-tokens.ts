/** What a token is: a name, a number, a text, a word or sign of the language, or the end of the script. */
export interface LuaToken {
  readonly kind: 'name' | 'number' | 'text' | 'sign' | 'end';
  /** As written; of a text, what it says. */
  readonly text: string;
  /** 1-based. */
  readonly line: number;
}

/** Why a script is no Lua, and where. */
export class LuaSyntaxError extends Error {
  override readonly name = 'LuaSyntaxError';
  readonly line: number;
  constructor(message: string, line: number) {
    super(message);
    this.line = line;
  }
}

const words = new Set(
  'and break do else elseif end false for function goto if in local nil not or repeat return then true until while'.split(
    ' ',
  ),
);

const space = /[ \t\r\n]+/y;
const comment = /--(?!\[=*\[)[^\r\n]*/y;
const long = /(?:--)?\[(=*)\[(?:\r\n|[\r\n])?([\s\S]*?)\]\1\]/y;
const unclosed = /(?:--)?\[=*\[/y;
const name = /[A-Za-z_]\w*/y;
const number = /0[xX][\da-fA-F]+|(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?/y;
const text = /"(?:[^"\\\r\n]|\\(?:\r\n|[\s\S]))*"|'(?:[^'\\\r\n]|\\(?:\r\n|[\s\S]))*'/y;
const sign = /\.\.\.|\.\.|[=~<>]=|::|[-+*/%^#<>=(){}[\];:,.]/y;

/** The tokens of a script in Lua 5.1, with the labels that Argo CD's interpreter has beyond it. */
export function tokensOf(script: string): LuaToken[] {
  const tokens: LuaToken[] = [];
  let at = 0;
  let line = 1;
  const match = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    const found = pattern.exec(script);
    if (found === null) return null;
    at = pattern.lastIndex;
    return found;
  };
  const take = (
    pattern: RegExp,
    kind: (found: RegExpExecArray) => Omit<LuaToken, 'line'> | null,
  ): boolean => {
    const found = match(pattern);
    if (found === null) return false;
    const token = kind(found);
    if (token !== null) tokens.push({ ...token, line });
    line += found[0].match(/\r\n|[\r\n]/g)?.length ?? 0;
    return true;
  };
  while (at < script.length) {
    const known =
      take(space, () => null) ||
      take(comment, () => null) ||
      take(long, ([all, , inside = '']) => (all.startsWith('--') ? null : { kind: 'text', text: inside })) ||
      take(name, ([word]) => ({ kind: words.has(word) ? 'sign' : 'name', text: word })) ||
      take(number, ([digits]) => ({ kind: 'number', text: digits })) ||
      take(text, ([quoted]) => ({ kind: 'text', text: quoted.slice(1, -1) }));
    if (known) continue;
    if (match(unclosed)) throw new LuaSyntaxError('a text or comment in long brackets does not end', line);
    if (take(sign, ([mark]) => ({ kind: 'sign', text: mark }))) continue;
    throw new LuaSyntaxError(unexpected(script.slice(at)), line);
  }
  return [...tokens, { kind: 'end', text: '', line }];
}

function unexpected(rest: string): string {
  if (/^["']/.test(rest)) return 'a text does not end on its line';
  const [character = ''] = rest;
  const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return `${/[\x21-\x7e]/.test(character) ? `"${character}"` : `U+${code}`} is no part of Lua`;
}
