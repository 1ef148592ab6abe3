import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { UsageError } from '../problem/errors.ts';
import { didYouMean } from '../problem/nearest.ts';
import type { Command, Terminal } from './command.ts';
import { commands, everywhere } from './commands.ts';
import { formatOf } from './format.ts';
import { helpOf, usage } from './help.ts';
import { exitCodeOf, reportError } from './report-error.ts';

/** Runs the program: arguments in, exit code out. */
export async function runProgram(words: readonly string[], terminal: Terminal): Promise<number> {
  const [name, ...rest] = words;
  try {
    if (name === undefined || name === '--help' || name === '-h') {
      terminal.stdout.write(usage());
      return name === undefined ? 64 : 0;
    }
    return await runCommand(commandNamed(name), rest, terminal);
  } catch (error) {
    const writes = commands.some((command) => command.name === name && command.writes);
    reportError(error, { format: formatIn(rest), writes }, terminal);
    return exitCodeOf(error);
  }
}

async function runCommand(command: Command, words: readonly string[], terminal: Terminal): Promise<number> {
  const { values, positionals } = parse(command, words);
  if (values.help === true) {
    terminal.stdout.write(helpOf(command));
    return 0;
  }
  const execute = await command.load();
  const report = await execute({
    root: resolve(typeof values.root === 'string' ? values.root : '.'),
    format: formatOf(typeof values.format === 'string' ? values.format : undefined),
    options: values as Parameters<typeof execute>[0]['options'],
    arguments: positionals,
    terminal,
  });
  terminal.stdout.write(report.text);
  return report.exitCode;
}

function parse(command: Command, words: readonly string[]) {
  try {
    return parseArgs({
      args: [...words],
      options: { ...everywhere, ...command.options },
      allowPositionals: true,
    });
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

function commandNamed(name: string): Command {
  const found = commands.find((command) => command.name === name);
  if (found) return found;
  throw new UsageError(
    `there is no command "${name}": ${didYouMean(
      name,
      commands.map((command) => command.name),
    )}`,
  );
}

/** The requested format, even where the rest of the command line is wrong. */
function formatIn(words: readonly string[]): string | undefined {
  const inline = words.find((word) => word.startsWith('--format='))?.slice('--format='.length);
  const at = words.indexOf('--format');
  return inline ?? (at >= 0 ? words[at + 1] : undefined);
}
