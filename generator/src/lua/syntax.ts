/** An expression, as far as a check can be judged by it. */
export type LuaExpression =
  | { readonly kind: 'text'; readonly value: string; readonly line: number }
  /** Everything else that is written down and no table: a number, a boolean, nil, a function. */
  | { readonly kind: 'constant'; readonly line: number }
  | { readonly kind: 'table'; readonly fields: readonly LuaField[]; readonly line: number }
  | { readonly kind: 'name'; readonly name: string; readonly line: number }
  | { readonly kind: 'index'; readonly of: LuaExpression; readonly key: LuaExpression; readonly line: number }
  | {
      readonly kind: 'call';
      readonly of: LuaExpression;
      readonly given: readonly LuaExpression[];
      readonly line: number;
    }
  | { readonly kind: 'other'; readonly line: number };

/** `key` is null in a list. */
export interface LuaField {
  readonly key: LuaExpression | null;
  readonly value: LuaExpression;
}

/** What a script does, in the order in which it is written. */
export interface LuaFacts {
  /** What the script itself returns, not its functions; null where it returns nothing. */
  readonly returns: { readonly value: LuaExpression | null; readonly line: number }[];
  readonly assignments: { readonly to: LuaExpression; readonly value: LuaExpression | null }[];
  /** Names that are no local where they are read or assigned to. */
  readonly globals: { readonly name: string; readonly line: number }[];
  readonly calls: (LuaExpression & { readonly kind: 'call' })[];
  /** Every `a.b`. */
  readonly indexes: (LuaExpression & { readonly kind: 'index' })[];
}

export interface LuaScript extends LuaFacts {
  /** Whether every way through the script ends in a return or an error. */
  readonly ends: boolean;
}
