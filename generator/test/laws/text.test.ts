import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { code, fenced, inert, plain, table } from '../../src/text/markdown.ts';
import { oneLine, terminalText } from '../../src/text/terminal.ts';

/** What people type, and what would be taken for something else. */
const piece = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 6 }),
  fc.constantFrom(
    ...[
      '</details>',
      '<!--',
      '-->',
      '<img src=x>',
      '@team',
      '@org/team',
      '#123',
      'GH-12',
      'closes #1',
      'o/r#2',
    ],
    ...[
      '`',
      '```',
      '~~~',
      '|',
      '\\|',
      '\\',
      '*',
      '**',
      '_',
      '__',
      '[a](b)',
      '![a](b)',
      '$',
      '~',
      '&lt;',
      '&#64;',
    ],
    ...[
      '\n',
      '\r\n',
      '\u2028',
      '\t',
      '\u001b[31m',
      '\u009b',
      '\u202e',
      '::set-output name=a::b',
      '##[error]',
    ],
    ...[
      '# ',
      '> ',
      '- ',
      '1. ',
      '===',
      '---',
      'https://example.org/o/r/issues/1',
      'www.example.org',
      ' ',
      'word',
    ],
    '\nCo-authored-by: a <a@example.org>',
  ),
);
const typed = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(''));

const holds = (law: (text: string) => void): void => fc.assert(fc.property(typed, law), { numRuns: 2000 });

/** What a reader sees of a line without markup, as CommonMark has it: escapes and entities undone. */
const seen = (markdown: string): string =>
  markdown.replaceAll(/\\([!-/:-@[-`{-~])|&amp;|&#8203;/g, (found, escaped: string | undefined) =>
    found === '&amp;' ? '&' : (escaped ?? ''),
  );

/** What is left when everything that stands for itself is taken out. */
const markup = (markdown: string): string => markdown.replaceAll(/\\[!-/:-@[-`{-~]/g, '');

describe('what somebody typed', () => {
  test('is seen as it was typed, on one line', () => {
    holds((text) => {
      expect(seen(plain(text))).toBe(oneLine(text));
      expect(seen(inert(text))).toBe(oneLine(text));
    });
  });

  test('opens no markup, no HTML and no entity', () => {
    holds((text) => {
      const left = markup(plain(text));
      expect(left).not.toMatch(/[`*[\]<~$\n\r\u2028\\]/);
      expect(left).not.toMatch(/(^|[^\p{L}\p{N}])_|_([^\p{L}\p{N}]|$)/u);
      expect(left).not.toMatch(/&(?!amp;)#?\w+;/);
      expect(plain(text)).not.toMatch(/^([#>+=-]|\d+[.)])/);
    });
  });

  test('calls nobody and refers to nothing in a pull request', () => {
    holds((text) => {
      const left = inert(text).replaceAll('&#8203;', '\u200b');
      expect(left).not.toMatch(/@[\w-]|#\d|GH-\d|:\/\/|www\./i);
    });
  });

  test('stays in its code span, its cell and its fence', () => {
    holds((text) => {
      const span = code(text);
      const [ticks = ''] = span.match(/^`+/) ?? [];
      const inside = span.slice(ticks.length, -ticks.length);
      expect(span.endsWith(ticks)).toBe(true);
      expect([...inside.matchAll(/`+/g)].some(([found]) => found === ticks)).toBe(false);
      expect(inside.trim()).toBe(oneLine(text));
      const lines = table(['a', 'b'], [[plain(text), code(text)]]).split('\n');
      expect(lines).toHaveLength(3);
      // A backslash that is escaped itself does not escape the pipe behind it.
      expect(lines[2]?.replaceAll(/\\[\\|]/g, '').match(/\|/g)).toHaveLength(3);
      const block = fenced('diff', text).split('\n');
      const [fence = ''] = block[0]?.match(/^`+/) ?? [];
      expect(block.slice(1, -1).some((line) => line.trim().startsWith(fence))).toBe(false);
    });
  });

  test('steers no terminal and gives GitHub Actions no command', () => {
    holds((text) => {
      const shown = terminalText(text);
      expect(shown).not.toMatch(/[^\P{Cc}\n\t]/u);
      expect(shown).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
      expect(shown).not.toMatch(/^\s*(::|##\[)/m);
    });
  });
});

test.each([
  ['fix the gate', 'fix the gate'],
  ['snake_case and a-b stay', 'snake_case and a-b stay'],
  ['</details><!-- @team closes #12', '\\</details>\\<!-- @&#8203;team closes #&#8203;12'],
  ['one\nCo-authored-by: a <a@b.org>', 'one Co-authored-by: a \\<a@&#8203;b.org>'],
  ['see https://example.org', 'see https:&#8203;//example.org'],
])('%j in a pull request', (text, wanted) => {
  expect(inert(text)).toBe(wanted);
});
