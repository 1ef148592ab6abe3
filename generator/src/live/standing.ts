import { isGated } from '../candidates/application.ts';
import type { PlanNode } from '../plan/plan.ts';
import type { LiveApplication, ManagedObject } from './live-application.ts';

/** An app that is not well. */
export interface Unwell {
  readonly app: string;
  readonly wave: number;
  readonly layer: string;
  /** What its Application says, in lines for people. */
  readonly why: readonly string[];
  /** What its last operation says of single objects. */
  readonly results: readonly { readonly object: string; readonly message: string }[];
  readonly objects: readonly ManagedObject[];
}

/** Where the root of an environment is, and what keeps it there. */
export interface Standing {
  /** What the root says of itself; null where there is none. */
  readonly root: { readonly name: string; readonly says: readonly string[] } | null;
  /** Apps of the earliest wave that is not well: nothing behind that wave is brought up to date before they are. */
  readonly holding: readonly Unwell[];
  /** What waits, in the order of its waves; `needs` are the holding apps that an app depends on, by way of others too. */
  readonly waiting: readonly {
    readonly app: string;
    readonly wave: number;
    readonly needs: readonly string[];
  }[];
  /** Unwell apps for which nothing waits now: those of the operations layer, and those of later waves. */
  readonly aside: readonly Unwell[];
  /** How many apps are planned, and how many are well. */
  readonly apps: number;
  readonly well: number;
}

/** Compares what an Argo CD has of an environment with what is planned for it. */
export function standingOf(applications: readonly LiveApplication[], planned: readonly PlanNode[]): Standing {
  const root = applications.find(({ app }) => app === null) ?? null;
  const children = new Map(applications.flatMap((child) => (child.app === null ? [] : [[child.app, child]])));
  const unwell = planned.flatMap((node) => {
    const found = children.get(node.name);
    const why = found ? complaintsOf(found) : ['its Application is not there'];
    return why.length === 0 ? [] : [{ node, unwell: unwellOf(node, why, found) }];
  });
  const gated = unwell.filter(({ node }) => isGated(node));
  const wave =
    gated.length === 0 ? Number.POSITIVE_INFINITY : Math.min(...gated.map(({ node }) => node.wave));
  const holding = gated.filter(({ node }) => node.wave === wave);
  const names = holding.map(({ node }) => node.name);
  return {
    root: root && { name: root.name, says: sentencesOf(root) },
    holding: holding.map(({ unwell }) => unwell),
    waiting: planned
      .filter((node) => wave < Number.POSITIVE_INFINITY && (!isGated(node) || node.wave > wave))
      .map((node) => ({ app: node.name, wave: node.wave, needs: neededBy(node, names, planned) })),
    aside: unwell.filter((entry) => !holding.includes(entry)).map(({ unwell }) => unwell),
    apps: planned.length,
    well: planned.length - unwell.length,
  };
}

function unwellOf(
  { name, wave, layer }: PlanNode,
  why: readonly string[],
  found: LiveApplication | undefined,
): Unwell {
  const results = (found?.operation?.syncResult.resources ?? [])
    .filter(({ status, hookPhase }) => status === 'SyncFailed' || ['Failed', 'Error'].includes(hookPhase))
    .map(({ kind, namespace, name, message }) => ({ object: described(kind, namespace, name), message }));
  return { app: name, wave, layer, why, results, objects: found?.objects ?? [] };
}

/** An object in words: `Deployment web/api`, or without a namespace `ClusterRole api`. */
export const described = (kind: string, namespace: string, name: string): string =>
  `${kind} ${namespace === '' ? name : `${namespace}/${name}`}`;

/** Why an Application is not what its root waits for; empty where it is. */
function complaintsOf(child: LiveApplication): string[] {
  const { health, sync, operation, errors } = child;
  const isWell = health === 'Healthy' && sync === 'Synced' && !isOperating(child) && errors.length === 0;
  if (isWell) return [];
  return [
    stateText(child),
    ...(child.pending ? ['an operation is about to begin'] : []),
    ...(operation && operation.phase !== 'Succeeded' ? [operationText(operation)] : []),
    ...errors,
  ];
}

const isOperating = ({ pending, operation }: LiveApplication): boolean =>
  pending || ['Running', 'Terminating'].includes(operation?.phase ?? '');

const operationText = ({ phase, message }: NonNullable<LiveApplication['operation']>): string =>
  `its operation is ${phase}${message === '' ? '' : `: ${message}`}`;

const stateText = ({ health, sync }: LiveApplication): string =>
  `it is ${health === '' ? 'not looked at yet' : `${health} and ${sync}`}`;

function sentencesOf(root: LiveApplication): string[] {
  const { operation, errors } = root;
  return [
    stateText(root),
    ...(operation ? [operationText(operation)] : ['it has never been synced']),
    ...errors,
  ];
}

/** Which of some apps another needs, by way of others too. */
function neededBy(node: PlanNode, names: readonly string[], planned: readonly PlanNode[]): string[] {
  const byName = new Map(planned.map((other) => [other.name, other]));
  const seen = new Set<string>();
  const queue = [...node.dependsOn];
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    queue.push(...(byName.get(next)?.dependsOn ?? []));
  }
  return names.filter((name) => seen.has(name));
}
