import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { helmIndex } from '../../src/edge/registry/helm-index.ts';

const where = 'https://charts.example.org/index.yaml';
const versionsIn = (text: string, chart = 'web'): readonly string[] | string => {
  const answer = helmIndex(text, where)(chart);
  return answer.kind === 'found'
    ? answer.value.map(({ version }) => version)
    : `${answer.kind}: ${answer.why}`;
};

const usual = `apiVersion: v1
entries:
  other:
  - apiVersion: v2
    version: 9.9.9
  # Between the two.
  web:
  - annotations:
      artifacthub.io/changes: |
        - kind: changed
          version: 7.7.7

        version: 8.8.8
    apiVersion: v2
    appVersion: 1.10
    created: "2026-08-01T10:20:30.123456789+02:00"
    dependencies:
    - name: db
      version: 3.x
    deprecated: true
    description: Shows
      version: 6.6.6
    urls:
    - ../web-2.0.0.tgz
    version: 2.0.0
  - created: "0001-01-01T00:00:00Z"
    version: v1.1.0-rc.1
  - version: 1.0.0+build.5
    appVersion: ""
  weblog:
  - version: 5.5.5
generated: "2026-08-01T00:00:00Z"
`;

describe('the index of a Helm repository', () => {
  test('has the releases of a chart, with what is known of them', () => {
    expect(helmIndex(usual, where)('web')).toEqual({
      kind: 'found',
      value: [
        { version: '2.0.0', appVersion: '1.10', created: '2026-08-01T08:20:30.123Z', deprecated: true },
        { version: 'v1.1.0-rc.1', appVersion: null, created: null, deprecated: false },
        { version: '1.0.0+build.5', appVersion: null, created: null, deprecated: false },
      ],
    });
    expect(versionsIn(usual, 'other')).toEqual(['9.9.9']);
    expect(versionsIn(usual, 'weblog')).toEqual(['5.5.5']);
    expect(versionsIn(usual, 'we')).toBe(`missing: ${where} lists no chart we`);
    expect(versionsIn(usual, 'toString')).toMatch(/^missing/);
  });

  const data = {
    apiVersion: 'v1',
    entries: {
      web: [
        { name: 'web', appVersion: 3, description: 'a\nb: c\n\n- version: 0.0.1\n', version: '3.0.0' },
        { version: 'not a version' },
        { version: '1.2' },
        { name: 'no version' },
        null,
        { version: '2.0.0', keywords: [], maintainers: [{ name: 'version' }] },
        { version: '2.0.0', deprecated: true },
      ],
      none: [],
    },
    generated: '2026-01-01T00:00:00Z',
  };
  test.each([
    ['as Helm writes it', stringify(data, { indentSeq: false })],
    ['with lists set in', stringify(data)],
    ['set in by four', stringify(data, { indent: 4 })],
    ['with quoted keys', stringify(data, { defaultKeyType: 'QUOTE_DOUBLE' })],
    ['with lines of Windows', stringify(data, { indentSeq: false }).replaceAll('\n', '\r\n')],
    ['entries last', stringify({ apiVersion: 'v1', generated: 'x', entries: data.entries })],
    ['with a document mark and comments', `# by hand\n---\n${stringify(data)}# end\n`],
    ['as JSON', JSON.stringify(data)],
    ['as JSON over lines', JSON.stringify(data, null, 2)],
    ['as YAML in braces', stringify(data, { collectionStyle: 'flow' })],
    ['with a list in one line', stringify(data).replace('none: []', 'none: [ {version: 1.0.0} ]')],
  ])('%s: what is no exact version is left out, and of two alike the first counts', (_, text) => {
    const answer = helmIndex(text, where)('web');
    expect(answer).toEqual({
      kind: 'found',
      value: [
        { version: '3.0.0', appVersion: '3', created: null, deprecated: false },
        { version: '2.0.0', appVersion: null, created: null, deprecated: false },
      ],
    });
  });

  test.each([
    ['<!DOCTYPE html><html><body>Sign in</body></html>', 'it is a page in HTML'],
    ['', 'it is no YAML'],
    ['Not Found', 'it is no YAML'],
    ['{"message": "rate limit"', 'it is no YAML'],
    ['{"message": "rate limit"}', 'it has no entries'],
    ['apiVersion: v1\nentries: []\n', 'it has no entries'],
    ['a: [\n', 'it is no YAML'],
  ])('%j is refused', (text, why) => {
    expect(versionsIn(text)).toBe(`failed: ${where} is not the index of a Helm repository: ${why}`);
  });

  const texts = fc.oneof(
    fc.string(),
    fc.constantFrom(
      'version: 1.0.0',
      '- version: 1.0.0',
      'a:\n  - b\n',
      '\n\n# c\n',
      '  web:\n',
      '---\n',
      '"',
      '*a',
      '&a b',
    ),
    fc.string({ unit: fc.constantFrom('a', '\n', ' ', ':', '-', '#', '"', "'") }),
  );
  const item = fc.record(
    {
      annotations: fc.dictionary(fc.constantFrom('version', 'b/c', 'd: e'), texts),
      appVersion: texts,
      dependencies: fc.array(fc.record({ name: texts, version: texts }), { maxLength: 2 }),
      description: texts,
      version: fc.constantFrom('1.0.0', 'v2.0.0', '3.0.0-rc.1', 'no', '1.0'),
      urls: fc.array(texts, { maxLength: 2 }),
    },
    { requiredKeys: [] },
  );
  test('what is left out changes nothing of what is kept, whatever stands there', () => {
    fc.assert(
      fc.property(
        fc.dictionary(
          fc.constantFrom('web', 'we', 'web-2', 'version', 'entries'),
          fc.array(item, { maxLength: 4 }),
        ),
        fc.constantFrom(
          {},
          { indentSeq: false },
          { indent: 4 },
          { blockQuote: 'folded' as const },
          { lineWidth: 20 },
        ),
        (entries, options) => {
          const text = stringify({ apiVersion: 'v1', entries, generated: 'x' }, options);
          const whole = parse(text, { schema: 'failsafe' }) as { entries: typeof entries };
          // As JSON nothing is left out.
          const [cut, kept] = [helmIndex(text, where), helmIndex(JSON.stringify(whole), where)];
          for (const chart of ['web', 'we', 'web-2', 'version', 'entries', 'none'])
            expect(cut(chart)).toEqual(kept(chart));
        },
      ),
    );
  });

  test('an empty repository lists no chart', () => {
    expect(versionsIn('apiVersion: v1\nentries: {}\ngenerated: "x"\n')).toMatch(/^missing/);
  });

  test('aliases, which Helm reads, are followed', () => {
    const text =
      'entries:\n  web: &web\n  - version: 1.0.0\n  alias: *web\n  anchored:\n  - &v\n    version: &n 2.0.0\n';
    expect(versionsIn(text)).toEqual(['1.0.0']);
    expect(versionsIn(text, 'alias')).toEqual(['1.0.0']);
    expect(versionsIn(text, 'anchored')).toEqual(['2.0.0']);
  });

  test('one of tens of megabytes is not parsed whole', () => {
    const filler = Array.from({ length: 60 }, (_, i) => `    annotation-${i}: ${'x'.repeat(60)}\n`).join('');
    const list = (n: number): string =>
      Array.from({ length: n }, (_, i) => `  - apiVersion: v2\n${filler}    version: ${i}.0.0\n`).join('');
    const text = `apiVersion: v1\nentries:\n  large:\n${list(7000)}  web:\n  - version: 1.2.3\n    broken: [\n`;
    expect(text.length).toBeGreaterThan(30_000_000);
    // A parse of all of it would stumble over the last line.
    const index = helmIndex(text, where);
    expect(index('web')).toMatchObject({ value: [{ version: '1.2.3' }] });
    expect(index('large')).toMatchObject({ kind: 'found', value: { length: 7000 } });
  });
});
