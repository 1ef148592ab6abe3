import type { EnvironmentModel } from '../model/model.ts';
import type { Plan } from '../plan/plan.ts';
import { code, count, list, table } from './markdown.ts';

/** Which apps keep data, and what that protects them from. */
export function dataSection({ nodes }: Plan): string {
  const names = nodes
    .filter((node) => node.keepsData)
    .map((node) => `**${node.name}**`)
    .sort();
  if (names.length === 0) return '';
  return [
    '## Data',
    `${list(names)} ${names.length === 1 ? 'keeps' : 'keep'} data: deleting the Application leaves all that it made, and ` +
      'leaving it out of this repository is refused until the environment lists it as retired.',
  ].join('\n\n');
}

/** Under which public names the apps can be reached, and who is asked who they are. */
export function hostsSection({ nodes }: Plan, isExposed: boolean): string {
  const hosts = byName(nodes).flatMap(({ name, provides }) =>
    Object.values(provides).flatMap((output) => (output.kind === 'host' ? [{ name, ...output }] : [])),
  );
  if (hosts.length === 0) return '';
  const intro = isExposed
    ? 'Requests reach these from outside the cluster, and no other app.'
    : 'Nothing is exposed: in this environment these names lead nowhere.';
  const rows = hosts.map(({ name, host, paths, unauthenticated }) => [
    code(host),
    paths.map(code).join(' '),
    `**${name}**`,
    unauthenticated === null ? 'whoever has logged in' : `anybody: ${unauthenticated}`,
  ]);
  return ['## Public names', intro, table(['name', 'paths', 'app', 'who may send requests'], rows)].join(
    '\n\n',
  );
}

/** What apps reach outside the cluster. */
export function outsideSection({ nodes }: Plan): string {
  const rows = byName(nodes).flatMap(({ name, outside }) =>
    outside.length === 0 ? [] : [[`**${name}**`, outside.map(targetOf).join(', ')]],
  );
  if (rows.length === 0) return '';
  return ['## Outside the cluster', table(['app', 'reaches'], rows)].join('\n\n');
}

const targetOf = (target: string): string =>
  target.startsWith('*:') ? `any address on port ${target.slice(2)}` : code(target);

/** What apps are excused from, each with its reason. */
export function exceptionsSection({ nodes }: Plan): string {
  const rows = byName(nodes).flatMap(({ name, exceptions }) =>
    exceptions.map(({ code: what, object, reason }) => [
      `**${name}**`,
      code(what),
      object === undefined ? 'all of it' : code(object),
      reason,
    ]),
  );
  if (rows.length === 0) return '';
  const intro = '`verify` refuses these to every other app.';
  return ['## Exceptions', intro, table(['app', 'excused from', 'for', 'because'], rows)].join('\n\n');
}

/** The secrets that the environment needs: names and keys only. */
export function secretsSection(
  { nodes }: Plan,
  { cloud, existing }: Pick<EnvironmentModel, 'cloud' | 'existing'>,
): string {
  const byKey = new Map<string, { keys: Readonly<Record<string, string>>; readers: string[] }>();
  for (const { name, secrets } of byName(nodes)) {
    for (const [storeKey, keys] of Object.entries(secrets)) {
      if (Object.keys(keys).length === 0) continue;
      const known = byKey.get(storeKey) ?? { keys, readers: [] };
      byKey.set(storeKey, { keys, readers: [...known.readers, name] });
    }
  }
  if (byKey.size === 0) return '';
  const rows = [...byKey]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, { keys, readers }]) => [
      code(name),
      Object.entries(keys)
        .map(([key, made]) => `${code(key)}: ${made}`)
        .join('; '),
      list([...new Set(readers)]),
    ]);
  const maker =
    existing.secretStore !== null
      ? `They must be in ${code(existing.secretStore)}, the store of the cluster, before the apps start.`
      : cloud.kind === 'local'
        ? 'Random ones are made inside the cluster; the others are for a person to put there.'
        : "They must be in the cloud's store before the apps start.";
  const intro = `${count(rows.length, 'secret')}, kept in the secret store and in no file. ${maker}`;
  return ['## Secrets', intro, table(['name in the store', 'keys', 'read by'], rows)].join('\n\n');
}

/** Every image that runs, and how many of them are pinned by digest. */
export function imagesSection({ nodes }: Plan): string {
  const byReference = new Map<string, { pinned: boolean; users: string[] }>();
  for (const { name, images } of byName(nodes)) {
    for (const reference of Object.values(images)) {
      const known = byReference.get(reference) ?? { pinned: reference.includes('@'), users: [] };
      byReference.set(reference, { ...known, users: [...known.users, name] });
    }
  }
  if (byReference.size === 0) return '';
  const unpinned = [...byReference.values()].filter(({ pinned }) => !pinned).length;
  const state = unpinned === 0 ? 'all pinned by digest' : `${unpinned} not pinned by digest yet`;
  const rows = [...byReference]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([reference, { users }]) => [code(reference), list([...new Set(users)])]);
  return ['## Images', `${count(rows.length, 'image')}, ${state}:`, table(['image', 'used by'], rows)].join(
    '\n\n',
  );
}

const byName = (nodes: Plan['nodes']): Plan['nodes'] => [...nodes].sort((a, b) => (a.name < b.name ? -1 : 1));
