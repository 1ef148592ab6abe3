import { parseArgs } from 'node:util';
import { entryOf } from '../problem/entry-of.ts';
import { UsageError } from '../problem/errors.ts';
import { didYouMean } from '../problem/nearest.ts';
import type { Command, Options, Terminal } from './command.ts';

/** What a command line may say. */
export type CommandLine = Pick<Command, 'name' | 'argument' | 'options'>;

/** What a command line says: options by name, and the words between them. */
export interface ParsedArguments {
  readonly options: Options;
  readonly positionals: readonly string[];
}

type Token = ReturnType<typeof tokensOf>[number];
type OptionToken = Extract<Token, { kind: 'option' }>;

/** The words of a command line, against the options of a command. All that is wrong is said at once. */
export function parseArguments(
  command: CommandLine,
  words: readonly string[],
  env: Terminal['env'],
): ParsedArguments {
  const tokens = tokensOf(command, words);
  const given = tokens.filter((token) => token.kind === 'option');
  const options = [
    ...given.flatMap((token) => wrongOption(token, command)),
    ...repeated(given, command),
    ...keptByNpm(command, given, env),
  ];
  // A word too many is what such an option leaves behind of its value.
  const wrong = options.length > 0 ? options : tooMany(tokens, command);
  if (wrong.length > 0) throw new UsageError(wrong.join('\n'));
  const { values, positionals } = parseArgs({
    args: [...words],
    options: command.options,
    allowPositionals: true,
  });
  return { options: values as Options, positionals };
}

/** Who asks for help gets it, whatever else is wrong with the line. */
export function asksForHelp(words: readonly string[]): boolean {
  const end = words.indexOf('--');
  return (end < 0 ? words : words.slice(0, end)).some((word) => word === '--help' || word === '-h');
}

/** Read without judging, because what `parseArgs` says of a wrong option is for who wrote the program. */
const tokensOf = (command: CommandLine, words: readonly string[]) =>
  parseArgs({
    args: [...words],
    options: command.options,
    allowPositionals: true,
    strict: false,
    tokens: true,
  }).tokens;

function wrongOption({ name, rawName, value, inlineValue }: OptionToken, command: CommandLine): string[] {
  const option = entryOf(command.options, name);
  if (!option) {
    // One letter is too little to guess from.
    const close = rawName.startsWith('--') ? didYouMean(name, Object.keys(command.options)) : undefined;
    const guess = close?.startsWith('did you mean') ? `: did you mean "--${close.slice(14)}` : '';
    return [`there is no option ${rawName}${guess}`];
  }
  if (option.type === 'boolean' && inlineValue) return [`${rawName} takes no value, and ${value} is one`];
  if (option.type === 'string' && (value === undefined || value === '')) return [`${rawName} needs a value`];
  if (option.type === 'string' && !inlineValue && value?.startsWith('-'))
    return [`${rawName} needs a value, and ${value} is an option; write --${name}=${value} if it is meant`];
  return [];
}

/** Of two values the second would win without a word. */
function repeated(given: readonly OptionToken[], command: CommandLine): string[] {
  const names = given.map(({ name }) => name);
  return [...new Set(names)]
    .filter((name) => {
      const option = entryOf(command.options, name);
      return option?.type === 'string' && !option.multiple && names.indexOf(name) !== names.lastIndexOf(name);
    })
    .map((name) => `--${name} is given more than once`);
}

/** `argument` says how many words a command wants: `ENV`, `[APP…]`. */
function tooMany(tokens: readonly Token[], { argument }: CommandLine): string[] {
  if (argument?.includes('…')) return [];
  const words = tokens.flatMap((token) => (token.kind === 'positional' ? [token.value] : []));
  const most = argument === undefined ? 0 : argument.split(' ').length;
  return words.slice(most).map((word) => `unexpected argument "${word}"`);
}

/**
 * Options before `--` are taken by npm for its own, which hands them on as variables and runs the command without them:
 * `npm run promote prod --dry-run` would promote.
 */
function keptByNpm(command: CommandLine, given: readonly OptionToken[], env: Terminal['env']): string[] {
  const kept = Object.keys(command.options)
    .filter((name) => !given.some((token) => token.name === name))
    .filter((name) => {
      const value = env[`npm_config_${name.replace(/^no-/, '').replaceAll('-', '_')}`];
      return name.startsWith('no-') ? value === '' : value !== undefined && value !== '';
    })
    .map((name) => `--${name}`);
  if (kept.length === 0) return [];
  const words = command.argument === undefined ? '' : `${command.argument} `;
  return [
    `npm kept ${kept.join(' and ')} to itself: options go behind --, as in npm run ${command.name} -- ${words}${kept.join(' ')}`,
  ];
}
