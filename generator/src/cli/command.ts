import type { ParseArgsOptionsConfig } from 'node:util';
import type { Format } from './format.ts';

/** Where a command's words go. */
export interface Terminal {
  readonly stdout: { write(text: string): unknown };
  /** Only where a command may ask. */
  readonly stdin?: NodeJS.ReadableStream & { readonly isTTY?: boolean };
  readonly stderr: { write(text: string): unknown; readonly isTTY?: boolean };
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** Options as they were parsed. */
export type Options = Readonly<Record<string, string | boolean | string[] | undefined>>;

/** The value of an option that takes one; null where it was not given. */
export function textOption(options: Options, name: string): string | null {
  const value = options[name];
  return typeof value === 'string' ? value : null;
}

/** What a command is told. */
export interface Invocation {
  /** Absolute path of the repository. */
  readonly root: string;
  readonly format: Format;
  readonly options: Options;
  readonly arguments: readonly string[];
  readonly terminal: Terminal;
}

/** What a command came to: its report, and the exit code. */
export interface Report {
  readonly text: string;
  readonly exitCode: 0 | 1 | 2;
}

/** A command of the program, as data. */
export interface Command {
  readonly name: string;
  /** The word that it wants beside its options, if any. */
  readonly argument?: string;
  readonly summary: string;
  /** Whether it writes files: then a failure says that it did not. */
  readonly writes: boolean;
  /** Its own options, beside those that every command has. */
  readonly options: ParseArgsOptionsConfig;
  /** One line for each of them. */
  readonly help: Readonly<Record<string, string>>;
  /** Loaded when it runs, so that no command pays for another. */
  readonly load: () => Promise<(invocation: Invocation) => Promise<Report>>;
}

/** Options that every command has. */
export const everywhere = {
  root: { type: 'string' },
  format: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const satisfies ParseArgsOptionsConfig;
