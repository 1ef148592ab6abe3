import { nearest } from '../problem/nearest.ts';
import { LuaSyntaxError } from './lua-tokens.ts';
import { parseLua } from './parser.ts';
import type { LuaExpression, LuaScript } from './syntax.ts';

/** Something about a health check that Argo CD would stumble over. */
export interface ScriptFault {
  /** 1-based. */
  readonly line: number;
  readonly message: string;
  readonly hint?: string;
}

/** The verdicts that Argo CD knows; anything else counts as Unknown. */
export const verdicts = ['Healthy', 'Progressing', 'Degraded', 'Suspended', 'Missing', 'Unknown'] as const;

/** What is wrong with a health check, as far as that can be seen without running it. */
export function faultsOf(text: string): ScriptFault[] {
  try {
    const script = parseLua(text);
    return [...unreturned(script), ...badStatuses(script), ...unavailable(script)].sort(
      (a, b) => a.line - b.line,
    );
  } catch (error) {
    if (error instanceof LuaSyntaxError) return [{ line: error.line, message: error.message }];
    throw error;
  }
}

const wanted = 'return { status = "Progressing", message = "…" }';

function unreturned({ returns, ends }: LuaScript): ScriptFault[] {
  if (returns.length === 0)
    return [{ line: 1, message: 'it returns nothing, and so is no health check', hint: wanted }];
  const wrong = returns.flatMap(({ value, line }): ScriptFault[] => {
    const what = noTable(value);
    return what === null
      ? []
      : [{ line, message: `it returns ${what} where Argo CD expects a table`, hint: wanted }];
  });
  if (ends) return wrong;
  const message = 'it can come to its end without a return';
  return [...wrong, { line: returns.at(-1)?.line ?? 1, message, hint: `end with ${wanted}` }];
}

function noTable(value: LuaExpression | null): string | null {
  if (value === null) return 'nothing';
  if (value.kind === 'text') return `the text "${value.value}"`;
  if (value.kind === 'constant') return 'no table';
  if (value.kind === 'table' && !value.fields.some(({ key }) => isText(key, 'status')))
    return 'a table without status';
  return null;
}

const isText = (expression: LuaExpression | null, text: string): boolean =>
  expression?.kind === 'text' && expression.value === text;

/** Statuses that are written down in what is returned, directly or by a name. */
function badStatuses({ returns, assignments }: LuaScript): ScriptFault[] {
  const names = new Set(returns.flatMap(({ value }) => (value?.kind === 'name' ? [value.name] : [])));
  const isReturned = (to: LuaExpression): boolean => to.kind === 'name' && names.has(to.name);
  const tables = [
    ...returns.map(({ value }) => value),
    ...assignments.filter(({ to }) => isReturned(to)).map(({ value }) => value),
  ];
  const statuses = [
    ...tables.flatMap((table) =>
      table?.kind === 'table'
        ? table.fields.filter(({ key }) => isText(key, 'status')).map(({ value }) => value)
        : [],
    ),
    ...assignments
      .filter(({ to }) => to.kind === 'index' && isText(to.key, 'status') && isReturned(to.of))
      .map(({ value }) => value),
  ];
  return statuses.flatMap((status): ScriptFault[] => {
    if (status?.kind === 'constant')
      return [{ line: status.line, message: 'its status is no text', hint: `known: ${verdicts.join(', ')}` }];
    if (status?.kind !== 'text' || verdicts.some((verdict) => verdict === status.value)) return [];
    const meant = verdicts.find((verdict) => verdict.toLowerCase() === status.value.toLowerCase());
    const hint = meant ? `did you mean "${meant}"?` : `known: ${verdicts.join(', ')}`;
    return [{ line: status.line, message: `Argo CD knows no status "${status.value}"`, hint }];
  });
}

/** What Argo CD gives a health check: the object, and of the libraries the base, `table` and a part of `os`. */
const given = new Set([
  ...['obj', 'actionParams', '_G', '_VERSION', 'table', 'package', 'require', 'module'],
  ...['assert', 'collectgarbage', 'dofile', 'error', 'getfenv', 'getmetatable', 'ipairs', 'load', 'loadfile'],
  ...['loadstring', 'newproxy', 'next', 'pairs', 'pcall', 'print', 'rawequal', 'rawget', 'rawset', 'select'],
  ...['setfenv', 'setmetatable', 'tonumber', 'tostring', 'type', 'unpack', 'xpcall'],
]);
const members: Readonly<Record<string, readonly string[]>> = {
  table: ['concat', 'getn', 'insert', 'maxn', 'remove', 'sort'],
  os: ['date', 'time'],
};
const provided = 'there are the base library, table, and require("os") for time and date';
const libraries = ['string', 'io', 'math', 'debug', 'coroutine', 'channel', 'os'];

function unavailable({ globals, assignments, indexes, calls }: LuaScript): ScriptFault[] {
  const own = new Set(assignments.flatMap(({ to }) => (to.kind === 'name' ? [to.name] : [])));
  const seen = new Set<string>();
  return [
    ...globals.flatMap(({ name, line }): ScriptFault[] => {
      if (given.has(name) || own.has(name) || seen.has(name)) return [];
      seen.add(name);
      if (name === 'os')
        return [{ line, message: 'os has to be asked for', hint: 'begin with local os = require("os")' }];
      if (libraries.includes(name))
        return [{ line, message: `Argo CD gives health checks no library "${name}"`, hint: provided }];
      const meant = nearest(name, [...given, ...own]);
      const hint = meant ? `did you mean "${meant}"?` : provided;
      return [{ line, message: `nothing is called "${name}"`, hint }];
    }),
    ...indexes.flatMap(({ of, key, line }): ScriptFault[] => {
      const known = of.kind === 'name' ? members[of.name] : undefined;
      if (of.kind !== 'name' || key.kind !== 'text' || !known || known.includes(key.value)) return [];
      const message = `Argo CD's ${of.name} has no "${key.value}"`;
      return [{ line, message, hint: `it has ${known.join(', ')}` }];
    }),
    ...calls.flatMap(({ of, given: [module], line }): ScriptFault[] => {
      if (of.kind !== 'name' || of.name !== 'require' || module?.kind !== 'text' || module.value === 'os')
        return [];
      return [
        { line, message: `there is no module "${module.value}" to require`, hint: 'there is "os" alone' },
      ];
    }),
  ];
}
