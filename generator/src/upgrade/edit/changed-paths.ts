/** Paths, as JSON, of all values that differ between two plain values; of what is added or gone, the path of its top. */
export function changedPaths(before: unknown, after: unknown, path: readonly string[] = []): string[] {
  if (Object.is(before, after)) return [];
  const [a, b] = [entriesOf(before), entriesOf(after)];
  if (a === null || b === null || Array.isArray(before) !== Array.isArray(after))
    return [JSON.stringify(path)];
  return [...new Set([...a.keys(), ...b.keys()])].flatMap((key) =>
    a.has(key) && b.has(key)
      ? changedPaths(a.get(key), b.get(key), [...path, key])
      : [JSON.stringify([...path, key])],
  );
}

const entriesOf = (value: unknown): ReadonlyMap<string, unknown> | null =>
  typeof value === 'object' && value !== null ? new Map(Object.entries(value)) : null;
