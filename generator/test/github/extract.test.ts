import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Extract, operations, sources } from './operations.ts';
import { extracts, keptAt } from './remake.ts';

const rest = JSON.parse(readFileSync(extracts[0].file, 'utf8')) as Extract;

test('the committed extract is of the version that is named, and holds what is used and all that this refers to', () => {
  expect(rest.source).toBe(`npm ${sources.rest.package} ${sources.rest.version}, ${sources.rest.file}`);
  expect(Object.keys(rest.operations)).toEqual([...operations].sort());
  const named = [...JSON.stringify(rest).matchAll(/"\$ref":"([^"]+)"/g)].map(([, reference]) => reference);
  expect([...new Set(named)].sort()).toEqual(
    Object.keys(rest.schemas)
      .map((name) => `#/schemas/${name}`)
      .sort(),
  );
  expect(readFileSync(extracts[1].file, 'utf8')).toContain(
    `${sources.graphql.package} ${sources.graphql.version},`,
  );
});

// `npm run github-operations` brings what they are made from.
describe.skipIf(extracts.some(({ source }) => !existsSync(keptAt(source))))(
  'made again from what GitHub published',
  () => {
    test.each(extracts.map((each) => [basename(each.file.pathname), each] as const))(
      '%s',
      (_, { file, source, made }) => {
        expect(made(readFileSync(keptAt(source), 'utf8'))).toBe(readFileSync(file, 'utf8'));
      },
    );
  },
);
