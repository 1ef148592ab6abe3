import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { repository } from '../../testing/program.ts';

/** Names of packages that code takes in when it runs, by import or by asking where one lies; not what it writes. */
const packagesIn = (text: string): string[] =>
  [
    ...text
      .replaceAll(/`[^`]*`/g, '``')
      .matchAll(
        /^(?:import|export) (?!type\b)[^;]*?from '([^'.#][^']*)'|(?:import|resolve)\('([^'.#][^']*)'\)/gm,
      ),
  ]
    .map(([, named, asked]) => named ?? asked ?? '')
    .filter((name) => !name.startsWith('node:'))
    .map((name) => name.match(/^(?:@[^/]+\/)?[^/]+/)?.[0] ?? name);

test('packages are found however code takes them in', () => {
  const text = [
    "import { a } from 'one';",
    "import type { b } from 'types';",
    "import {\n  c,\n} from '@scope/two/deep.js';",
    "const { d } = await import('three');",
    "createRequire(import.meta.url).resolve('four/package.json')",
    "import { e } from 'node:fs';",
    "import { f } from './near.ts';",
    "const written = `\nimport { g } from 'five';\n`;",
  ].join('\n');
  expect(packagesIn(text)).toEqual(['one', '@scope/two', 'three', 'four']);
});

test('what the sources import is there without development dependencies, as jobs with rights install it', () => {
  const { dependencies } = JSON.parse(readFileSync(join(repository, 'generator/package.json'), 'utf8')) as {
    dependencies: Record<string, string>;
  };
  const source = join(repository, 'generator/src');
  const used = readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .flatMap((path) => packagesIn(readFileSync(join(source, path), 'utf8')));
  // Node itself is one: the scripts run on it.
  expect([...new Set([...used, 'node'])].sort()).toEqual(Object.keys(dependencies).sort());
});
