import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { read, repository, rowsIn } from '#testing';

const sections = read(repository, 'docs/findings.md').split('\n### ').slice(1);

/** Rows of the tables that have the columns `finding`, `how it is gone` and `test`. */
const rows = sections.flatMap(rowsIn);

/** `` `apps/stores/kafka` title… ``, or `` `refused/cycle` `` without one. */
const named = rows.flatMap(([finding, , cell]) =>
  (cell ?? '').split('<br>').map((text) => {
    const [, file = '', title = ''] = text.match(/^`([^`]+)`\s*(.*)$/) ?? [];
    return { finding, text, file, title };
  }),
);

/** Titles as they stand in a file of tests, before a case fills in its `%s`. */
const titlesIn = (file: string): string[] =>
  [...readFileSync(file, 'utf8').matchAll(/(?:test|judged|\))\(\s*'((?:[^'\\]|\\.)+)',/g)].map(([, title]) =>
    String(title).replaceAll("\\'", "'"),
  );

function exists({ file, title }: { file: string; title: string }): boolean {
  const path = join(repository, /^(apps|environments)\//.test(file) ? '' : 'generator/test', file);
  if (file.startsWith('refused/')) return title === '' && existsSync(join(path, 'expected.txt'));
  // A fork without the app has no test of it either.
  const isGone = /^apps\/.+\//.test(file) && !existsSync(`${path.replace(/\.(sql|obsrv|program)$/, '')}.ts`);
  if (!existsSync(`${path}.test.ts`)) return isGone;
  const found = titlesIn(`${path}.test.ts`).filter((each) =>
    title.endsWith('…') ? each.startsWith(title.slice(0, -1)) : each === title,
  );
  return new Set(found).size === 1;
}

test('every finding has an answer and a test that exists', () => {
  expect(rows.filter((cells) => cells.length !== 3 || cells.some((cell) => cell === ''))).toEqual([]);
  expect(named.filter((each) => !exists(each)).map(({ finding, text }) => `${finding}: ${text}`)).toEqual([]);
  expect(rows.length).toBeGreaterThan(80);
});

test('no finding is told twice', () => {
  for (const section of sections) {
    const findings = section.split('\n').flatMap((line) => line.match(/^\| ([^|]+) \|/)?.[1] ?? []);
    expect(findings).toEqual([...new Set(findings)]);
  }
});
