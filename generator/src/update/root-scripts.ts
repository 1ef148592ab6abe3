type Scripts = Readonly<Record<string, string>>;

/**
 * What `npm run` knows after an update: scripts that were the generator's become what the new one has, those that the
 * owner of the repository wrote or changed stay.
 */
export function updatedScripts(own: Scripts, before: Scripts, after: Scripts): Scripts {
  const isOurs = (name: string): boolean => own[name] === undefined || own[name] === before[name];
  const kept = Object.entries(own).flatMap(([name, line]): [string, string][] => {
    if (!Object.hasOwn(before, name) || !isOurs(name)) return [[name, line]];
    const next = after[name];
    return next === undefined ? [] : [[name, next]];
  });
  const added = Object.entries(after).filter(
    ([name]) => !Object.hasOwn(own, name) && !Object.hasOwn(before, name),
  );
  return Object.fromEntries([...kept, ...added]);
}
