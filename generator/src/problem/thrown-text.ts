/** What a definition's code threw, as text; it may throw anything, even what has no text. */
export function thrownText(thrown: unknown): string {
  try {
    return thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : String(thrown);
  } catch {
    return 'something that has no text';
  }
}
