/** A file of properties as a map: one setting on each line. */
export const propertiesIn = (text: unknown): Record<string, string> =>
  Object.fromEntries(
    String(text)
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
  );
