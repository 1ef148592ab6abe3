import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { editText } from '../../../src/upgrade/edit/edit-text.ts';
import type { ScalarEdit } from '../../../src/upgrade/edit/scalar-edit.ts';
import { repository } from '../../../testing/program.ts';

const digest = `sha256:${'a'.repeat(64)}`;

const image = (key: string, tag: string, pin: string | null = digest): ScalarEdit[] => [
  { path: ['images', key, 'tag'], value: tag },
  { path: ['images', key, 'digest'], value: pin, after: 'tag' },
];

function edited(text: string, edits: readonly ScalarEdit[]): string {
  const result = editText('images.yaml', text, edits);
  if (!result.ok) throw new Error(result.problems.map(({ message }) => message).join('\n'));
  return result.value;
}

function refused(text: string, edits: readonly ScalarEdit[]): string[] {
  const result = editText('images.yaml', text, edits);
  return result.ok ? ['not refused'] : result.problems.map(({ message }) => message);
}

/** Texts in which the tag of `a` becomes 2.0 and its digest is set, before and after. */
const styles: readonly (readonly [string, string, string])[] = [
  [
    'in a block, with comments',
    'images:\n  # One.\n  a:\n    tag: 1.0.0   # Two.\n    digest: null # Three.\n  # Four.\n',
    `images:\n  # One.\n  a:\n    tag: "2.0"   # Two.\n    digest: ${digest} # Three.\n  # Four.\n`,
  ],
  [
    'in the quotes that it had',
    "images:\n  a:\n    tag: '1.0'\n    digest: ~\n",
    `images:\n  a:\n    tag: '2.0'\n    digest: ${digest}\n`,
  ],
  [
    'in the quotes of its map',
    'images:\n  b: {tag: "1"}\n  a:\n    repository: \'x\'\n    tag: 1.0.0\n    digest: null\n',
    `images:\n  b: {tag: "1"}\n  a:\n    repository: 'x'\n    tag: '2.0'\n    digest: ${digest}\n`,
  ],
  [
    'in the nearest quotes',
    'images:\n  b:\n    tag: \'1\'\n  a:\n    tag: 1.0.0\n    digest: null\n  c: {}\n  d:\n    tag: "1"\n',
    `images:\n  b:\n    tag: '1'\n  a:\n    tag: '2.0'\n    digest: ${digest}\n  c: {}\n  d:\n    tag: "1"\n`,
  ],
  [
    'between braces',
    'images: { a: { tag: "1.0", digest: null, policy: { update: none } } }\n',
    `images: { a: { tag: "2.0", digest: ${digest}, policy: { update: none } } }\n`,
  ],
  [
    'as JSON',
    '{ "images": { "a": { "tag": "1.0", "digest": null } } }\n',
    `{ "images": { "a": { "tag": "2.0", "digest": "${digest}" } } }\n`,
  ],
  [
    'with a value that is empty',
    'images:\n  a:\n    tag: "1.0"\n    digest:   # None yet.\n  b: {}\n',
    `images:\n  a:\n    tag: "2.0"\n    digest: ${digest}   # None yet.\n  b: {}\n`,
  ],
  [
    'with lines of Windows, a byte order mark, tabs and trailing spaces',
    '\uFEFFimages:\r\n  a:  \r\n    tag: "1.0"\t# One.\r\n    digest: null \r\n\r\n',
    `\uFEFFimages:\r\n  a:  \r\n    tag: "2.0"\t# One.\r\n    digest: ${digest} \r\n\r\n`,
  ],
  [
    'beside block scalars, anchors, merge keys and other documents',
    'note: |\n  tag: 1.0\n\n  b\n---\nx: &x { y: 1 }\nimages:\n  a:\n    <<: *x\n    tag: &t "1.0"\n    digest: null\n...\n',
    `note: |\n  tag: 1.0\n\n  b\n---\nx: &x { y: 1 }\nimages:\n  a:\n    <<: *x\n    tag: &t "2.0"\n    digest: ${digest}\n...\n`,
  ],
  [
    'as the one line of a block',
    'images:\n  a:\n    tag: >-  # One.\n      1.0.0\n\n    digest: null\n',
    `images:\n  a:\n    tag: >-  # One.\n      2.0\n\n    digest: ${digest}\n`,
  ],
  [
    'without a digest',
    'images:\n  a:\n    tag: "1.0" # One.\n    policy: {}\n',
    `images:\n  a:\n    tag: "2.0" # One.\n    digest: ${digest}\n    policy: {}\n`,
  ],
  [
    'without a digest and without an end of the last line',
    'images:\n  a:\n    tag: "1.0"',
    `images:\n  a:\n    tag: "2.0"\n    digest: ${digest}`,
  ],
  [
    'without a digest, with lines of Windows',
    'images:\r\n  a:\r\n    tag: "1.0"\r\n  b: {}\r\n',
    `images:\r\n  a:\r\n    tag: "2.0"\r\n    digest: ${digest}\r\n  b: {}\r\n`,
  ],
  [
    'without a digest, between braces',
    'images:\n  a: { tag: "1.0", policy: {} }\n',
    `images:\n  a: { tag: "2.0", digest: ${digest}, policy: {} }\n`,
  ],
  [
    'without a digest, between braces on lines of their own',
    'images:\n  a: {\n    repository: x,\n    tag: "1.0"\n  }\n',
    `images:\n  a: {\n    repository: x,\n    tag: "2.0",\n    digest: ${digest}\n  }\n`,
  ],
  [
    'without a digest, as JSON without spaces',
    '{"images":{"a":{"tag":"1.0"}}}',
    `{"images":{"a":{"tag":"2.0","digest":"${digest}"}}}`,
  ],
];

