import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { edit, temporaryFolder, write } from '../../testing/folder.ts';
import { repository, tool } from '../../testing/program.ts';
import { copyRepository } from '../support/repository.ts';

/** The recipes of CONTRIBUTING.md, carried out as they stand there: files written, diffs applied, commands run. */
const page = readFileSync(join(repository, 'CONTRIBUTING.md'), 'utf8');
const recipes = page.split(/^## /m).slice(1);

const step = /^```(\w+)(?: file=(\S+))?\n([\s\S]*?)^```$/gm;

async function copyOfRepository(): Promise<string> {
  const folder = temporaryFolder();
  await copyRepository(folder);
  return folder;
}

/** A diff names what stays and what comes; the lines that stay must be there. */
function apply(folder: string, file: string, diff: string): void {
  const lines = diff.split('\n').filter((line) => line !== '');
  const side = (mark: string): string =>
    lines
      .filter((line) => line[0] === ' ' || line[0] === mark)
      .map((line) => line.slice(1))
      .join('\n');
  edit(folder, file, side('-'), side('+'));
}

async function run(folder: string, command: string): Promise<void> {
  // The test runner that runs this must not be taken for the one that is started here.
  const env = Object.fromEntries(
    Object.keys(process.env)
      .filter((name) => name.startsWith('VITEST'))
      .map((name) => [name, undefined]),
  );
  const { code, stdout, stderr } = await tool('bash', ['-c', command], { cwd: folder, env });
  expect({ command, code, said: code === 0 ? '' : stdout + stderr }).toEqual({ command, code: 0, said: '' });
}

test('there are recipes', () => {
  expect(recipes.map((recipe) => recipe.split('\n')[0])).toEqual([
    'Add an app',
    'Add an environment',
    'Add an emitter',
    'Add a problem',
  ]);
});

describe('the recipe', () => {
  test.each(recipes.map((recipe) => [recipe.split('\n')[0] ?? '', recipe] as const))(
    '%s',
    async (_title, recipe) => {
      const folder = await copyOfRepository();
      for (const [, language, file, text = ''] of recipe.matchAll(step)) {
        if (language === 'sh')
          for (const command of text.trim().split(/(?<!\\)\n/)) await run(folder, command);
        else if (language === 'diff') apply(folder, file ?? '', text);
        else write(folder, { [file ?? '']: text });
      }
    },
  );
});
