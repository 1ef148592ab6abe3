import type { ToolName } from '../edge/tools/catalog.ts';
import { obtain } from '../edge/tools/obtain.ts';
import type { Invocation, Report } from './command.ts';

const checking: readonly ToolName[] = ['helm', 'kubeconform', 'glua', 'actionlint'];
/** Built once, before tests that run beside each other would each build them. */
const testing: readonly ToolName[] = ['registry', 'cosign'];

/** `setup`: brings the programs that checks run; with `--tests` those of all tests too. */
export async function setupCommand({ format, options, terminal }: Invocation): Promise<Report> {
  const found: Record<string, string> = {};
  const wanted = options.tests === true ? [...checking, ...testing] : checking;
  for (const name of wanted) found[name] = await obtain(name, (line) => terminal.stderr.write(`${line}\n`));
  const text = Object.entries(found).map(([name, path]) => `${name}: ${path}\n`);
  return {
    text: format === 'json' ? `${JSON.stringify({ version: 1, tools: found }, null, 2)}\n` : text.join(''),
    exitCode: 0,
  };
}
