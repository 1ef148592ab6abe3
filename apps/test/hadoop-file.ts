/** Properties of a file of Hadoop, by name. */
export const propertiesOf = (text: unknown): Record<string, string> =>
  Object.fromEntries(
    [...String(text).matchAll(/<name>(.*)<\/name><value>(.*)<\/value>/g)].map(([, name, value]) => [
      name,
      value,
    ]),
  );
