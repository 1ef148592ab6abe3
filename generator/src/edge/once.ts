/** Remembers what work answered; it is asked again only for what was never asked, or has no answer. */
export function once<Args extends readonly string[], T>(work: (...args: Args) => T): (...args: Args) => T {
  const known = new Map<string, T>();
  return (...args) => {
    const key = args.join(' ');
    const found = known.get(key);
    if (found !== undefined) return found;
    const made = work(...args);
    known.set(key, made);
    return made;
  };
}
