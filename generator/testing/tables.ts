/** Rows of the tables in a page of Markdown, cell by cell; their heads are left out. */
export function rowsIn(markdown: string): string[][] {
  const lines = markdown.split('\n');
  return lines
    .filter((line, i) => line.startsWith('|') && !isRule(line) && !isRule(lines[i + 1] ?? ''))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
}

/** The line between the head of a table and its rows. */
const isRule = (line: string): boolean => /^\|( *:?-+:? *\|)+$/.test(line);
