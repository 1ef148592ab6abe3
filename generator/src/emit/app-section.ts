import type { EnvironmentModel } from '../model/model.ts';
import { cpus, gibibytes, podsOf, sumOf } from '../plan/footprint.ts';
import type { PlanNode } from '../plan/plan.ts';
import type { PrerequisiteOf } from '../prerequisites/prerequisite.ts';
import { identityText } from '../prerequisites/rows.ts';
import { code, plain } from '../text/markdown.ts';

/**
 * All that the page says of one app. Blank lines stand between all lines, and what comes and goes stands behind what often
 * changes, so that two changes meet only in what both of them say.
 *
 * @param identities what apps may be in the cloud
 */
export function appSection(
  node: PlanNode,
  { exposure }: Pick<EnvironmentModel, 'exposure'>,
  identities: readonly PrerequisiteOf<'identity'>[],
): string {
  const { name, description, chart, namespace, keepsData, dependsOn, uses, outside } = node;
  const lines = [
    `Chart: ${plain(`${chart.name} ${chart.version}`)}, in the namespace ${code(namespace)}`,
    ...(keepsData ? ['Stateful'] : []),
    ...named('Requests', requestsOf(node)),
    ...named('Depends on', dependsOn),
    ...named('Runtime peers', uses),
    ...identities.filter(({ app }) => app === name).map(identityText),
    ...hostsOf(node, exposure !== null),
    ...named('Connects to', outside.map(targetOf)),
    ...secretsOf(node),
    ...exceptionsOf(node),
  ];
  return [`#### ${name}`, plain(description), lines.map((line) => `- ${line}`).join('\n\n')].join('\n\n');
}

const named = (title: string, entries: readonly string[]): string[] =>
  entries.length === 0 ? [] : [`${title}: ${entries.join(', ')}`];

/** What its pods request, and what all of them need of a cluster. */
function requestsOf(node: PlanNode): string[] {
  const pods = Object.entries(node.requests).filter(([, { replicas }]) => replicas > 0);
  if (pods.length === 0) return [];
  const { cpu, memory, disk } = sumOf(podsOf([node]));
  const together = [
    `${cpus(cpu)} CPUs`,
    `${gibibytes(memory)} of memory`,
    ...(disk === 0 ? [] : [`${gibibytes(disk)} on volumes`]),
  ];
  return [`${pods.map(([name, { replicas }]) => `${replicas} ${name}`).join(', ')}; ${together.join(', ')}`];
}

/** Under which public names it can be reached, and who has to log in. */
const hostsOf = ({ provides }: PlanNode, isExposed: boolean): string[] =>
  Object.values(provides).flatMap((output) => {
    if (output.kind !== 'host') return [];
    const { host, paths, unauthenticated } = output;
    const login = unauthenticated === null ? 'login required' : `no login: ${plain(unauthenticated)}`;
    const where = isExposed ? '' : ' (not exposed)';
    return [`Public host: ${code(host)} ${paths.map(code).join(' ')}${where}, ${login}`];
  });

const targetOf = (target: string): string =>
  target.startsWith('*:') ? `any address at port ${target.slice(2)}` : code(target);

/** The secrets that it reads or makes: names and keys only. */
const secretsOf = ({ secrets }: PlanNode): string[] =>
  Object.entries(secrets).map(
    ([name, keys]) =>
      `Secret: ${code(name)}, ${Object.entries(keys)
        .map(([key, origin]) => `${code(key)} (${plain(origin)})`)
        .join(', ')}`,
  );

/** What it is excused from, each with its reason. */
const exceptionsOf = ({ exceptions }: PlanNode): string[] =>
  exceptions.map(({ code: rule, object, reason }) => {
    const where = object === undefined ? '' : ` for ${code(object)}`;
    return `Exempt from ${code(rule)}${where}: ${plain(reason)}`;
  });
