import { expect, test } from 'vitest';
import { read, repository, rowsIn } from '#testing';
import { namedIn, testExists } from './named-tests.ts';

const sections = read(repository, 'docs/findings.md').split('\n### ').slice(1);

/** Rows of the tables that have the columns `finding`, `how it is gone` and `test`. */
const rows = sections.flatMap(rowsIn);
const named = rows.flatMap(([finding, , cell]) => namedIn(cell).map((test) => ({ finding, ...test })));

test('every finding has an answer and a test that exists', () => {
  expect(rows.filter((cells) => cells.length !== 3 || cells.some((cell) => cell === ''))).toEqual([]);
  expect(named.filter((test) => !testExists(test)).map(({ finding, text }) => `${finding}: ${text}`)).toEqual(
    [],
  );
  expect(rows.length).toBeGreaterThan(80);
});

test('no finding is told twice', () => {
  for (const section of sections) {
    const findings = section.split('\n').flatMap((line) => line.match(/^\| ([^|]+) \|/)?.[1] ?? []);
    expect(findings).toEqual([...new Set(findings)]);
  }
});
