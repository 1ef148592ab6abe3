/** Number of single-character edits (insert, delete, replace, swap of neighbours) between two words. */
export function distance(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let edits = Math.min(at(last, j) + 1, at(row, j - 1) + 1, at(last, j - 1) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        edits = Math.min(edits, at(before, j - 2) + 1);
      row.push(edits);
    }
    before = last;
    last = row;
  }
  return at(last, b.length);
}

const at = (row: readonly number[], index: number): number => row[index] ?? Number.POSITIVE_INFINITY;

/** The known name that `word` was most likely meant to be, if any is close enough to be a typo. */
export function nearest(word: string, known: Iterable<string>): string | undefined {
  const limit = Math.max(1, Math.floor(word.length / 3));
  let best: { name: string; edits: number } | undefined;
  for (const name of [...known].sort()) {
    const edits = distance(word.toLowerCase(), name.toLowerCase());
    if (edits <= limit && (best === undefined || edits < best.edits)) best = { name, edits };
  }
  return best?.name;
}

/** A hint for an unknown name: the nearest spelling, if any is close enough to be meant. */
export function spellingHint(word: string, known: Iterable<string>): string | undefined {
  const close = nearest(word, known);
  return close === undefined ? undefined : `did you mean "${close}"?`;
}

/** The same, else what there is. */
export function didYouMean(word: string, known: Iterable<string>): string {
  const names = [...known].sort();
  return (
    spellingHint(word, names) ?? (names.length === 0 ? 'there is none yet' : `known: ${names.join(', ')}`)
  );
}
