/** Rows that are shown without being asked for. */
const shown = 12;

/** A section with a table or a list of so many rows, folded where there are many. Empty where there are none. */
export function foldedSection(title: string, rows: number, text: string, isFolded = rows > shown): string {
  if (rows === 0) return '';
  const head = `## ${title}`;
  return isFolded
    ? `${head}\n\n<details>\n<summary>${rows}</summary>\n\n${text}\n\n</details>`
    : `${head}\n\n${text}`;
}
