import type { ToolName } from '../edge/tools/catalog.ts';
import { obtain } from '../edge/tools/obtain.ts';
import { UsageError } from '../problem/errors.ts';
import type { Invocation, Report } from './command.ts';

const all: readonly ToolName[] = ['helm', 'kubeconform', 'glua', 'actionlint'];

/** `setup`: brings the programs that checks and tests run. */
export async function setupCommand({ format, arguments: extra, terminal }: Invocation): Promise<Report> {
  if (extra.length > 0) throw new UsageError(`unexpected argument "${extra[0]}"`);
  const found: Record<string, string> = {};
  for (const name of all) found[name] = await obtain(name, (line) => terminal.stderr.write(`${line}\n`));
  const text = Object.entries(found).map(([name, path]) => `${name}: ${path}\n`);
  return {
    text: format === 'json' ? `${JSON.stringify({ version: 1, tools: found }, null, 2)}\n` : text.join(''),
    exitCode: 0,
  };
}
