import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { read, repository, rowsIn } from '#testing';
import { alertGroups } from '../apps/operations/alerts/index.ts';
import { namedIn, testExists } from './named-tests.ts';

const rows = read(repository, 'docs/sanity.md').split('\n### ').slice(1).flatMap(rowsIn);

const alerts = new Set(alertGroups('any').flatMap((group) => group.alerts.map(({ name }) => name)));
const { scripts } = JSON.parse(read(repository, 'package.json')) as { scripts: Record<string, string> };

/** Whether there is what a line of the last column names. */
function exists(line: string): boolean {
  const [, kind = '', name = ''] = line.match(/^(\w+) `([^`]+)`$/) ?? [];
  switch (kind) {
    case 'alert':
      return alerts.has(name);
    case 'command':
      return scripts[name.match(/^npm run ([\w:]+)( |$)/)?.[1] ?? ''] !== undefined;
    case 'file':
      return existsSync(join(repository, name));
    default:
      return namedIn(line).every(testExists);
  }
}

test('each of the boxes has an answer, and everything that answers exists', () => {
  expect(rows).toHaveLength(33);
  expect(rows.filter((cells) => cells.length !== 3 || cells.includes(''))).toEqual([]);
  const missing = rows.flatMap(([box, , where = '']) =>
    where
      .split('<br>')
      .filter((line) => !exists(line))
      .map((line) => `${box}: ${line}`),
  );
  expect(missing).toEqual([]);
});

test.each([
  'alert `Nobody`',
  'command `npm run nothing`',
  'file `docs/nothing.md`',
  '`docs/sanity` nothing',
  '`refused/nothing`',
])('what does not exist is noticed: %s', (line) => {
  expect(exists(line)).toBe(false);
});
