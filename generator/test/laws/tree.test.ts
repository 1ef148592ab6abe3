import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseAllDocuments, stringify } from 'yaml';
import { applyChanges, presentFiles } from '../../src/edge/disk-files.ts';
import { notice } from '../../src/text/notice.ts';
import { yaml } from '../../src/text/yaml.ts';
import { compare, isEmpty } from '../../src/tree/changes.ts';
import { foreignFiles } from '../../src/tree/ownership.ts';
import { temporaryFolder } from '../../testing/folder.ts';
import { appsOf, repositoryOf, sketches } from '../support/arbitrary.ts';
import { treeOf } from '../support/tree.ts';

const few = { numRuns: 40 };

test('the same definitions give the same bytes', () => {
  fc.assert(
    fc.property(sketches, (all) => {
      expect(treeOf(repositoryOf(appsOf(all)))).toEqual(treeOf(repositoryOf(appsOf(all))));
    }),
    few,
  );
});

test('the order in which apps and environments are listed does not matter', () => {
  const shuffled = sketches.chain((all) => {
    const apps = appsOf(all);
    return fc.tuple(fc.constant(apps), fc.shuffledSubarray(apps, { minLength: apps.length }));
  });
  fc.assert(
    fc.property(shuffled, ([apps, others]) => {
      const sorted = (files: ReadonlyMap<string, string>) => [...files].sort(([a], [b]) => (a < b ? -1 : 1));
      expect(sorted(treeOf(repositoryOf(others, ['prod', 'dev'])))).toEqual(
        sorted(treeOf(repositoryOf(apps))),
      );
    }),
    few,
  );
});

test('an app of the operations layer that comes or goes touches nobody else', () => {
  const operations = {
    layer: 'operations',
    dependsOn: [],
    uses: [],
    ports: [9090],
    keepsData: false,
    hasSecret: false,
  } as const;
  fc.assert(
    fc.property(
      sketches.filter((all) => all.length < 12),
      (all) => {
        const strangers = all.map((each) => ({ ...each, uses: each.uses.filter((to) => to < all.length) }));
        const without = treeOf(repositoryOf(appsOf(strangers)));
        const withIt = treeOf(repositoryOf(appsOf([...strangers, operations])));
        const changed = [...without]
          .filter(([path, text]) => withIt.get(path) !== text)
          .map(([path]) => path);
        expect(changed.filter((path) => /\/(applications|plan|values)\//.test(path))).toEqual([]);
      },
    ),
    few,
  );
});

/** Any tree that could lie in the writable places. */
const trees = fc
  .dictionary(
    fc.constantFrom('a', 'b', 'c/d', 'c/e', 'f/g/h').map((name) => `environments/dev/generated/${name}`),
    fc.string().map((text) => `# ${notice('apps/a.ts')}\n${text}`),
  )
  .map((files) => new Map(Object.entries(files)));

/** What editors, merges and git make of a file; it stays ours. */
const handled: Readonly<Record<string, (text: string) => string>> = {
  'line ends of Windows': (text) => text.replaceAll('\n', '\r\n'),
  'a byte order mark': (text) => `\uFEFF${text}`,
  'a change below the notice': (text) => `${text}# mine\n`,
  'a conflict in the first line': (text) => `<<<<<<< HEAD\n${text}=======\n${text}>>>>>>> other\n`,
};

test('every written file is known as ours, whatever was done to it, and nothing else is', () => {
  const tree = treeOf(repositoryOf(appsOf([])));
  for (const [path, text] of tree) {
    for (const [what, change] of Object.entries(handled))
      expect(foreignFiles(new Map([[path, change(text)]]), tree), `${path} with ${what}`).toEqual([]);
    // The first versions wrote no notice into JSON.
    const older = text.replace(/^ {2}"\$comment": .*\n/m, '');
    expect(foreignFiles(new Map([[path, older]]), tree), path).toEqual([]);
    const cut = text.split('\n').slice(path.endsWith('.json') ? 2 : 1);
    const others = [cut.join('\n'), 'mine\n', `About this:\n\n> ${text.split('\n')[0]}\n`];
    for (const other of others)
      expect(foreignFiles(new Map([[path, `${other}\n`]]), tree), path).toMatchObject([
        { location: { file: path } },
      ]);
  }
});

test('what was applied is what was wanted, and then there is nothing to do', () => {
  fc.assert(
    fc.property(trees, trees, (present, wanted) => {
      const root = temporaryFolder();
      for (const [path, text] of present) {
        mkdirSync(dirname(join(root, path)), { recursive: true });
        writeFileSync(join(root, path), text);
      }
      applyChanges(root, compare(wanted, presentFiles(root, wanted.keys())));
      const after = presentFiles(root, wanted.keys());
      expect(after).toEqual(wanted);
      expect(isEmpty(compare(wanted, after))).toBe(true);
    }),
    few,
  );
});

test('every YAML file reads back as what was meant, by the rules of 1.1 and of 1.2', () => {
  const text = fc.oneof(
    fc.string(),
    fc.constantFrom(
      'y',
      'no',
      'on',
      '1.10',
      '0x1f',
      '1e3',
      '012',
      '12:30',
      '~',
      '',
      ' x',
      '{{ .a }}',
      '2001-01-01',
      '1_000',
      '<<',
    ),
  );
  const values = fc.dictionary(
    text.filter((key) => key !== '__proto__'),
    fc.oneof(text, fc.integer(), fc.boolean(), fc.constant(null), fc.array(text)),
  );
  fc.assert(
    fc.property(values, (value) => {
      for (const version of ['1.1', '1.2'] as const) {
        const [document] = parseAllDocuments(yaml(value, 'somewhere'), { version });
        expect(document && 'toJS' in document ? document.toJS() : undefined).toEqual(
          JSON.parse(JSON.stringify(value)),
        );
      }
    }),
  );
  expect(stringify({ a: 'y' }, { compat: 'yaml-1.1' })).toBe('a: "y"\n');
});
