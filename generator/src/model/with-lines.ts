import { LineCounter, parseDocument } from 'yaml';
import type { Problem } from '../problem/problem.ts';
import type { TextFile } from './written.ts';

/** Problems that name a key of a YAML file, with line and column of that key's value. */
export function withLines(problems: readonly Problem[], files: readonly TextFile[]): Problem[] {
  return problems.map((found) => {
    const { file, path, line } = found.location;
    const source = files.find((candidate) => candidate.file === file);
    if (source === undefined || path === undefined || line !== undefined) return found;
    const lines = new LineCounter();
    const document = parseDocument(source.text, { lineCounter: lines, prettyErrors: false });
    // Keys of these files have no dots in them.
    const keys = path.split('.');
    for (let length = keys.length; length > 0; length--) {
      const node = document.getIn(keys.slice(0, length), true) as
        | { range?: [number, number, number] }
        | undefined;
      if (node?.range === undefined) continue;
      const { line: row, col } = lines.linePos(node.range[0]);
      return { ...found, location: { ...found.location, line: row, column: col } };
    }
    return found;
  });
}
