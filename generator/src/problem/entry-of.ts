/** What a record holds under a name that people choose: `constructor` is one like any other, and no record has it by birth. */
export const entryOf = <T>(
  record: Readonly<Record<string, T>> | null | undefined,
  name: string,
): T | undefined => (record && Object.hasOwn(record, name) ? record[name] : undefined);
