import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseAllDocuments } from 'yaml';
import type { Plain, PlainObject } from '../../src/definition/plain.ts';
import { spaced, yaml } from '../../src/text/yaml.ts';
import { delicate } from '../support/delicate.ts';
import { printed, readByGo, sorted } from '../support/go-reader.ts';

const short = delicate.filter((text) => text.length < 20);
const pieces = [
  '\n',
  ' ',
  '\t',
  '- ',
  '# ',
  ': ',
  '\n  ',
  'a',
  '1',
  '_',
  '.',
  'e',
  '+',
  '-',
  '\u2028',
  '\u0085',
];
const anything = fc.string({ unit: 'binary', maxLength: 12 });
const text = fc.oneof(
  fc.constantFrom(...delicate),
  fc
    .array(fc.oneof(fc.constantFrom(...short), fc.constantFrom(...pieces), anything), { maxLength: 6 })
    .map((parts) => parts.join('')),
  anything,
);
const number = fc.oneof(
  fc.maxSafeInteger(),
  fc
    .double({ noNaN: true, noDefaultInfinity: true })
    .filter((n) => !Number.isInteger(n) || Number.isSafeInteger(n)),
  fc.constantFrom(0, 1.5, 1e-7, 5e-324, 2 ** 53 - 1, 1 - 2 ** 53),
);
const scalar: fc.Arbitrary<Plain> = fc.oneof(
  { weight: 6, arbitrary: text },
  { weight: 2, arbitrary: number },
  { weight: 1, arbitrary: fc.constantFrom(true, false, null) },
);
const { plain } = fc.letrec<{ plain: Plain }>((tie) => ({
  plain: fc.oneof(
    { depthSize: 'small' },
    scalar,
    fc.array(tie('plain'), { maxLength: 4 }),
    fc.array(fc.tuple(text, tie('plain')), { maxLength: 4 }).map((entries) => Object.fromEntries(entries)),
  ),
}));

/** Every delicate text in every place where a text can stand, and values of all kinds. LAW_SEED=7 makes others. */
const values: readonly PlainObject[] = [
  ...delicate.map((word) => ({ value: word, [word]: [word, { [word]: word }], nested: { [word]: null } })),
  ...fc.sample(plain, { numRuns: 1500, seed: Number(process.env.LAW_SEED ?? 1) }).map((value) => ({ value })),
].map((value) => JSON.parse(JSON.stringify(value)) as PlainObject);

const styles: readonly (readonly [string, readonly string[], (text: string) => string])[] = [
  ['in blocks', [], (text) => text],
  ['in blocks with blank lines between them', [], spaced],
  ['on one line', ['value', 'nested', '*'], (text) => text],
];

describe.each(styles)('what a definition returned, %s', (_, compact, finish) => {
  const texts = values.map((value) => finish(yaml(value, 'a test', compact)));

  test('is what we read', () => {
    const read = texts.map((written) =>
      parseAllDocuments(written).map((document) => document.toJS() as unknown),
    );
    expect(read.map(sorted)).toEqual(values.map((value) => sorted([value])));
  });

  test('is what Go reads', async () => {
    const read = await readByGo(texts);
    expect(read).toHaveLength(texts.length);
    for (const [i, value] of values.entries()) expect(sorted(read[i]), texts[i]).toBe(sorted(value));
  });

  test('is what Helm gives a chart as its values', async () => {
    const [read] = await printed(
      {
        'own.yaml': finish(
          yaml(
            Object.fromEntries(values.map((value, i) => [`value${i}`, value])),
            'a test',
            compact.map((path) => `*.${path}`),
          ),
        ),
        'templates/read.yaml': 'read: {{ .Values | toJson | b64enc }}\n',
      },
      '--values=own.yaml',
    );
    expect(sorted(read)).toBe(sorted(Object.fromEntries(values.map((value, i) => [`value${i}`, value]))));
  });
});
