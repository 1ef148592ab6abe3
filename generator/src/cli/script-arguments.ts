import { UsageError } from '../problem/errors.ts';
import { type Command, everywhere } from './command.ts';
import { scriptHelp } from './help.ts';
import { asksForHelp, type ParsedArguments, parseArguments } from './parse-arguments.ts';

/** A script that is no command of the program: a proof, a measurement, something that is made anew. */
export type Script = Pick<Command, 'name' | 'argument' | 'summary' | 'options' | 'help'>;

/** What a script was told. Where help was asked for, or the line is wrong, that is said and the process ends. */
export function scriptArguments(script: Script): ParsedArguments {
  const words = process.argv.slice(2);
  if (asksForHelp(words)) {
    process.stdout.write(scriptHelp(script));
    process.exit(0);
  }
  try {
    return parseArguments(
      { ...script, options: { ...script.options, help: everywhere.help } },
      words,
      process.env,
    );
  } catch (error) {
    if (error instanceof UsageError) refuseScript(script, error.message);
    throw error;
  }
}

/** Ends a script that was called wrongly. */
export function refuseScript({ name }: Script, why: string): never {
  process.stderr.write(`error: ${why}\n  hint: see npm run ${name} -- --help\n`);
  process.exit(64);
}
