import type { PlanNode } from '../plan/plan.ts';

/** Whether an app makes objects of a cluster-scoped kind: then which of them there will be is its own business. */
export const brings = (nodes: readonly PlanNode[], kind: string): boolean =>
  nodes.some(({ clusterKinds }) => clusterKinds.some((made) => made.kind === kind));
