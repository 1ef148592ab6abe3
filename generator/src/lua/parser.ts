import { cursorOf, shown } from './cursor.ts';
import { expressionsOf } from './expressions.ts';
import type { LuaToken } from './lua-tokens.ts';
import type { LuaExpression, LuaFacts, LuaScript } from './syntax.ts';

const closing = new Set(['end', 'else', 'elseif', 'until']);

/** Reads a script of Lua 5.1; throws a `LuaSyntaxError` where it is none. */
export function parseLua(text: string): LuaScript {
  const cursor = cursorOf(text);
  const found: LuaFacts = { returns: [], assignments: [], globals: [], calls: [], indexes: [] };
  const scopes: Set<string>[] = [new Set()];
  /** Of the functions around the present place, from the outside in. */
  const functions: { readonly variadic: boolean; loops: number }[] = [{ variadic: true, loops: 0 }];
  const innermost = () => functions.at(-1) ?? { variadic: true, loops: 0 };
  const { expression, expressions, prefixExpression, variable, index } = expressionsOf(cursor, {
    found,
    isLocal: (name) => scopes.some((scope) => scope.has(name)),
    variadic: () => innermost().variadic,
    functionBody: (opened) => functionBody(opened, false),
  });
  const declare = (...names: readonly string[]): void => {
    for (const local of names) scopes.at(-1)?.add(local);
  };
  const inside = <T>(run: () => T): T => {
    scopes.push(new Set());
    const result = run();
    scopes.pop();
    return result;
  };

  const closes = (): boolean => {
    const { kind, text: word } = cursor.here();
    return kind === 'end' || (kind === 'sign' && closing.has(word));
  };

  /** Labels of the blocks around the present place, of one function, and the jumps that have not found theirs. */
  let blocks: { readonly labels: Set<string>; readonly jumps: LuaToken[] }[] = [];

  /** Statements up to a word that closes them; whether they always return. */
  function block(): boolean {
    blocks.push({ labels: new Set(), jumps: [] });
    const ends = statements();
    const closed = blocks.pop();
    const open = closed?.jumps.filter(({ text: label }) => !closed.labels.has(label)) ?? [];
    if (open[0] && blocks.length === 0)
      cursor.fail(`no label "${open[0].text}" can be seen from here`, open[0].line);
    blocks.at(-1)?.jumps.push(...open);
    return ends;
  }

  function statements(): boolean {
    while (!closes()) {
      if (cursor.skip(';')) continue;
      const opening = cursor.here();
      if (cursor.skip('return')) {
        const value = closes() || cursor.is(';') ? [] : expressions();
        if (functions.length === 1) found.returns.push({ value: value[0] ?? null, line: opening.line });
        cursor.skip(';');
        return last('return');
      }
      if (cursor.skip('break')) {
        if (innermost().loops === 0) cursor.fail('break stands outside of a loop', opening.line);
        cursor.skip(';');
        last('break');
        return false;
      }
      if (statement()) {
        rest();
        return true;
      }
    }
    return false;
  }
  /** Behind what always returns there may be more, which is never reached but has to be Lua. */
  const rest = (): void => void statements();
  const last = (word: string): boolean => {
    if (!closes()) cursor.fail(`${word} must be the last of its block, and ${shown(cursor.here())} follows`);
    return true;
  };

  const loop = (opened: LuaToken, close: string): void => {
    innermost().loops += 1;
    block();
    innermost().loops -= 1;
    cursor.expect(close, opened);
  };

  /** Whether what comes after it is never reached. */
  function statement(): boolean {
    const opened = cursor.here();
    if (cursor.skip('do')) {
      const ends = inside(block);
      cursor.expect('end', opened);
      return ends;
    }
    if (cursor.skip('if')) return branches(opened);
    if (cursor.skip('while')) {
      expression();
      const body = cursor.here();
      cursor.expect('do');
      inside(() => loop(body, 'end'));
      return false;
    }
    if (cursor.skip('repeat')) {
      inside(() => {
        loop(opened, 'until');
        expression();
      });
      return false;
    }
    if (cursor.skip('for')) return forLoop();
    if (cursor.skip('function')) {
      let target: LuaExpression = variable(cursor.name(), opened.line);
      while (cursor.skip('.')) target = index(target, cursor.name(), opened.line);
      const method = cursor.skip(':');
      if (method) target = index(target, cursor.name(), opened.line);
      found.assignments.push({ to: target, value: functionBody(opened, method) });
      return false;
    }
    if (cursor.skip('goto')) {
      const label = cursor.here();
      cursor.name();
      blocks.at(-1)?.jumps.push(label);
      return false;
    }
    if (cursor.skip('::')) {
      const label = cursor.name();
      if (blocks.at(-1)?.labels.has(label)) cursor.fail(`the label "${label}" stands twice`, opened.line);
      blocks.at(-1)?.labels.add(label);
      cursor.expect('::');
      return false;
    }
    if (cursor.skip('local')) {
      localStatement(opened);
      return false;
    }
    return expressionStatement();
  }

  function branches(opened: LuaToken): boolean {
    let ends = true;
    const branch = (): void => {
      expression();
      cursor.expect('then');
      ends = inside(block) && ends;
    };
    branch();
    while (cursor.skip('elseif')) branch();
    if (cursor.skip('else')) ends = inside(block) && ends;
    else ends = false;
    cursor.expect('end', opened);
    return ends;
  }

  function forLoop(): boolean {
    const names = [cursor.name()];
    if (cursor.skip('=')) {
      expression();
      cursor.expect(',');
      expression();
      if (cursor.skip(',')) expression();
    } else {
      while (cursor.skip(',')) names.push(cursor.name());
      cursor.expect('in');
      expressions();
    }
    const body = cursor.here();
    cursor.expect('do');
    inside(() => {
      declare(...names);
      loop(body, 'end');
    });
    return false;
  }

  function localStatement(opened: LuaToken): void {
    if (cursor.skip('function')) {
      const local = cursor.name();
      declare(local);
      functionBody(opened, false);
      return;
    }
    const names = [cursor.name()];
    while (cursor.skip(',')) names.push(cursor.name());
    const values = cursor.skip('=') ? expressions() : [];
    declare(...names);
    for (const [i, local] of names.entries())
      found.assignments.push({
        to: { kind: 'name', name: local, line: opened.line },
        value: values[i] ?? null,
      });
  }

  function expressionStatement(): boolean {
    const targets = [prefixExpression()];
    const [first] = targets;
    if (first?.kind === 'call' && !cursor.is('=') && !cursor.is(','))
      return first.of.kind === 'name' && first.of.name === 'error';
    while (cursor.skip(',')) targets.push(prefixExpression());
    for (const target of targets)
      if (target.kind !== 'name' && target.kind !== 'index') cursor.fail('this is no statement', target.line);
    cursor.expect('=');
    const values = expressions();
    for (const [i, to] of targets.entries()) found.assignments.push({ to, value: values[i] ?? null });
    return false;
  }

  function functionBody(opened: LuaToken, method: boolean): LuaExpression {
    const names = method ? ['self'] : [];
    let variadic = false;
    cursor.expect('(');
    while (!cursor.is(')')) {
      if (cursor.skip('...')) {
        variadic = true;
        break;
      }
      names.push(cursor.name());
      if (!cursor.skip(',')) break;
      if (cursor.is(')')) cursor.fail('a name is missing before ")"');
    }
    cursor.expect(')');
    functions.push({ variadic, loops: 0 });
    const around = blocks;
    blocks = [];
    inside(() => {
      declare(...names);
      block();
    });
    blocks = around;
    functions.pop();
    cursor.expect('end', opened);
    return { kind: 'constant', line: opened.line };
  }

  const ends = block();
  if (cursor.here().kind !== 'end') cursor.fail(`${shown(cursor.here())} closes nothing`);
  return { ...found, ends };
}
