import type { Command } from './command.ts';
import { commands } from './commands.ts';
import { formats } from './format.ts';

const shared: Readonly<Record<string, string>> = {
  '--root DIR': 'the repository; the current folder where it is left out',
  '--format NAME': `how to report: ${formats.join(', ')}`,
  '-h, --help': 'this text',
};

const exitCodes = `Exit codes: 0 done, or nothing to do; 1 problems in the input, or drift;
2 could not do it, or not all of it under --strict (a program, a disk, a host); 64 wrong usage; 70 a bug of this program.
`;

export function usage(): string {
  const list = commands.map(({ name, summary }) => `  ${name.padEnd(15)}${summary}\n`).join('');
  return `Usage: npm run COMMAND -- [OPTIONS]\n\nCommands:\n${list}\n${exitCodes}`;
}

export const helpOf = (command: Explained): string => `${explain(command, shared)}\n${exitCodes}`;

/** Help of a script that is no command of the program: it takes nothing but its own options. */
export const scriptHelp = (script: Explained): string => explain(script, { '-h, --help': 'this text' });

type Explained = Pick<Command, 'name' | 'argument' | 'summary' | 'help'>;

function explain(
  { name, argument, summary, help }: Explained,
  more: Readonly<Record<string, string>>,
): string {
  const words = argument === undefined ? '' : `${argument} `;
  const options = Object.entries({ ...help, ...more });
  const width = Math.max(...options.map(([option]) => option.length)) + 2;
  const lines = options.map(([option, what]) => `  ${option.padEnd(width)}${what}\n`).join('');
  return `Usage: npm run ${name} -- ${words}[OPTIONS]\n\n${summary.charAt(0).toUpperCase()}${summary.slice(1)}.\n\nOptions:\n${lines}`;
}
