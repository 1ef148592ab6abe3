import type { Plain, PlainObject } from '../../definition/plain.ts';
import { isObject, type Manifest } from '../manifest.ts';
import { type Pods, podsOf } from '../pods.ts';
import type { RenderedApp } from '../rendered.ts';
import { selects } from '../selector.ts';
import { type Check, type Finding, finding } from './check.ts';

/**
 * A node must be drainable without taking an app down: pods that have copies need one budget that keeps some of them
 * running, and no budget may block a drain forever.
 */
export const nodesCanBeDrained: Check = (rendered) => {
  const pods = podsOf(rendered);
  const budgets = rendered.manifests.filter(
    ({ group, kind }) => group === 'policy' && kind === 'PodDisruptionBudget',
  );
  return [
    ...pods.flatMap((template) => unprotected(template, budgets, rendered)),
    ...budgets.flatMap((budget) => {
      const protectedPods = pods.filter((template) => covers(budget, template, rendered));
      return [...idle(budget, protectedPods, pods, rendered), ...blocking(budget, protectedPods, rendered)];
    }),
  ];
};

function covers({ namespace, object }: Manifest, pods: Pods, { app }: RenderedApp): boolean {
  return (namespace ?? app.namespace) === pods.namespace && selects(specOf(object).selector, pods.labels);
}

function unprotected(pods: Pods, budgets: readonly Manifest[], rendered: RenderedApp): Finding[] {
  const { owner, replicas, longRunning, spec } = pods;
  if (!longRunning || spec === null || replicas === null || replicas < 2) return [];
  const own = budgets.filter((budget) => covers(budget, pods, rendered));
  if (own.length === 1) return [];
  const what =
    own.length === 0
      ? `has ${replicas} replicas and no PodDisruptionBudget: a drain may stop them all at once`
      : `is selected by ${own.length} PodDisruptionBudgets, and then a drain evicts none of its pods`;
  const hint = 'let the chart render one, or add disruptionBudgets to the companion';
  return [finding('no-drain', rendered, owner, what, hint)];
}

function idle(
  budget: Manifest,
  protectedPods: readonly Pods[],
  all: readonly Pods[],
  rendered: RenderedApp,
): Finding[] {
  if (protectedPods.length > 0 || all.length === 0) return [];
  return [finding('no-drain', rendered, budget, "selects none of the app's pods", 'correct its selector')];
}

function blocking(budget: Manifest, protectedPods: readonly Pods[], rendered: RenderedApp): Finding[] {
  const { maxUnavailable, minAvailable } = specOf(budget.object);
  const counts = protectedPods.map(({ replicas }) => replicas);
  // How many pods an operator makes is not known here, so only what blocks any number of them is.
  const known = counts.every((count) => count !== null);
  const total = known ? counts.reduce<number>((sum, count) => sum + (count ?? 0), 0) : null;
  const evictable =
    maxUnavailable !== undefined
      ? amount(maxUnavailable, total ?? 1) > 0
      : minAvailable === '100%'
        ? false
        : total === null || total - amount(minAvailable ?? 0, total) > 0;
  if (evictable || protectedPods.length === 0) return [];
  const hint = 'maxUnavailable: 1 lets one pod go at a time';
  return [finding('no-drain', rendered, budget, 'permits no eviction: a drain would never finish', hint)];
}

/** A number of pods, or a percentage of them; Kubernetes rounds both up. */
const amount = (value: Plain, total: number): number =>
  typeof value === 'string' && value.endsWith('%')
    ? Math.ceil((Number.parseFloat(value) / 100) * total)
    : Number(value);

const specOf = (object: PlainObject): PlainObject => (isObject(object.spec) ? object.spec : {});
