import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { insertApp } from '../../src/new/insert-app.ts';
import { identifier, literal } from '../../src/new/source-text.ts';
import { insertEntry } from '../../src/text/insert-entry.ts';

const name = fc.stringMatching(/^[a-z][a-z0-9]{0,3}(-[a-z0-9]{1,3})?$/);
const entry = fc.record({ tag: fc.stringMatching(/^[\w.]{1,8}$/), digest: fc.constant(null) });
const comment = fc.option(fc.stringMatching(/^# [a-z: {}"']{1,20}$/), { nil: undefined });

/** A file as people keep them: comments above entries, and something below the map. */
const file = fc
  .uniqueArray(fc.tuple(name, entry, comment), { selector: ([key]) => key, maxLength: 6 })
  .map((entries) => {
    const blocks = entries.map(
      ([key, value, above]) =>
        `${above ? `  ${above}\n` : ''}${stringify({ [key]: value }).replaceAll(/^(?=.)/gm, '  ')}`,
    );
    return `# a head\nimages:${blocks.length === 0 ? ' {}\n' : `\n${blocks.join('')}`}`;
  });

describe('an entry that is added to a YAML file', () => {
  test('is there, and nothing else has changed', () => {
    fc.assert(
      fc.property(file, name, entry, (text, key, value) => {
        fc.pre(!(key in (parse(text) as { images: object }).images));
        const after = insertEntry(
          text,
          'images',
          key,
          stringify({ [key]: value })
            .trimEnd()
            .split('\n'),
        );
        expect(parse(after)).toEqual({ images: { ...parse(text).images, [key]: value } });
        const kept = text.replace(/^images: \{\}$/m, 'images:').split('\n');
        expect(subsequence(kept, after.split('\n'))).toBe(true);
      }),
    );
  });

  test('keeps a map in order that was', () => {
    fc.assert(
      fc.property(fc.uniqueArray(name, { minLength: 2, maxLength: 6 }), ([key = '', ...keys]) => {
        const text = `images:\n${[...keys]
          .sort()
          .map((each) => `  ${each}:\n    tag: "1"\n`)
          .join('')}`;
        const after = insertEntry(text, 'images', key, [`${key}:`, '  tag: "2"']);
        expect(Object.keys(parse(after).images)).toEqual([key, ...keys].sort());
      }),
    );
  });

  test('goes behind a comment that may be about all the entries below it', () => {
    const text = 'charts:\n  z:\n    version: "1"\n\n  # All of these.\n  b:\n    version: "1"\n';
    const after = insertEntry(text, 'charts', 'a', ['a:', '  version: "2"']);
    expect(after).toBe(`${text}  a:\n    version: "2"\n`);
  });
});

/** Whether all lines of one text stand in another, in the same order. */
function subsequence(lines: readonly string[], longer: readonly string[]): boolean {
  let next = 0;
  for (const line of longer) if (line === lines[next]) next += 1;
  return next === lines.length;
}

describe('an app that is added to the list', () => {
  const text = `import type { App } from '#generator';
import { web } from './apis/web.ts';
import { db } from './stores/db.ts';
import { dbTest } from './stores/db-test.ts';

// All of them.
export const apps: readonly App[] = [
  db, // the first
  dbTest,
  web,
];
`;
  test.each([
    [{ identifier: 'cache', layer: 'stores', file: 'cache' }, 'cache,db,dbTest,web', 'web,cache,db,dbTest'],
    [{ identifier: 'dbNow', layer: 'stores', file: 'db-now' }, 'db,dbNow,dbTest,web', 'web,db,dbNow,dbTest'],
    [{ identifier: 'api', layer: 'apis', file: 'api' }, 'db,dbTest,api,web', 'api,web,db,dbTest'],
    [{ identifier: 'last', layer: 'operations', file: 'last' }, 'db,dbTest,web,last', 'web,last,db,dbTest'],
  ] as const)('%j', (app, list, imports) => {
    const after = insertApp(text, app) ?? '';
    expect([...after.matchAll(/^ {2}(\w+),/gm)].map(([, each]) => each).join(',')).toBe(list);
    expect([...after.matchAll(/^import \{ (\w+)/gm)].map(([, each]) => each).join(',')).toBe(imports);
    expect(subsequence(text.split('\n'), after.split('\n'))).toBe(true);
  });

  test('a list on one line grows at its end; what is no list is left to a person', () => {
    const app = { identifier: 'web', layer: 'apis', file: 'web' } as const;
    expect(insertApp("import { db } from './stores/db.ts';\nexport const apps = [db];\n", app)).toBe(
      "import { web } from './apis/web.ts';\nimport { db } from './stores/db.ts';\nexport const apps = [db, web];\n",
    );
    expect(insertApp('export const apps = [];\n', app)).toContain('apps = [web];');
    expect(insertApp('export const apps = all();\n', app)).toBeNull();
  });
});

test('a name is always the name of a constant', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z0-9]([a-z0-9-]{0,10}[a-z0-9])?$/), (word) => {
      expect(() => new Function(`'use strict'; const ${identifier(word, 'App')} = 1;`)).not.toThrow();
    }),
  );
  for (const word of ['default', 'new', 'apps', 'upstream', 'eval', 'class'])
    expect(identifier(word, 'App')).toBe(`${word}App`);
  expect(identifier('a-1', 'App', ['a1'])).toBe('a1App');
});

test('a literal means what it was made from', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 3 }), (value) => {
      fc.pre(!JSON.stringify(value).includes('__proto__'));
      const made = new Function(`return ${literal(value as never, '')};`)() as unknown;
      expect(made).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});
