import { type Cursor, shown } from './cursor.ts';
import type { LuaToken } from './lua-tokens.ts';
import type { LuaExpression, LuaFacts, LuaField } from './syntax.ts';

/** What an expression needs to know of the statements around it. */
export interface Enclosing {
  readonly found: LuaFacts;
  isLocal(name: string): boolean;
  /** Whether the function around takes `...`. */
  variadic(): boolean;
  functionBody(opened: LuaToken): LuaExpression;
}

export interface Expressions {
  expression(): LuaExpression;
  expressions(): LuaExpression[];
  /** What can be called, or assigned to. */
  prefixExpression(): LuaExpression;
  variable(name: string, line: number): LuaExpression;
  index(of: LuaExpression, key: string, line: number): LuaExpression;
}

const unary = new Set(['not', '-', '#']);
/** Binding power to the left and to the right. */
const binary: Readonly<Record<string, readonly [number, number]>> = {
  or: [1, 1],
  and: [2, 2],
  ...Object.fromEntries(['<', '>', '<=', '>=', '~=', '=='].map((sign) => [sign, [3, 3]])),
  '..': [5, 4],
  '+': [6, 6],
  '-': [6, 6],
  '*': [7, 7],
  '/': [7, 7],
  '%': [7, 7],
  '^': [10, 9],
};
const unaryPower = 8;

export function expressionsOf(cursor: Cursor, enclosing: Enclosing): Expressions {
  function expressions(): LuaExpression[] {
    const all = [expression()];
    while (cursor.skip(',')) all.push(expression());
    return all;
  }

  function expression(power = 0): LuaExpression {
    const { line, kind, text: word } = cursor.here();
    let left: LuaExpression;
    if (kind === 'sign' && unary.has(word)) {
      cursor.next();
      expression(unaryPower);
      left = { kind: 'other', line };
    } else left = simpleExpression();
    for (;;) {
      const [toLeft, toRight] = (cursor.here().kind === 'sign' && binary[cursor.here().text]) || [0, 0];
      if (toLeft <= power) return left;
      cursor.next();
      expression(toRight);
      left = { kind: 'other', line };
    }
  }

  function simpleExpression(): LuaExpression {
    const token = cursor.here();
    const { line } = token;
    if (token.kind === 'text' || token.kind === 'number') {
      cursor.next();
      return token.kind === 'text' ? { kind: 'text', value: token.text, line } : { kind: 'constant', line };
    }
    if (cursor.skip('nil') || cursor.skip('true') || cursor.skip('false')) return { kind: 'constant', line };
    if (cursor.skip('...')) {
      if (!enclosing.variadic()) cursor.fail('... stands outside of a function that takes it', line);
      return { kind: 'other', line };
    }
    if (cursor.skip('function')) return enclosing.functionBody(token);
    return cursor.is('{') ? table() : prefixExpression();
  }

  function prefixExpression(): LuaExpression {
    const opened = cursor.here();
    let value: LuaExpression;
    if (cursor.skip('(')) {
      expression();
      cursor.expect(')', opened);
      value = { kind: 'other', line: opened.line };
    } else if (opened.kind === 'name') {
      cursor.next();
      value = variable(opened.text, opened.line);
    } else return cursor.fail(`${shown(opened)} cannot stand here`);
    for (;;) {
      const token = cursor.here();
      if (cursor.skip('.')) value = index(value, cursor.name(), token.line);
      else if (cursor.skip('[')) {
        const key = expression();
        cursor.expect(']', token);
        value = { kind: 'index', of: value, key, line: token.line };
      } else if (cursor.skip(':')) {
        const method = index(value, cursor.name(), token.line);
        if (!cursor.is('(') && !cursor.is('{') && cursor.here().kind !== 'text')
          cursor.fail(`"(" is missing before ${shown(cursor.here())}`);
        value = call(method);
      } else if (cursor.is('(') || cursor.is('{') || token.kind === 'text') value = call(value);
      else return value;
    }
  }

  function call(of: LuaExpression): LuaExpression {
    const { line, kind, text: word } = cursor.here();
    let given: LuaExpression[] = [];
    if (kind === 'text') {
      cursor.next();
      given = [{ kind: 'text', value: word, line }];
    } else if (cursor.is('{')) given = [table()];
    else {
      const opened = cursor.here();
      cursor.expect('(');
      if (!cursor.is(')')) given = expressions();
      cursor.expect(')', opened);
    }
    const made = { kind: 'call', of, given, line } as const;
    enclosing.found.calls.push(made);
    return made;
  }

  const separator = (): boolean => cursor.skip(',') || cursor.skip(';');

  function table(): LuaExpression {
    const opened = cursor.here();
    cursor.expect('{');
    const fields: LuaField[] = [];
    while (!cursor.is('}')) {
      const token = cursor.here();
      let key: LuaExpression | null = null;
      if (cursor.skip('[')) {
        key = expression();
        cursor.expect(']', token);
        cursor.expect('=');
      } else if (token.kind === 'name' && cursor.ahead()?.kind === 'sign' && cursor.ahead()?.text === '=') {
        cursor.next();
        cursor.next();
        key = { kind: 'text', value: token.text, line: token.line };
      }
      fields.push({ key, value: expression() });
      if (!separator()) break;
      // The interpreter takes more than one, which the language does not.
      while (separator());
    }
    cursor.expect('}', opened);
    return { kind: 'table', fields, line: opened.line };
  }

  function variable(word: string, line: number): LuaExpression {
    if (!enclosing.isLocal(word)) enclosing.found.globals.push({ name: word, line });
    return { kind: 'name', name: word, line };
  }

  function index(of: LuaExpression, key: string, line: number): LuaExpression {
    const made = { kind: 'index', of, key: { kind: 'text', value: key, line }, line } as const;
    enclosing.found.indexes.push(made);
    return made;
  }

  return { expression, expressions, prefixExpression, variable, index };
}
