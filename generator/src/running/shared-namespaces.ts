import { inside } from '../problem/location.ts';
import { type Problem, problem } from '../problem/problem.ts';
import type { EnvironmentState } from './state.ts';

/**
 * Namespaces that two environments would share by what runs, though not by their definitions: one that is pinned stays on
 * the cluster of its pins until a promotion moves it, and another may not come there meanwhile.
 */
export function sharedNamespaces(states: readonly EnvironmentState[]): Problem[] {
  return states.flatMap((state, i) =>
    states.slice(0, i).flatMap((earlier) => {
      if (!isPinned(state) && !isPinned(earlier)) return [];
      const there = places(earlier);
      const shared = [...places(state)].filter((place) => there.has(place)).sort();
      return shared.length === 0 ? [] : [sharedProblem(earlier, state, shared)];
    }),
  );
}

const isPinned = ({ environment }: EnvironmentState): boolean => environment.release?.kind === 'pinned';

/** `"namespace" on "cluster"` of each app that Argo CD deploys. */
const places = ({ environment, running }: EnvironmentState): Set<string> =>
  new Set(
    (environment.sample ? [] : (running?.apps ?? [])).map(
      ({ application: { spec } }) =>
        `"${spec.destination.namespace}" on "${spec.destination.name}" of ${environment.argocd}`,
    ),
  );

function sharedProblem(
  { environment: earlier }: EnvironmentState,
  { environment: { name, location } }: EnvironmentState,
  shared: readonly string[],
): Problem {
  const message = `${earlier.name} and ${name} would both run in ${shared.join(', ')}`;
  const hint =
    'what is pinned stays where its pins say: promote it to its new place first, then use the old one';
  return problem('namespace-clash', inside(location, 'destination.name'), message, hint);
}
