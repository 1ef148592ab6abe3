/** Whether a name is one of those that are known; a `*` at the end of one stands for the rest. */
export const matchesAny = (name: string, known: readonly string[]): boolean =>
  known.some((pattern) => (pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : name === pattern));
