import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { shellLibrary } from '../../src/edge/shell-library.ts';
import { tool } from '../../testing/program.ts';

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

test.each([
  [
    'aws ends with 255',
    'echo "An error occurred (404) when calling HeadBucket: Not Found" >&2; exit 255',
    'missing',
  ],
  ['az ends with 3', 'echo "ERROR: (SecretNotFound) It was not found" >&2; exit 3', 'missing'],
  [
    'kubectl ends with 1',
    'echo "Error from server (NotFound): secrets \\"web\\" not found" >&2; exit 1',
    'missing',
  ],
  [
    'it may not look',
    'echo "An error occurred (AccessDenied) when calling GetRole" >&2; exit 254',
    'unknown',
  ],
  ['it is not installed', 'no-such-program', 'unknown'],
])('what is not there is told from what could not be looked at: %s', async (_, command, verdict) => {
  const script = `${shellLibrary().common}\ntry sh -c "$1"; absent && echo missing || echo unknown`;
  expect(await tool('sh', ['-c', script, 'sh', command])).toMatchObject({ code: 0, stdout: `${verdict}\n` });
});
