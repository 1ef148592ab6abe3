import { expect, test } from 'vitest';
import { compileTypes } from '../../src/edge/compile-types.ts';
import { usableSchema, validatorOf } from '../../src/model/schema-validators.ts';
import { ProblemsError } from '../../src/problem/errors.ts';

const draft = (name: string) => `https://json-schema.org/draft/${name}/schema`;
const old = (number: string) => `http://json-schema.org/draft-${number}/schema#`;
const read = (schema: unknown) =>
  usableSchema({ chart: 'web', file: 'schema.json', schema: schema as never });

/** A schema, a value that it takes, and one that it does not. */
test.each([
  [{ $schema: draft('2020-12'), prefixItems: [{ type: 'string' }] }, ['a'], [1]],
  [{ $schema: draft('2019-09'), $defs: { a: { type: 'string' } }, $ref: '#/$defs/a' }, 'a', 1],
  [{ $schema: old('07'), dependentRequired: 1, not: { type: 'string' } }, 1, 'a'],
  [{ $schema: old('06'), exclusiveMinimum: 1 }, 2, 1],
  [{ $schema: old('04'), id: 'http://example.org/a', minimum: 1, exclusiveMinimum: true }, 2, 1],
  [{ $id: 'http://example.org/a', type: 'string' }, 'a', 1],
  [{ $id: 'http://example.org/a', type: 'number' }, 1, 'a'],
  [{ pattern: '(?i)^ABC' }, 'abc', 'b'],
  [{ properties: { a: { $ref: '#' } }, maxProperties: 1 }, { a: {} }, { a: {}, b: {} }],
  [{ properties: { constructor: { type: 'string' } } }, { constructor: 'a' }, { constructor: 1 }],
  [{ format: 'of-its-own', type: 'string' }, 'a', 1],
])('%j is read as its draft says', (schema, taken, refused) => {
  const { ok } = read(schema);
  expect(ok).toBe(true);
  const validate = validatorOf({ schema: schema as never });
  expect([validate(taken), validate(refused)]).toEqual([true, false]);
});

test.each([
  [true],
  [[]],
  [null],
  ['a'],
  [{ $schema: old('03') }],
  [{ $schema: 'http://example.org/mine' }],
  [{ $schema: 7 }],
  [{ type: 'strin' }],
  [{ properties: [] }],
  [{ pattern: '[a' }],
  [{ $ref: 'https://example.org/a.json' }],
  [{ $ref: 'file:///etc/hostname' }],
  [{ $ref: '#/definitions/none' }],
])('%j is a mistake of its author', (schema) => {
  const result = read(schema);
  expect(result.ok ? [] : result.problems.map(({ code, location }) => [code, location.file])).toEqual([
    ['bad-chart', 'schema.json'],
  ]);
});

test('what no type can be made of is a mistake of its author', async () => {
  const schema = { type: 'object', properties: { a: { tsType: '}{' } } };
  const compiling = compileTypes([{ chart: 'web', file: 'schema.json', schema }]);
  await expect(compiling).rejects.toThrow(ProblemsError);
});
