import type { EnvironmentModel } from '../model/model.ts';
import { cpus, type Footprint, gibibytes, podsOf, sumOf, unsized } from '../plan/footprint.ts';
import type { PlanNode } from '../plan/plan.ts';
import type { Prerequisite } from '../prerequisites/prerequisite.ts';
import { prerequisiteRows } from '../prerequisites/rows.ts';
import { code, plain, table } from '../text/markdown.ts';

type Nodes = readonly PlanNode[];

/** A section of the page; nothing where its table has no row. */
function section(
  title: string,
  intro: string,
  head: readonly string[],
  rows: readonly (readonly string[])[],
): string {
  if (rows.length === 0) return '';
  return [`## ${title}`, ...(intro === '' ? [] : [intro]), table(head, rows)].join('\n\n');
}

/** What has to be there before the environment can come up. */
export function beforeSection(needs: readonly Prerequisite[], environment: string): string {
  const intro = `Nothing here makes these; ${code(`npm run --silent prerequisites -- ${environment} | sh`)} says which of them are there.`;
  return section('Before you begin', intro, ['needed', 'which'], prerequisiteRows(needs));
}

/** Under which public names the apps can be reached, and who has to log in. */
export function hostsSection(nodes: Nodes, isExposed: boolean): string {
  const rows = byName(nodes).flatMap(({ name, provides }) =>
    Object.values(provides).flatMap((output) =>
      output.kind === 'host'
        ? [
            [
              code(output.host),
              output.paths.map(code).join(' '),
              `**${name}**`,
              output.unauthenticated === null ? 'required' : `none: ${plain(output.unauthenticated)}`,
            ],
          ]
        : [],
    ),
  );
  const intro = isExposed ? '' : 'This environment is not exposed: the names do not resolve to anything.';
  return section('Public hosts', intro, ['host', 'paths', 'app', 'authentication'], rows);
}

/** What apps reach outside the cluster. */
export function outsideSection(nodes: Nodes): string {
  const rows = byName(nodes).flatMap(({ name, outside }) =>
    outside.map((target) => [`**${name}**`, targetOf(target)]),
  );
  return section('External connections', '', ['app', 'connects to'], rows);
}

const targetOf = (target: string): string =>
  target.startsWith('*:') ? `any address, port ${target.slice(2)}` : code(target);

/** Which apps keep data, and what that protects them from. */
export function statefulSection(nodes: Nodes): string {
  const names = byName(nodes).flatMap(({ name, keepsData }) => (keepsData ? [`- **${name}**`] : []));
  if (names.length === 0) return '';
  const intro =
    'Deleting the Application of a stateful app keeps its resources, and removing the app from Git is refused until ' +
    'the environment lists it as retired.';
  return ['## Stateful apps', intro, names.join('\n')].join('\n\n');
}

/** What the pods of each app request, and what all of them need of a cluster. */
export function requestsSection(nodes: Nodes): string {
  const sized = byName(nodes).filter(({ requests }) => Object.keys(requests).length > 0);
  if (sized.length === 0) return '';
  const rows = sized.map((node) => [
    `**${node.name}**`,
    podsIn(node.requests),
    ...amounts(sumOf(podsOf([node]))),
  ]);
  const without = unsized(byName(nodes));
  const intro = [
    'What pods request of nodes, and what they keep on volumes.',
    ...(without.length === 0 ? [] : [`Not counted, because they do not say: ${without.join(', ')}.`]),
  ].join(' ');
  const total = ['**all**', '', ...amounts(sumOf(podsOf(sized))).map((amount) => `**${amount}**`)];
  return section('Requests', intro, ['app', 'pods', 'CPU', 'memory', 'disk'], [...rows, total]);
}

const amounts = ({ cpu, memory, disk }: Footprint): string[] => [
  cpus(cpu),
  gibibytes(memory),
  disk === 0 ? '' : gibibytes(disk),
];

const podsIn = (requests: PlanNode['requests']): string =>
  Object.entries(requests)
    .filter(([, { replicas }]) => replicas > 0)
    .map(([name, { replicas }]) => `${replicas} ${name}`)
    .join(', ');

/** The secrets that the environment needs: names and keys only. */
export function secretsSection(
  nodes: Nodes,
  { cloud, existing }: Pick<EnvironmentModel, 'cloud' | 'existing'>,
): string {
  const readers = new Map<string, Set<string>>();
  const rows = new Map<string, readonly [string, string, string]>();
  for (const { name, secrets } of byName(nodes)) {
    for (const [storeKey, keys] of Object.entries(secrets)) {
      readers.set(storeKey, new Set([...(readers.get(storeKey) ?? []), name]));
      for (const [key, origin] of Object.entries(keys))
        rows.set(`${storeKey} ${key}`, [storeKey, key, origin]);
    }
  }
  const store =
    existing.secretStore !== null
      ? `They must exist in the cluster's store ${code(existing.secretStore)} before the apps start.`
      : cloud.kind === 'local'
        ? 'Random values are generated in the cluster; a person supplies the others.'
        : "They must exist in the cloud's secret store before the apps start.";
  return section(
    'Secrets',
    `No value is stored in Git. ${store}`,
    ['secret', 'key', 'value', 'read by'],
    [...rows]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, [storeKey, key, origin]]) => [
        code(storeKey),
        code(key),
        plain(origin),
        [...(readers.get(storeKey) ?? [])].join(', '),
      ]),
  );
}

/** What apps are excused from, each with its reason. */
export function exceptionsSection(nodes: Nodes): string {
  const rows = byName(nodes).flatMap(({ name, exceptions }) =>
    exceptions.map(({ code: rule, object, reason }) => [
      `**${name}**`,
      code(rule),
      object === undefined ? 'the whole app' : code(object),
      plain(reason),
    ]),
  );
  const intro = 'Rules of `npm run verify` that do not apply to these apps.';
  return section('Exceptions', intro, ['app', 'rule', 'applies to', 'reason'], rows);
}

const byName = (nodes: Nodes): PlanNode[] => [...nodes].sort((a, b) => (a.name < b.name ? -1 : 1));
