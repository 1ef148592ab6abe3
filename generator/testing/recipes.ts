import { expect } from 'vitest';
import { edit, write } from './folder.ts';
import { tool } from './program.ts';

/** A section of a page that says how something is done: files written, diffs applied, commands run. */
export interface Recipe {
  readonly title: string;
  readonly text: string;
}

/** The recipes of a page: its sections of the second level that have steps. */
export const recipesIn = (page: string): Recipe[] =>
  page
    .split(/^## /m)
    .slice(1)
    .map((text) => ({ title: text.split('\n')[0] ?? '', text }))
    .filter(({ text }) => text.match(step) !== null);

const step = /^```(\w+)(?: file=(\S+))?\n([\s\S]*?)^```$/gm;

/** Carries a recipe out in a folder, exactly as it stands on the page. */
export async function carryOut(
  { text }: Recipe,
  folder: string,
  env: Readonly<Record<string, string>> = {},
): Promise<void> {
  for (const [, language, file, content = ''] of text.matchAll(step)) {
    if (language === 'sh')
      for (const command of content.trim().split(/(?<!\\)\n/)) await run(folder, command, env);
    else if (language === 'diff') apply(folder, file ?? '', content);
    else write(folder, { [file ?? '']: content });
  }
}

/** A diff names what stays, what goes and what comes; the lines that stay or go must be there. */
function apply(folder: string, file: string, diff: string): void {
  const lines = diff.split('\n').filter((line) => line !== '');
  const side = (mark: string): string =>
    lines
      .filter((line) => line[0] === ' ' || line[0] === mark)
      .map((line) => line.slice(1))
      .join('\n');
  edit(folder, file, side('-'), side('+'));
}

async function run(folder: string, command: string, env: Readonly<Record<string, string>>): Promise<void> {
  // The test runner that runs this must not be taken for the one that is started here.
  const unset = Object.keys(process.env).filter((name) => name.startsWith('VITEST'));
  const { code, stdout, stderr } = await tool('bash', ['-c', command], {
    cwd: folder,
    env: { ...Object.fromEntries(unset.map((name) => [name, undefined])), ...env },
  });
  expect({ command, code, said: code === 0 ? '' : stdout + stderr }).toEqual({ command, code: 0, said: '' });
}
