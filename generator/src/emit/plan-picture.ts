import { layers } from '../definition/layer.ts';
import type { Plan, PlanNode } from '../plan/plan.ts';

/**
 * The order as a picture that code hosts draw from Mermaid: a box for each layer, an arrow from what must be healthy
 * to what waits for it. An arrow that follows from others is left out.
 */
export function planPicture({ nodes }: Plan): string {
  const byName = new Map(nodes.map((node) => [node.name, node]));
  const boxes = layers.flatMap((layer) => {
    const members = nodes.filter((node) => node.layer === layer);
    if (members.length === 0) return [];
    return [`  subgraph ${layer}`, ...members.map(({ name }) => `    ${idOf(name)}[${name}]`), '  end'];
  });
  const arrows = nodes.flatMap((node) =>
    direct(node, byName).map((needed) => `  ${idOf(needed)} --> ${idOf(node.name)}`),
  );
  const present = layers.filter((layer) => nodes.some((node) => node.layer === layer));
  // Without an edge of its own, a layer would be drawn wherever there is room.
  const order = present.slice(1).map((layer, i) => `  ${present[i]} ~~~ ${layer}`);
  return ['```mermaid', 'flowchart LR', ...boxes, ...arrows, ...order, '```'].join('\n');
}

/** Mermaid takes some words, `end` among them, for its own. */
const idOf = (name: string): string => `app-${name}`;

/** The dependencies of an app that no other of its dependencies already waits for. */
function direct({ dependsOn }: PlanNode, byName: ReadonlyMap<string, PlanNode>): string[] {
  const behind = (name: string, seen: Set<string>): Set<string> => {
    for (const next of byName.get(name)?.dependsOn ?? []) {
      if (seen.has(next)) continue;
      seen.add(next);
      behind(next, seen);
    }
    return seen;
  };
  const implied = new Set(dependsOn.flatMap((name) => [...behind(name, new Set())]));
  return dependsOn.filter((name) => !implied.has(name));
}
