import { expect, test } from 'vitest';
import { obtain } from '../../src/edge/tools/obtain.ts';
import { runHealthChecks } from '../../src/edge/verify/run-health-checks.ts';
import { manifestsOf } from '../../src/verify/manifest.ts';
import type { Programs } from '../../src/verify/programs.ts';
import type { RenderedApp } from '../../src/verify/rendered.ts';
import { runHealth } from '../../src/verify/run-health.ts';

const glua = await obtain('glua', () => undefined);

const answersOf = (scripts: readonly string[], object: unknown = {}, limit?: number) =>
  runHealthChecks(
    glua,
    scripts.map((script) => ({ script, object })),
    limit === undefined ? {} : { limit },
  );

const message = (expression: string): string => `return { status = "Healthy", message = ${expression} }`;
const healthy = (text: string) => ({ status: 'Healthy', message: text });

test('a check is told what Argo CD would tell it, and no more', async () => {
  const gone = 'string io math debug coroutine channel'.split(' ');
  expect(await answersOf(gone.map((name) => message(`type(${name})`)))).toEqual(
    gone.map(() => healthy('nil')),
  );
  expect(
    await answersOf([
      message('type(os) .. type(require("os").time()) .. type(require("os").getenv)'),
      message('("a"):upper()'),
      message('require("io")'),
    ]),
  ).toEqual([
    healthy('nilnumbernil'),
    { error: expect.stringContaining('object(string)') },
    { error: expect.stringContaining('no module io') },
  ]);
});

test('every text comes through as it is, both ways', async () => {
  const texts = ['"', '\\', '\n\r\t', '\u0000\u0001\u007f1', ']]', '%d', 'é\u0085\u2028 😀', 'end)()'];
  const runs = texts.map((text) => ({ script: message('obj.a[1]'), object: { a: [text], [text]: null } }));
  expect(await runHealthChecks(glua, runs)).toEqual(texts.map(healthy));
});

test('checks do not see each other, and what they print is nobody’s answer', async () => {
  const meddling = `leak = "x" _G.other = 1 table.insert = nil tostring = nil print("noise") ${message('"done"')}`;
  const after = message('type(leak) .. type(other) .. type(table.insert) .. type(tostring)');
  expect(await answersOf([meddling, after])).toEqual([healthy('done'), healthy('nilnilfunctionfunction')]);
});

test('what is no verdict says why', async () => {
  const scripts = ['return', 'return { status = 1 }', message('1'), 'error({})', 'return f()', 'if'];
  const said = await answersOf([...scripts, 'local function f() return 1 + f() end return f()']);
  expect(said.map((answer) => 'error' in answer)).toEqual([...scripts, ''].map(() => true));
});

test('a check without an end is the last that has an answer', async () => {
  const endless = 'while true do end return { status = "Healthy" }';
  expect(await answersOf([endless, message('"later"')], {}, 500)).toEqual([
    { error: 'it does not come to an end' },
  ]);
});

test('an object is shown as the API server first has it', async () => {
  const text = 'apiVersion: example.org/v1\nkind: Tool\nmetadata: { name: a }\nstatus: { phase: Ready }\n';
  const rendered = { app: { name: 'web' }, manifests: manifestsOf(text) } as unknown as RenderedApp;
  const programs = { judge: (runs) => runHealthChecks(glua, runs) } as Programs;
  const said = (assertion: string, kind = 'example.org_Tool') =>
    runHealth(
      { [kind]: { file: 'a.lua', text: `assert(${assertion}, "no") ${message('""')}` } },
      [rendered],
      programs,
    );
  expect(
    await said('obj.status == nil or next(obj.status) == nil or next(obj.status.conditions) == nil'),
  ).toEqual([]);
  expect(await said('obj.metadata.generation == 1 and obj.metadata.name and obj.kind == "Tool"')).toEqual([]);
  expect(await said('obj.metadata.generation == nil and obj.apiVersion == "v1"', 'Secret')).toEqual([]);
  const shown = await said('obj.status ~= nil');
  expect(shown.map((found) => found.message)).toEqual([
    expect.stringContaining('Tool/a of "web" without a status: no'),
  ]);
});
