import type { History } from '../history.ts';

/** Apps of an environment whose input differs between two commits, sorted by name; what comes and what goes included. */
export function touchedApps(environment: string, from: string, to: string, history: History): string[] {
  const inputs = history.inputs(environment, [from, to]);
  const [were, are] = [inputs.get(from), inputs.get(to)];
  const apps = new Set([...(were?.keys() ?? []), ...(are?.keys() ?? [])]);
  return [...apps].filter((app) => were?.get(app) !== are?.get(app)).sort();
}
