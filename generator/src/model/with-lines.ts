import { type Document, LineCounter, parseDocument } from 'yaml';
import type { Problem, SourceLocation } from '../problem/problem.ts';
import type { TextFile } from './written.ts';

/** Problems that name a key of a YAML file, with line and column of that key's value. */
export function withLines(problems: readonly Problem[], files: readonly TextFile[]): Problem[] {
  const place = placesIn(files);
  return problems.map((found) => ({ ...found, location: place(found.location) }));
}

/** Gives places line and column of the value at their path, or of the deepest one on it that is there. */
export function placesIn(files: readonly TextFile[]): (location: SourceLocation) => SourceLocation {
  const parsed = new Map<string, { readonly document: Document; readonly lines: LineCounter }>();
  return (location) => {
    const { file, path, line } = location;
    const source = files.find((candidate) => candidate.file === file);
    if (source === undefined || path === undefined || line !== undefined) return location;
    const { document, lines } = parsed.get(file) ?? parse(source);
    parsed.set(file, { document, lines });
    // Keys of these files have no dots in them.
    const keys = path.split('.');
    for (let length = keys.length; length > 0; length--) {
      const node = document.getIn(keys.slice(0, length), true) as
        | { range?: [number, number, number] }
        | undefined;
      if (node?.range === undefined) continue;
      const { line: row, col } = lines.linePos(node.range[0]);
      return { ...location, line: row, column: col };
    }
    return location;
  };
}

function parse({ text }: TextFile) {
  const lines = new LineCounter();
  return { document: parseDocument(text, { lineCounter: lines, prettyErrors: false }), lines };
}
