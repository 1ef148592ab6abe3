import { LuaSyntaxError, type LuaToken, tokensOf } from './lua-tokens.ts';

/** A place among the tokens of a script, and the ways to go on from it. */
export interface Cursor {
  here(): LuaToken;
  /** The token behind this one. */
  ahead(): LuaToken | undefined;
  next(): void;
  is(sign: string): boolean;
  /** Goes on where the sign stands here. */
  skip(sign: string): boolean;
  /** Goes on, or fails; `opened` is what the sign closes. */
  expect(sign: string, opened?: LuaToken): void;
  name(): string;
  fail(message: string, line?: number): never;
}

export function cursorOf(script: string): Cursor {
  const tokens = tokensOf(script);
  let at = 0;
  const end: LuaToken = { kind: 'end', text: '', line: tokens.at(-1)?.line ?? 1 };
  const here = (): LuaToken => tokens[at] ?? end;
  const is = (sign: string): boolean => here().kind === 'sign' && here().text === sign;
  const fail = (message: string, line = here().line): never => {
    throw new LuaSyntaxError(message, line);
  };
  const skip = (sign: string): boolean => {
    if (!is(sign)) return false;
    at += 1;
    return true;
  };
  return {
    here,
    ahead: () => tokens[at + 1],
    next() {
      at += 1;
    },
    is,
    skip,
    expect(sign, opened) {
      if (skip(sign)) return;
      const why =
        opened && opened.line !== here().line ? `, which closes "${opened.text}" of line ${opened.line}` : '';
      fail(`"${sign}" is missing before ${shown(here())}${why}`);
    },
    name() {
      const token = here();
      if (token.kind !== 'name') fail(`a name is missing before ${shown(token)}`);
      at += 1;
      return token.text;
    },
    fail,
  };
}

export const shown = ({ kind, text }: LuaToken): string =>
  kind === 'end' ? 'the end of the script' : `"${text.split('\n')[0]}"`;
