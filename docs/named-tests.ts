import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repository } from '#testing';

/** A test as a page names it: `` `apps/stores/kafka` title… ``, or `` `refused/cycle` `` without a title. */
export interface NamedTest {
  readonly text: string;
  readonly file: string;
  readonly title: string;
}

/** What a cell names, each on a line of its own. */
export const namedIn = (cell = ''): NamedTest[] =>
  cell.split('<br>').map((text) => {
    const [, file = '', title = ''] = text.match(/^`([^`]+)`\s*(.*)$/) ?? [];
    return { text, file, title };
  });

/** Whether there is one test of that title, which `…` may cut short. */
export function testExists({ file, title }: NamedTest): boolean {
  const path = join(repository, /^(apps|environments)\//.test(file) ? '' : 'generator/test', file);
  if (file.startsWith('refused/')) return title === '' && existsSync(join(path, 'expected.txt'));
  // A fork without the app has no test of it either.
  const isGone = /^apps\/.+\//.test(file) && !existsSync(`${path.replace(/\.(sql|obsrv|program)$/, '')}.ts`);
  if (!existsSync(`${path}.test.ts`)) return isGone;
  const found = titlesIn(`${path}.test.ts`).filter((each) =>
    title.endsWith('…') ? each.startsWith(title.slice(0, -1)) : each === title,
  );
  return new Set(found).size === 1;
}

/** Titles as they stand in a file of tests, before a case fills in its `%s`. */
const titlesIn = (file: string): string[] =>
  [...readFileSync(file, 'utf8').matchAll(/(?:test|judged|\))\(\s*(['"])((?:(?!\1)[^\\]|\\.)+)\1,/g)].map(
    ([, , title]) => String(title).replaceAll("\\'", "'"),
  );
