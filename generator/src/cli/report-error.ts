import { ExternalError, ProblemsError, UsageError } from '../problem/errors.ts';
import type { Problem } from '../problem/problem.ts';
import type { Terminal } from './command.ts';

/** Exit code of an error; see `--help`. */
export function exitCodeOf(error: unknown): number {
  if (error instanceof ProblemsError) return 1;
  if (error instanceof ExternalError) return 2;
  if (error instanceof UsageError) return 64;
  return 70;
}

/** The command that failed. */
interface FailedCommand {
  readonly format: string | undefined;
  /** Whether it writes files when it succeeds. */
  readonly writes: boolean;
}

/** Says what went wrong. Problems are a result and go where results go in a machine's format; talk is stderr's. */
export function reportError(error: unknown, { format, writes }: FailedCommand, terminal: Terminal): void {
  if (error instanceof ProblemsError && format === 'json') {
    terminal.stdout.write(`${JSON.stringify({ version: 1, problems: error.problems }, null, 2)}\n`);
  } else if (error instanceof ProblemsError && format === 'github') {
    terminal.stdout.write(annotations(error.problems));
  } else terminal.stderr.write(explain(error, writes));
}

/** Problems as workflow commands, which GitHub shows at their lines. */
export const annotations = (problems: readonly Problem[]): string => problems.map(annotation).join('');

/** Problems as a person reads them, and how many there are. */
export function problemsText(problems: readonly Problem[]): string {
  return `${problems.map(problemText).join('')}${problems.length === 1 ? '1 problem' : `${problems.length} problems`}`;
}

function explain(error: unknown, writes: boolean): string {
  if (error instanceof ProblemsError)
    return `${problemsText(error.problems)}${writes ? '; nothing was written' : ''}\n`;
  if (error instanceof ExternalError) {
    const retry = error.retry ? ' (the same command may work later)' : '';
    return `error: ${error.message}${retry}\n  hint: ${error.hint}\n`;
  }
  if (error instanceof UsageError) return `error: ${error.message}\n  hint: see --help\n`;
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return `This is a bug in the generator, not in your definitions. Please report it with the lines below:\n${stack}\n`;
}

/** One problem as a person reads it: place, code, what, and what to do. */
function problemText({ location, code, message, hint, environments = [] }: Problem): string {
  const at = [location.file, location.line, location.column].filter((part) => part !== undefined).join(':');
  const path = location.path === undefined || message.startsWith(location.path) ? '' : ` ${location.path}`;
  const where = environments.length === 0 ? '' : ` (${environments.join(', ')})`;
  return `${at}${path}: ${message} [${code}]${where}\n${hint === undefined ? '' : `  hint: ${hint}\n`}`;
}

function annotation({ location, code, message, hint, environments = [] }: Problem): string {
  const data = (text: string): string =>
    text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
  const property = (text: string): string => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
  const at = [
    `file=${property(location.file)}`,
    ...(location.line === undefined ? [] : [`line=${location.line}`]),
    ...(location.column === undefined ? [] : [`col=${location.column}`]),
    `title=${property(code)}`,
  ];
  const where = environments.length === 0 ? '' : ` in ${environments.join(', ')}`;
  return `::error ${at.join(',')}::${data(`${message}${where}${hint === undefined ? '' : `; ${hint}`}`)}\n`;
}
