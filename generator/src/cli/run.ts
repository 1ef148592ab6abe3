import { resolve } from 'node:path';
import { UsageError } from '../problem/errors.ts';
import { didYouMean } from '../problem/nearest.ts';
import { type Command, everywhere, type Terminal } from './command.ts';
import { commands } from './commands.ts';
import { formatOf } from './format.ts';
import { helpOf, usage } from './help.ts';
import { asksForHelp, parseArguments } from './parse-arguments.ts';
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
    const command = commands.find((known) => known.name === name);
    reportError(error, { format: formatIn(rest), command }, terminal);
    return exitCodeOf(error);
  }
}

async function runCommand(command: Command, words: readonly string[], terminal: Terminal): Promise<number> {
  if (asksForHelp(words)) {
    terminal.stdout.write(helpOf(command));
    return 0;
  }
  const { options, positionals } = parseArguments(
    { ...command, options: { ...everywhere, ...command.options } },
    words,
    terminal.env,
  );
  const execute = await command.load();
  const report = await execute({
    root: resolve(typeof options.root === 'string' ? options.root : '.'),
    format: formatOf(typeof options.format === 'string' ? options.format : undefined),
    options,
    arguments: positionals,
    terminal,
  });
  terminal.stdout.write(report.text);
  return report.exitCode;
}

function commandNamed(name: string): Command {
  const found = commands.find((command) => command.name === name);
  if (found) return found;
  const names = commands.map((command) => command.name);
  throw new UsageError(`there is no command "${name}": ${didYouMean(name, names)}`);
}

/** The requested format, even where the rest of the command line is wrong. */
function formatIn(words: readonly string[]): string | undefined {
  const inline = words.find((word) => word.startsWith('--format='))?.slice('--format='.length);
  const at = words.indexOf('--format');
  return inline ?? (at >= 0 ? words[at + 1] : undefined);
}
