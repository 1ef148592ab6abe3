import type { Dependent } from './circles.ts';

/** All that must be there before a node of a graph, directly or not. Each node is looked at once. */
export function allNeeds(node: Dependent, byName: ReadonlyMap<string, Dependent>): Set<string> {
  const found = new Set(node.dependsOn);
  // A set goes on with what is added while it is walked.
  for (const name of found) for (const next of byName.get(name)?.dependsOn ?? []) found.add(next);
  return found;
}
