import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ExternalError } from '../../problem/errors.ts';
import { run } from '../process.ts';

/** Two sets of texts by name, and what each set is called. */
export interface TextSides {
  readonly names: readonly [before: string, after: string];
  readonly before: ReadonlyMap<string, string>;
  readonly after: ReadonlyMap<string, string>;
}

/** A unified diff, one file for each name; empty where nothing differs. */
export async function diffTexts(sides: TextSides): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'gitops-diff-'));
  try {
    const [before, after] = sides.names;
    writeAll(join(folder, before), sides.before);
    writeAll(join(folder, after), sides.after);
    // Whatever a person has configured for diffs that people look at.
    const plain = ['--no-ext-diff', '--no-textconv', '--no-color', '--no-prefix', '--unified=3'];
    const ended = await run('git', ['diff', '--no-index', ...plain, '--', before, after], { cwd: folder });
    if (ended !== null && (ended.code === 0 || ended.code === 1)) return ended.stdout;
    const said = ended?.stderr.trim() ?? 'git is missing';
    throw new ExternalError('git', `cannot compare: ${said}`, 'is git installed?');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function writeAll(folder: string, texts: ReadonlyMap<string, string>): void {
  mkdirSync(folder);
  for (const [name, text] of texts) writeFileSync(join(folder, name), text);
}
