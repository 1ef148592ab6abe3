import { endpointsOf } from '../model/network.ts';
import type { PlannedApp } from '../plan/plan.ts';
import { entryOf } from '../problem/entry-of.ts';

/** Ports of one app's pods that another connects to, as the plans of one commit have it, ascending. */
export function portsBetween(reader: PlannedApp | undefined, provider: PlannedApp | undefined): number[] {
  if (!reader || !provider) return [];
  const read = Object.fromEntries(
    (entryOf(reader.consumes, provider.name) ?? []).flatMap((path) => {
      const output = entryOf(provider.provides, path);
      return output ? [[path, output]] : [];
    }),
  );
  const endpoints = endpointsOf(read, provider.provides, reader.uses.includes(provider.name));
  return [...new Set(endpoints.map(({ podPort }) => podPort))].sort((a, b) => a - b);
}
