import fc from 'fast-check';
import { expect, test } from 'vitest';
import { editText } from '../../../src/upgrade/edit/edit-text.ts';
import { readByGo, sorted } from '../../support/go-reader.ts';

/** An entry that has values of its own, takes one from another by an alias, or takes all of them by a merge key. */
const entry = fc.record({
  kind: fc.constantFrom('own', 'own', 'alias', 'merge', 'merge with own tag'),
  of: fc.nat(5),
  tag: fc.constantFrom('v1.0.0', '"1.0"', "'2'"),
  isFlow: fc.boolean(),
});

const written = fc
  .record({
    entries: fc.array(entry, { minLength: 1, maxLength: 6 }),
    edited: fc.uniqueArray(fc.nat(5), { minLength: 1, maxLength: 3 }),
    version: fc.constantFrom('v3.0.0', '3.0', '476'),
  })
  .map(({ entries, edited, version }) => {
    const lines = entries.map(({ kind, of, tag, isFlow }, i) => {
      const source = of % Math.max(i, 1);
      const isOwn = kind === 'own' || i === 0;
      const parts = isOwn
        ? [`repository: r${i}`, `tag: &t${i} ${tag}`, 'digest: null']
        : kind === 'alias'
          ? [
              `repository: r${i}`,
              `tag: *${entries[source]?.kind === 'own' || source === 0 ? `t${source}` : 't0'}`,
            ]
          : [`<<: *e${source}`, ...(kind === 'merge' ? [] : [`tag: ${tag}`]), `repository: r${i}`];
      return isFlow
        ? `  e${i}: &e${i} { ${parts.join(', ')} }`
        : [`  e${i}: &e${i}`, ...parts.map((part) => `    ${part}`)].join('\n');
    });
    const text = `images:\n${lines.join('\n')}\n`;
    const keys = edited.filter((i) => i < entries.length).map((i) => `e${i}`);
    return { text, keys, version };
  });

interface Images {
  readonly images: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

test('an edit of values that others share changes the edited entries alone, or nothing', async () => {
  const cases = fc.sample(written, { numRuns: 600, seed: Number(process.env.LAW_SEED ?? 1) });
  const results = cases.map(({ text, keys, version }) =>
    editText(
      'images.yaml',
      text,
      keys.map((key) => ({ path: ['images', key, 'tag'], value: version })),
    ),
  );
  const done = cases.flatMap((one, i) => {
    const result = results[i];
    return result?.ok ? [{ ...one, after: result.value }] : [];
  });
  // Of both there are many, or nothing would be shown.
  expect(done.length).toBeGreaterThan(100);
  expect(cases.length - done.length).toBeGreaterThan(100);
  const before = (await readByGo(done.map(({ text }) => text))) as Images[];
  const after = (await readByGo(done.map(({ after }) => after))) as Images[];
  for (const [i, { keys, version, text, after: changed }] of done.entries()) {
    const wanted = Object.entries(before[i]?.images ?? {}).map(([key, image]) => [
      key,
      keys.includes(key) ? { ...image, tag: version } : image,
    ]);
    expect(sorted(after[i]?.images), `${text}\n${changed}`).toBe(sorted(Object.fromEntries(wanted)));
    expect(changed.split('\n')).toHaveLength(text.split('\n').length);
  }
});
