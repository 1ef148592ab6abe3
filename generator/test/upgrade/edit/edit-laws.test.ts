import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { editText } from '../../../src/upgrade/edit/edit-text.ts';
import { readByGo } from '../../support/go-reader.ts';

/** How one entry is written: what stands where its tag and its digest stand, and the text for other values of them. */
interface Entry {
  readonly tag: string;
  readonly digest: string | null;
  write(tag: string, digest: string | null): string;
}

const plainTag = fc.constantFrom('1.2.3', 'v1.2.3-alpine', '2024.01.02-r1', 'standalone-4.2.1');
const numbers = ['4.44', '476', '1e3', '0x1f', '12:30', 'true', 'null', '1_000', '0o7'];
const numberTag = fc.constantFrom(...numbers);
const digest = fc
  .uint8Array({ minLength: 32, maxLength: 32 })
  .map((bytes) => `sha256:${Buffer.from(bytes).toString('hex')}`);
const comment = fc.constantFrom('', ' # Why: {} "quoted".', '\t# A tab.', '  ', ' # é ☃ 𝒳');
const quote = fc.constantFrom('"', "'");
const empty = fc.constantFrom('null', '~', 'Null', '');

const block = fc
  .record({
    tag: plainTag,
    old: fc.option(digest),
    empty,
    isMissing: fc.boolean(),
    quote: fc.option(quote),
    neighbor: quote,
    anchor: fc.constantFrom('', '&t ', '!!str '),
    above: fc.constantFrom('', '    # About the tag: 1.0.\n', '\n', '\n    #\n\n'),
    behind: comment,
    policy: fc.constantFrom(
      '',
      '    policy: { tags: \'^\\d+$\', ignore: [{ versions: "1" }] }\n',
      '    note: |\n      tag: 1.0\n\n      x\n',
    ),
  })
  .map(({ tag, old, empty, isMissing, quote, neighbor, anchor, above, behind, policy }): Entry => {
    const quoted = (text: string): string =>
      quote !== null ? `${quote}${text}${quote}` : isNumber(text) ? `${neighbor}${text}${neighbor}` : text;
    const digestLine = (value: string | null): string => {
      if (value === null && isMissing && old === null) return '';
      const written = value ?? empty;
      return `    digest:${written === '' ? '' : ` ${written}`}${isMissing && old === null ? '' : behind}\n`;
    };
    return {
      tag,
      digest: old,
      write: (tag, digest) =>
        `    repository: ${neighbor}docker.io/library/x${neighbor}\n${above}    tag: ${anchor}${quoted(tag)}${behind}\n${digestLine(digest)}${policy}`,
    };
  });

const flow = fc
  .record({
    tag: plainTag,
    old: fc.option(digest),
    isMissing: fc.boolean(),
    quote: fc.option(quote),
    neighbor: quote,
    comment,
  })
  .map(({ tag, old, isMissing, quote, neighbor, comment }): Entry => {
    const quoted = (text: string): string =>
      quote !== null ? `${quote}${text}${quote}` : isNumber(text) ? `${neighbor}${text}${neighbor}` : text;
    return {
      tag,
      digest: old,
      write: (tag, digest) => {
        const pin = digest === null && isMissing && old === null ? '' : `, digest: ${digest ?? 'null'}`;
        return ` { repository: ${neighbor}x${neighbor}, tag: ${quoted(tag)}${pin}, policy: { update: none } }${comment}\n`;
      },
    };
  });

const json = fc
  .record({ tag: fc.oneof(plainTag, numberTag), old: fc.option(digest), isMissing: fc.boolean() })
  .map(
    ({ tag, old, isMissing }): Entry => ({
      tag,
      digest: old,
      write: (tag, digest) =>
        ` ${JSON.stringify({ tag, ...(digest === null && isMissing && old === null ? {} : { digest }), policy: {} })}\n`,
    }),
  );

const isNumber = (text: string): boolean => numbers.includes(text);

const file = fc.record({
  entries: fc.array(
    fc.record({
      entry: fc.oneof(
        block.map((e) => ({ e, isBlock: true })),
        fc.oneof(flow, json).map((e) => ({ e, isBlock: false })),
      ),
      next: fc.option(fc.record({ tag: fc.oneof(plainTag, numberTag), digest })),
      above: fc.constantFrom('', '  # Comes with the other.\n', '\n'),
    }),
    { minLength: 1, maxLength: 5 },
  ),
  head: fc.constantFrom<string>('', '# A head: {}\n', '---\n', 'x: &t 1\n'),
  tail: fc.constantFrom<string>('', '\n# The end.\n', '...\n', '---\nother: [1,  2]\n'),
  isWindows: fc.boolean(),
  hasMark: fc.boolean(),
});

type Written = typeof file extends fc.Arbitrary<infer T> ? T : never;

function textOf({ entries, head, tail, isWindows, hasMark }: Written, isAfter: boolean): string {
  const body = entries.map(({ entry: { e, isBlock }, next, above }, i) => {
    const [tag, pin] = isAfter && next !== null ? [next.tag, next.digest] : [e.tag, e.digest];
    return `${above}  e${i}:${isBlock ? '\n' : ''}${e.write(tag, pin)}`;
  });
  const text = `${head}images:\n${body.join('')}${tail}`;
  return `${hasMark ? '\uFEFF' : ''}${isWindows ? text.replaceAll('\n', '\r\n') : text}`;
}

const editsFor = ({ entries }: Written) =>
  entries.flatMap(({ next }, i) =>
    next === null
      ? []
      : [
          { path: ['images', `e${i}`, 'tag'], value: next.tag },
          { path: ['images', `e${i}`, 'digest'], value: next.digest, after: 'tag' },
        ],
  );

test('edits change the bytes of tags and digests, and no other', () => {
  fc.assert(
    fc.property(file, (written) => {
      const before = textOf(written, false);
      const result = editText('images.yaml', before, editsFor(written));
      expect(result).toEqual({ ok: true, value: textOf(written, true) });
      expect(parseAllDocuments(before).every(({ errors }) => errors.length === 0)).toBe(true);
    }),
    { numRuns: 500, seed: Number(process.env.LAW_SEED ?? 1) },
  );
});

test('what was edited is what Go reads', async () => {
  const written = fc.sample(
    file.map((all) => ({ ...all, head: '', tail: '' })),
    { numRuns: 200, seed: Number(process.env.LAW_SEED ?? 1) },
  );
  const read = await readByGo(written.map((all) => textOf({ ...all, hasMark: false }, true)));
  for (const [i, all] of written.entries()) {
    const { images } = read[i] as { images: Record<string, { tag: unknown; digest: unknown }> };
    for (const [j, { next }] of all.entries.entries()) {
      if (next === null) continue;
      expect([images[`e${j}`]?.tag, images[`e${j}`]?.digest]).toEqual([next.tag, next.digest]);
    }
  }
});
