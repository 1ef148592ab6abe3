import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { obtain } from '../../src/edge/tools/obtain.ts';
import { faultsOf } from '../../src/lua/health-script.ts';
import { tokensOf } from '../../src/lua/lua-tokens.ts';
import { parseLua } from '../../src/lua/parser.ts';
import { readHealthChecks } from '../../src/model/health-checks.ts';
import { read, temporaryFolder, write } from '../../testing/folder.ts';
import { repository, tool } from '../../testing/program.ts';

const folder = 'generator/health';
const shipped = readdirSync(join(repository, folder)).map((name) => read(repository, `${folder}/${name}`));
const snippets = [
  'local a, b = 1, .5 return a',
  'for i = 1, 10, 2 do if i == 3 then break end end',
  'for k, v in pairs(obj) do goto next ::next:: end',
  'repeat local a = #t until not a or a ~= -2 ^ 3 .. "x"',
  'function a.b.c:d(x, ...) local t = {...; [1] = 2, x = 3} return ... end',
  'local function f() return end f() f "a" f { 1 } f [[a]] a.b["c"]:d(1)',
  'while true do break end',
  '--[==[ long ]] ]==] return [[\na]] .. [=[b]=] .. \'\\\'\' .. "\\"\\\n"',
  'a, b.c = (f)(), 0x1F; ; do end return',
  'return function() end',
];

const isLua = (text: string): boolean => {
  try {
    parseLua(text);
    return true;
  } catch {
    return false;
  }
};

/** Whether the interpreter that Argo CD has can read each text. */
async function readByArgo(texts: readonly string[]): Promise<boolean[]> {
  const root = temporaryFolder();
  write(root, {
    ...Object.fromEntries(texts.map((text, i) => [`${i}.lua`, text])),
    'read.lua': `for i = 0, ${texts.length - 1} do print((loadfile("${root}/" .. i .. ".lua")) ~= nil) end\n`,
  });
  const glua = await obtain('glua', () => undefined);
  const { stdout, stderr } = await tool(glua, [join(root, 'read.lua')]);
  const lines = stdout.trim().split('\n');
  if (lines.length !== texts.length) throw new Error(`${stdout}${stderr}`);
  return lines.map((line) => line === 'true');
}

