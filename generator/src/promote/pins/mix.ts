import { layerIndex } from '../../definition/layer.ts';
import { circlesOf } from '../../model/circles.ts';
import type { PlanNode } from '../../plan/plan.ts';
import type { ProblemCode } from '../../problem/codes.ts';
import type { PinnedCandidate } from './candidate.ts';

/** Why two apps cannot run together from the commits that they run from. */
export interface Conflict {
  readonly code: ProblemCode;
  /** The app that would not work, and the one that it has this from. */
  readonly app: string;
  readonly other: string;
  readonly message: string;
}

/** What does not fit together in a set of apps that may come from different commits. */
export function conflictsIn(candidates: readonly PinnedCandidate[]): Conflict[] {
  const nodes = candidates.map((each) => each.node);
  const byName = new Map(nodes.map((node) => [node.name, node]));
  const pairs = nodes.flatMap((node) => [
    ...node.dependsOn.flatMap((name) => impossible(node, name, byName.get(name))),
    ...Object.keys(node.consumes).flatMap((name) => unprovided(node, byName.get(name))),
    ...Object.keys(node.connects).flatMap((name) => closed(node, byName.get(name))),
  ]);
  const circles = circlesOf(nodes).map(([app = '', other = app, ...rest]): Conflict => {
    const message = `apps depend on each other: ${[app, other, ...rest, app].join(' → ')}`;
    return { code: 'cycle', app, other, message };
  });
  return [...pairs, ...circles, ...divided(candidates)];
}

function impossible(node: PlanNode, name: string, needed: PlanNode | undefined): Conflict[] {
  const conflict = (code: ProblemCode, message: string): Conflict[] => [
    { code, app: node.name, other: name, message },
  ];
  if (!needed)
    return conflict('missing-dependency', `"${node.name}" depends on "${name}", which does not run`);
  if (layerIndex(needed.layer) <= layerIndex(node.layer)) return [];
  return conflict(
    'later-layer',
    `"${node.name}" (${node.layer}) depends on "${name}" (${needed.layer}), which comes up later`,
  );
}

function unprovided(node: PlanNode, provider: PlanNode | undefined): Conflict[] {
  if (!provider) return [];
  return Object.entries(node.consumes[provider.name] ?? {})
    .filter(([path, output]) => !same(output, provider.provides[path]))
    .map(([path]) => {
      const is =
        provider.provides[path] === undefined ? 'which has no such output' : 'where it is another one';
      const message = `"${node.name}" reads ${path} of "${provider.name}", ${is}`;
      return { code: 'unprovided', app: node.name, other: provider.name, message };
    });
}

function closed(node: PlanNode, target: PlanNode | undefined): Conflict[] {
  if (!target) return [];
  const open = target.admits[node.name] ?? [];
  const ports = (node.connects[target.name] ?? []).filter((port) => !open.includes(port));
  if (ports.length === 0) return [];
  const message = `"${node.name}" connects to port ${ports.join(', ')} of "${target.name}", which does not let it in`;
  return [{ code: 'unprovided', app: node.name, other: target.name, message }];
}

/** One environment is one cluster, and one set of projects in one Argo CD. */
function divided(candidates: readonly PinnedCandidate[]): Conflict[] {
  const [first] = candidates;
  if (!first) return [];
  const projects = new Map<string, PinnedCandidate>();
  return candidates.flatMap((each) => {
    const ofLayer = projects.get(each.node.layer) ?? each;
    projects.set(each.node.layer, ofLayer);
    const [other, what] =
      placeOf(first) !== placeOf(each)
        ? [first, `${placeOf(each)}, and "${first.node.name}" to ${placeOf(first)}`]
        : [ofLayer, `the project ${projectOf(each)}, and "${ofLayer.node.name}" to ${projectOf(ofLayer)}`];
    if (placeOf(first) === placeOf(each) && projectOf(ofLayer) === projectOf(each)) return [];
    const message = `"${each.node.name}" goes to ${what}`;
    return [{ code: 'divided-environment', app: each.node.name, other: other.node.name, message }];
  });
}

const placeOf = ({ object }: PinnedCandidate): string =>
  `the cluster ${(object.spec.destination as { name: string }).name} by the Argo CD in ${object.metadata.namespace}`;
const projectOf = ({ object }: PinnedCandidate): string => object.spec.project;

/** Plain data, whatever order its keys stand in. */
export function same(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => same((a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key]))
  );
}
