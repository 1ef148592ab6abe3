import type { ToolName } from '../edge/tools/catalog.ts';
import { obtain } from '../edge/tools/obtain.ts';
import type { Invocation, Report } from './command.ts';

const all: readonly ToolName[] = ['helm', 'kubeconform', 'glua', 'actionlint'];

/** `setup`: brings the programs that checks and tests run. */
export async function setupCommand({ format, terminal }: Invocation): Promise<Report> {
  const found: Record<string, string> = {};
  for (const name of all) found[name] = await obtain(name, (line) => terminal.stderr.write(`${line}\n`));
  const text = Object.entries(found).map(([name, path]) => `${name}: ${path}\n`);
  return {
    text: format === 'json' ? `${JSON.stringify({ version: 1, tools: found }, null, 2)}\n` : text.join(''),
    exitCode: 0,
  };
}
