import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ExternalError } from '../../problem/errors.ts';
import type { HealthAnswer, HealthRun } from '../../verify/programs.ts';
import { run } from '../process.ts';

const runner = new URL('./health-runner.lua', import.meta.url);

export interface HealthRunOptions {
  readonly env?: Readonly<Record<string, string>>;
  /** For all runs together, in milliseconds. Argo CD gives a second to each. */
  readonly limit?: number;
}

/**
 * What health checks say of objects, in the interpreter that Argo CD has and with the libraries that it leaves. All
 * run in one process. Of a check that does not come to its end, neither it nor what was to run after it has an answer.
 */
export async function runHealthChecks(
  glua: string,
  runs: readonly HealthRun[],
  { env = {}, limit = 20_000 }: HealthRunOptions = {},
): Promise<HealthAnswer[]> {
  if (runs.length === 0) return [];
  const folder = mkdtempSync(join(tmpdir(), 'gitops-health-'));
  try {
    const script = join(folder, 'runs.lua');
    writeFileSync(script, `${readFileSync(runner, 'utf8')}\n${callsOf(runs)}`);
    const ended = await run(glua, [script], { env, limit });
    if (ended === null) throw new ExternalError('glua', `cannot run ${glua}`, 'run npm run setup');
    const answers = ended.stdout
      .split('\n')
      .slice(0, -1)
      .map((line) => JSON.parse(line) as HealthAnswer);
    if (answers.length === runs.length) return answers;
    if (ended.late) return [...answers, { error: 'it does not come to an end' }];
    const said = `${ended.stdout}${ended.stderr}`.slice(-500).trim();
    throw new ExternalError('glua', `glua ended with ${ended.code}: ${said}`, 'is it the right version?');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A function for each run, for what one function may hold is limited. */
function callsOf(runs: readonly HealthRun[]): string {
  const scripts = [...new Set(runs.map(({ script }) => script))];
  const names = new Map(scripts.map((script, i) => [script, `scripts[${i + 1}]`]));
  return [
    `local scripts = ${luaLiteral(scripts)}`,
    ...runs.map(
      ({ script, object }) => `;(function() run(${names.get(script)}, ${luaLiteral(object)}) end)()`,
    ),
    '',
  ].join('\n');
}

/** A value as Lua writes it; null is absent, as it is for Argo CD. */
function luaLiteral(value: unknown): string {
  if (Array.isArray(value)) return `{${value.map(luaLiteral).join(', ')}}`;
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).filter(([, item]) => item !== undefined && item !== null);
    return `{${entries.map(([key, item]) => `[${luaText(key)}] = ${luaLiteral(item)}`).join(', ')}}`;
  }
  return typeof value === 'string' ? luaText(value) : String(value ?? 'nil');
}

/** JSON's escapes are others than Lua's, which knows a byte by its decimal number. */
const luaText = (text: string): string =>
  `"${text.replaceAll(/["\\\p{Cc}]/gu, (c) => (c < '\x80' ? `\\${String(c.charCodeAt(0)).padStart(3, '0')}` : c))}"`;
