import { join } from 'node:path';
import { obtain } from '../src/edge/tools/obtain.ts';
import { temporaryFolder, write } from './folder.ts';
import { tool } from './program.ts';

export interface Verdict {
  readonly status: string;
  readonly message: string;
}

/**
 * What a health check says of some objects, in the interpreter that Argo CD uses and with the libraries that it
 * leaves: no `string`, no `io`. Each object is judged in a fresh function, as each is by Argo CD.
 */
export async function verdicts(lua: string, objects: readonly unknown[], zone = 'UTC'): Promise<Verdict[]> {
  const folder = temporaryFolder();
  const cases = objects.map((object) => `judge(${literal(object)})`);
  const script = `string, io, debug = nil, nil, nil
local write = print
local function check(obj)
${lua}
end
function judge(object)
  local verdict = check(object)
  write(verdict.status)
  write(verdict.message or "")
end
${cases.join('\n')}
`;
  // `obj` is a global in Argo CD; here it is the parameter of the function, which reads the same.
  write(folder, { 'check.lua': script });
  const glua = await obtain('glua', () => undefined);
  const { code, stdout, stderr } = await tool(glua, [join(folder, 'check.lua')], { env: { TZ: zone } });
  if (code !== 0) throw new Error(`the interpreter ended with ${code}: ${stdout}${stderr}`);
  const lines = stdout.split('\n');
  return objects.map((_, i) => ({ status: lines[2 * i] ?? '', message: lines[2 * i + 1] ?? '' }));
}

/** A value as Lua writes it; null is absent, as it is for Argo CD. */
function literal(value: unknown): string {
  if (Array.isArray(value)) return `{${value.map(literal).join(', ')}}`;
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).filter(([, item]) => item !== undefined && item !== null);
    return `{${entries.map(([key, item]) => `[${JSON.stringify(key)}] = ${literal(item)}`).join(', ')}}`;
  }
  return typeof value === 'string' ? JSON.stringify(value) : String(value ?? 'nil');
}
