import type { TreeVerdict } from '../promote/trees-of.ts';
import { terminalText } from '../text/terminal.ts';
import type { Report } from './command.ts';
import type { Format } from './format.ts';

/** Exit code 1 where a tree is not what its commit's own definitions generate. */
export function treeReport(verdicts: readonly TreeVerdict[], format: Format): Report {
  const text =
    format === 'json' ? `${JSON.stringify({ version: 1, trees: verdicts }, null, 2)}\n` : lines(verdicts);
  return { text, exitCode: verdicts.every(({ kind }) => kind === 'equal') ? 0 : 1 };
}

const lines = (verdicts: readonly TreeVerdict[]): string =>
  verdicts.length === 0
    ? 'no commit apart from the main branch is newly pinned\n'
    : terminalText(verdicts.map((verdict) => `${line(verdict)}\n`).join(''));

function line({ commit, kind, detail }: TreeVerdict): string {
  const name = commit.slice(0, 12);
  if (kind === 'equal') return `${name}: its tree is what its definitions generate`;
  return kind === 'different'
    ? `${name}: its tree is not what its definitions generate: ${detail}`
    : `${name}: it cannot be generated: ${detail}`;
}
