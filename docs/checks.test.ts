import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { read, repository, rowsIn } from '#testing';

const rows = rowsIn(read(repository, 'docs/checks.md'));
const named = rows.map((cells) => cells[4]?.match(/^`(apps\/[\w./-]+)`$/)?.[1] ?? '');

test('every row says what is checked, what is not, and by which file', () => {
  expect(rows.filter((cells) => cells.length !== 5 || cells.includes(''))).toEqual([]);
  expect(named).not.toContain('');
});

test('every file of tests that need a program has its row, and every row its file', () => {
  const files = readdirSync(join(repository, 'apps'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.program.test.ts'))
    .map((file) => `apps/${file.replace(/\.test\.ts$/, '')}`);
  expect(files.filter((file) => !named.includes(file))).toEqual([]);
  // A fork without the app has no test of it either.
  const isGone = (file: string): boolean =>
    !existsSync(join(repository, `${file.replace(/\.program$/, '')}.ts`));
  expect(named.filter((file) => !files.includes(file) && !isGone(file))).toEqual([]);
});
