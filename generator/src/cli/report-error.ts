import { ExternalError, ProblemsError, UsageError } from '../problem/errors.ts';
import type { Problem } from '../problem/problem.ts';
import { terminalText } from '../text/terminal.ts';
import type { Command, Terminal } from './command.ts';

/** Exit code of an error; see `--help`. */
export function exitCodeOf(error: unknown): number {
  if (error instanceof ProblemsError) return 1;
  if (error instanceof ExternalError || isOfTheSystem(error)) return 2;
  if (error instanceof UsageError) return 64;
  return 70;
}

/** A call of the system that failed, such as reading a file that nobody may read: no bug of ours. */
const isOfTheSystem = (error: unknown): boolean =>
  error instanceof Error && 'syscall' in error && 'errno' in error;

/** The command that failed. */
interface FailedCommand {
  readonly format: string | undefined;
  /** Undefined where there is no such command. */
  readonly command: Pick<Command, 'name' | 'writes'> | undefined;
}

/** Says what went wrong. In a machine's format that is a result and goes where results go; talk is stderr's. */
export function reportError(error: unknown, failed: FailedCommand, terminal: Terminal): void {
  if (failed.format === 'json') {
    const report =
      error instanceof ProblemsError ? { problems: error.problems } : { error: failureOf(error, failed) };
    terminal.stdout.write(`${JSON.stringify({ version: 1, ...report }, null, 2)}\n`);
  } else if (failed.format === 'github') {
    terminal.stdout.write(
      error instanceof ProblemsError
        ? annotations(error.problems)
        : failureAnnotation(failureOf(error, failed)),
    );
  } else terminal.stderr.write(terminalText(explain(error, failed)));
}

/** What ended a command, other than problems in the input. */
interface Failure {
  readonly code: 'usage' | 'unavailable' | 'internal';
  readonly message: string;
  readonly hint: string;
  /** Whether the same command may work later without anybody changing anything. */
  readonly retry: boolean;
}

function failureOf(error: unknown, { command }: FailedCommand): Failure {
  if (error instanceof ExternalError)
    return { code: 'unavailable', message: error.message, hint: error.hint, retry: error.retry };
  if (isOfTheSystem(error)) {
    const hint = 'may you read and write there, is it what its name says, and is there room?';
    return { code: 'unavailable', message: (error as Error).message, hint, retry: false };
  }
  if (error instanceof UsageError) {
    const hint =
      command === undefined ? 'npm run lists the commands' : `see npm run ${command.name} -- --help`;
    return { code: 'usage', message: error.message, hint, retry: false };
  }
  const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const hint = 'this is a bug in the generator, not in your definitions: please report it with these lines';
  return { code: 'internal', message, hint, retry: false };
}

/** Problems as workflow commands, which GitHub shows at their lines. */
export const annotations = (problems: readonly Problem[]): string => problems.map(annotation).join('');

/** Problems as a person reads them, and how many there are. */
export function problemsText(problems: readonly Problem[]): string {
  return `${problems.map(problemText).join('')}${problems.length === 1 ? '1 problem' : `${problems.length} problems`}`;
}

function explain(error: unknown, failed: FailedCommand): string {
  if (error instanceof ProblemsError)
    return `${problemsText(error.problems)}${failed.command?.writes ? '; nothing was written' : ''}\n`;
  const { message, hint, retry } = failureOf(error, failed);
  return `error: ${message}${retry ? ' (the same command may work later)' : ''}\n  hint: ${hint}\n`;
}

/** One problem as a person reads it: place, code, what, and what to do. */
function problemText({ location, code, message, hint, environments = [] }: Problem): string {
  const at = [location.file, location.line, location.column].filter((part) => part !== undefined).join(':');
  const path = location.path === undefined || message.startsWith(location.path) ? '' : ` ${location.path}`;
  const where = environments.length === 0 ? '' : ` (${environments.join(', ')})`;
  return `${at}${path}: ${message} [${code}]${where}\n${hint === undefined ? '' : `  hint: ${hint}\n`}`;
}

function annotation({ location, code, message, hint, environments = [] }: Problem): string {
  const at = [
    `file=${propertyOf(location.file)}`,
    ...(location.line === undefined ? [] : [`line=${location.line}`]),
    ...(location.column === undefined ? [] : [`col=${location.column}`]),
    `title=${propertyOf(code)}`,
  ];
  const where = environments.length === 0 ? '' : ` in ${environments.join(', ')}`;
  return `::error ${at.join(',')}::${dataOf(`${message}${where}${hint === undefined ? '' : `; ${hint}`}`)}\n`;
}

/** What a person should look at in a file, as an annotation of a workflow run. */
export const fileAnnotation = (file: string, title: string, text: string): string =>
  `::error file=${propertyOf(file)},title=${propertyOf(title)}::${dataOf(text)}\n`;

const failureAnnotation = ({ message, hint }: Failure): string =>
  `::error::${dataOf(`${message}; ${hint}`)}\n`;

const dataOf = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

const propertyOf = (text: string): string => dataOf(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
