import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { git } from '../git/git.ts';

/** Two sets of texts by name, and what each set is called. */
export interface TextSides {
  readonly names: readonly [before: string, after: string];
  readonly before: ReadonlyMap<string, string>;
  readonly after: ReadonlyMap<string, string>;
}

/** A unified diff, one file for each name; empty where nothing differs. */
export function diffTexts(sides: TextSides): string {
  const folder = mkdtempSync(join(tmpdir(), 'gitops-diff-'));
  try {
    const [before, after] = sides.names;
    writeAll(join(folder, before), sides.before);
    writeAll(join(folder, after), sides.after);
    // Whatever a person has configured for diffs that people look at.
    const plain = ['--no-ext-diff', '--no-textconv', '--no-color', '--no-prefix', '--unified=3'];
    return git(folder, ['diff', '--no-index', ...plain, '--', before, after], { accepted: [1] });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function writeAll(folder: string, texts: ReadonlyMap<string, string>): void {
  mkdirSync(folder);
  for (const [name, text] of texts) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
}
