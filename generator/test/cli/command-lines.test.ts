import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { shellLibrary } from '../../src/edge/shell-library.ts';

/** Commands of a cloud's command line with the options that each takes, as the program itself says. */
interface CommandLine {
  readonly version: string;
  readonly everywhere: readonly string[];
  readonly commands: Readonly<Record<string, readonly string[]>>;
}

const known = JSON.parse(
  readFileSync(join(import.meta.dirname, '../prerequisites/command-lines.json'), 'utf8'),
) as Readonly<Record<'aws' | 'azure', CommandLine>>;

const called = (script: string) =>
  [...script.matchAll(/\bcloud ((?:[a-z][a-z0-9-]* )+)(.*)$/gm)].map(([, command = '', rest = '']) => ({
    command: command.trim(),
    options: [...rest.matchAll(/(?<=^| )--[a-z-]+/g)].map(([option]) => option),
  }));

test.each(['aws', 'azure'] as const)('every command line for %s is one that its program takes', (name) => {
  const { commands, everywhere } = known[name];
  const calls = called(shellLibrary()[name]);
  expect([...new Set(calls.map(({ command }) => command))].sort()).toEqual(Object.keys(commands).sort());
  for (const { command, options } of calls)
    for (const option of options) expect([...(commands[command] ?? []), ...everywhere]).toContain(option);
});