describe('a tag and its digest', () => {
  test.each(styles)('are written %s', (_, before, after) => {
    expect(edited(before, image('a', '2.0'))).toBe(after);
  });

  test('stay as they are where they are so already', () => {
    const text = 'images:\n  a:\n    tag: "1\\x2e0"\n    digest: ~\n';
    expect(edited(text, image('a', '1.0', null))).toBe(text);
  });

  test('lose their quotes nowhere and get them only where YAML, old or new, would read something else', () => {
    const text = 'images: { a: { tag: "1.0", digest: null }, b: { tag: x, digest: null } }\n';
    const versions = [
      'v1.2.3',
      '1.2.3-debian-12-r2',
      '1.10',
      '476',
      '1e3',
      '0x1f',
      'true',
      'on',
      '12:30',
      '2024-01-01',
    ];
    const tags = versions.map((version) => {
      const after = edited(text, [...image('a', version), ...image('b', version)]);
      return after.match(/b: \{ tag: ([^,]*)/)?.[1];
    });
    expect(tags).toEqual([
      'v1.2.3',
      '1.2.3-debian-12-r2',
      ...versions.slice(2).map((version) => `"${version}"`),
    ]);
  });
});

describe('a value that an alias or a merge key brings', () => {
  const shared = 'images:\n  a:\n    tag: &v v1\n    digest: null\n  b:\n    tag: *v\n    digest: null\n';

  test('is written where it is defined, if all that have it are edited alike', () => {
    const after = edited(shared, [...image('b', 'v2'), ...image('a', 'v2')]);
    expect(after).toBe(shared.replace('v1', 'v2').replaceAll('null', digest));
  });

  test('is refused where another entry has it too', () => {
    expect(refused(shared, image('b', 'v2'))).toEqual([
      'images.a.tag would change too: an alias or a merge key makes it one value with images.b.tag',
    ]);
  });

  test('is refused where two entries would have to differ', () => {
    expect(refused(shared, [...image('a', 'v2'), ...image('b', 'v3')])).toEqual([
      'images.b.tag and images.a.tag are one value, and would have to differ',
    ]);
  });

  test('by a merge key is the same', () => {
    const merged = 'images:\n  a: &a\n    tag: v1\n    digest: null\n  b:\n    <<: *a\n    repository: x\n';
    expect(edited(merged, [...image('a', 'v2'), ...image('b', 'v2')])).toBe(
      merged.replace('v1', 'v2').replace('null', digest),
    );
    expect(refused(merged, image('b', 'v2'))).toHaveLength(2);
  });
});

describe('an edit is refused', () => {
  test.each([
    [
      'where there is no such entry',
      'images:\n  b: {}\n',
      ['images.a.tag is not there', 'images.a.digest is not there'],
    ],
    [
      'where a map stands',
      'images:\n  a:\n    tag: { b: 1 }\n    digest: null\n',
      ['images.a.tag holds more than one value'],
    ],
    [
      'in a block of several lines',
      'images:\n  a:\n    tag: |\n      1\n      2\n    digest: null\n',
      ['images.a.tag is a block of text'],
    ],
    [
      'where several documents have it',
      'images: { a: { tag: x, digest: null } }\n---\nimages: { a: { tag: y, digest: null } }\n',
      ['images.a.tag stands in several documents', 'images.a.digest stands in several documents'],
    ],
    ['in what is no YAML', 'images: {\n', [expect.stringContaining('Flow map')]],
    [
      'in a file with a key twice',
      'images:\n  a: { tag: x, tag: y, digest: null }\n',
      ['Map keys must be unique'],
    ],
  ])('%s', (_, text, problems) => {
    expect(refused(text, image('a', '2.0'))).toEqual(problems);
  });
});

describe('files of this repository', () => {
  const files = [
    ['images.yaml', 'images', 'tag'],
    ['charts/upstream.yaml', 'charts', 'version'],
    ['generator/examples/shop/images.yaml', 'images', 'tag'],
    ['generator/examples/shop/charts/upstream.yaml', 'charts', 'version'],
  ] as const;

  test.each(files)('%s changes in one line for each version', (file, map, field) => {
    const text = readFileSync(join(repository, file), 'utf8');
    const keys = Object.keys((parse(text) as Record<string, object>)[map] ?? {});
    expect(keys.length).toBeGreaterThan(0);
    const edits = keys.map((key) => ({ path: [map, key, field], value: '99.99.99' }));
    const after = edited(text, edits).split('\n');
    const changed = text.split('\n').flatMap((line, i) => (line === after[i] ? [] : [after[i]?.trim()]));
    expect(changed.map((line) => line?.replaceAll(/["']/g, ''))).toEqual(
      keys.map(() => `${field}: 99.99.99`),
    );
    expect(edited(text, [])).toBe(text);
  });

  test('a program in JSON changes in its lines alone', () => {
    const text = readFileSync(join(repository, 'generator/tools.json'), 'utf8');
    const after = edited(text, [
      { path: ['helm', 'version'], value: '4.3.0' },
      { path: ['helm', 'download', 'sha256', 'linux-amd64'], value: 'f'.repeat(64) },
    ]);
    const before = text.split('\n');
    const changed = after.split('\n').filter((line, i) => line !== before[i]);
    expect(changed.map((line) => line.trim())).toEqual([
      '"version": "4.3.0",',
      `"linux-amd64": "${'f'.repeat(64)}",`,
    ]);
    expect(JSON.parse(after).helm.version).toBe('4.3.0');
  });
});