/** Scripts with one piece left out, doubled, moved or put in. */
function broken(): string[] {
  const extra = [
    'end',
    'do',
    'then',
    '(',
    ')',
    '{',
    '}',
    ',',
    ';',
    '=',
    '..',
    '...',
    'x',
    '1',
    '"a"',
    'return',
    'break',
    'function',
    ':',
    '.',
    'not',
    '[',
    '"',
    '[[',
    '\n',
  ];
  const pieces = [...shipped, ...snippets].map((text) => text.match(/\s+|--[^\n]*|\w+|"[^"\n]*"|\W/g) ?? []);
  const change = fc
    .tuple(
      fc.constantFrom(...pieces),
      fc.nat(),
      fc.constantFrom('leave out', 'double', 'swap', 'put in', 'replace'),
      fc.constantFrom(...extra),
    )
    .map(([all, place, how, word]) => {
      const at = place % all.length;
      const [before, piece = '', after] = [all.slice(0, at), all[at], all.slice(at + 1)];
      const middle = {
        'leave out': [],
        double: [piece, piece],
        swap: [after[0] ?? '', piece],
        'put in': [piece, ` ${word} `],
        replace: [` ${word} `],
      }[how];
      return [...before, ...middle, ...(how === 'swap' ? after.slice(1) : after)].join('');
    });
  return fc.sample(change, { numRuns: 3000, seed: Number(process.env.LAW_SEED ?? 1) });
}

test('what we take for Lua, Argo CD reads, and nothing else', async () => {
  const texts = [...shipped, ...snippets, ...broken()];
  const wanted = await readByArgo(texts);
  const differing = texts.flatMap((text, i) =>
    isLua(text) === wanted[i] ? [] : [{ text, argo: wanted[i] }],
  );
  expect(differing).toEqual([]);
  expect(wanted.filter((good) => good).length).toBeGreaterThan(300);
  expect(wanted.filter((good) => !good).length).toBeGreaterThan(300);
});

test('of the checks that the generator brings, nothing is refused', () => {
  expect(shipped.flatMap(faultsOf)).toEqual([]);
});

test('a text keeps its line, whatever stands before it', () => {
  expect(tokensOf('--[[\r\n]] a\r"\\\n" b').map(({ text, line }) => [text, line])).toEqual([
    ['a', 2],
    ['\\\n', 3],
    ['b', 4],
    ['', 4],
  ]);
});

const healthy = 'return { status = "Healthy" }\n';

function said(name: string, text = healthy, common: readonly string[] = []): string[] {
  const files = (names: readonly string[]) =>
    Object.fromEntries(names.map((known) => [known, { file: `apps/health/${known}`, text }]));
  const result = readHealthChecks({ healthChecks: files([name]), commonHealthChecks: files(common) });
  return result.ok ? [] : result.problems.map(({ message }) => message);
}

describe('a health check', () => {
  test.each(['example.org_Widget', 'apps_Deployment', 'PersistentVolumeClaim', 'a-b.c0_K8s'])(
    'may be called %s',
    (name) => {
      expect(said(`${name}.lua`)).toEqual([]);
    },
  );

  test('of a kind that the generator has one for replaces it', () => {
    expect(said('example.org_Widget.lua', healthy, ['example.org_Widget.lua'])).toEqual([]);
    expect(said('example.org_WIDGET.lua', healthy, ['example.org_Widget.lua'])[0]).toContain(
      'upper and lower case',
    );
  });

  test.each([
    ['*.example.org_*.lua', 'no wildcard'],
    ['argoproj.io_application.lua', 'the generator brings'],
    ['argoproj.io_ApplicationSet.lua', 'the generator brings'],
    ['.._Widget.lua', 'no API group'],
    ['_Widget.lua', 'no API group'],
    ['example.org_.lua', 'is no kind'],
    [`${'a'.repeat(220)}_Widget.lua`, 'longer than'],
  ])('may not be called %s', (name, why) => {
    expect(said(name)).toHaveLength(1);
    expect(said(name)[0]).toContain(why);
  });

  test.each([
    ['a byte order mark', `\ufeff${healthy}`, 'U+FEFF'],
    ['NUL', `-- \u0000\n${healthy}`, 'U+0000'],
    ['U+2028', `-- \u2028\n${healthy}`, 'U+2028'],
    ['a carriage return alone', `-- a\r${healthy}`, 'U+000D'],
    ['what was no UTF-8', `-- \ufffd\n${healthy}`, 'U+FFFD'],
    ['more than fits into the ConfigMap', `${'-- a\n'.repeat(200_000)}${healthy}`, 'bytes'],
    ['a number as verdict', 'return 1\n', 'no table'],
    ['a verdict of its own', 'local hs = {}\nhs.status = "Ok"\nreturn hs\n', 'no status "Ok"'],
    [
      'a way out without a verdict',
      'if obj.status then\n  return {status = "Healthy"}\nend\n',
      'without a return',
    ],
    ['another module', `require("json")\n${healthy}`, 'no module "json"'],
  ])('may not hold %s', (_, text, why) => {
    expect(said('example.org_Widget.lua', text)).toHaveLength(1);
    expect(said('example.org_Widget.lua', text)[0]).toContain(why);
  });

  test.each([
    ['a tab in front', `\t${healthy}`],
    ['an error at the end', 'if obj.status then return { status = "Healthy" } end error("no status")\n'],
    [
      'functions and names of its own',
      'function f(x) hs = { status = x } return hs end\nreturn f("Healthy")\n',
    ],
    [
      'a status that is computed',
      'local s = "Progressing"\nif obj.status then s = "Healthy" end\nreturn { status = s }\n',
    ],
    [
      'another table with a status',
      'local wanted = { status = "True" }\nif obj.status == wanted.status then return { status = "Healthy" } else return { status = "Degraded" } end\n',
    ],
  ])('may hold %s', (_, text) => {
    expect(said('example.org_Widget.lua', text)).toEqual([]);
  });
});
