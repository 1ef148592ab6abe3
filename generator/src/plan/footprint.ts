import { quantity } from '../definition/format/quantity.ts';
import type { PodSize } from '../definition/size.ts';
import type { PlannedApp } from './plan.ts';

/** What pods ask for: CPUs, and bytes of memory and on volumes. */
export interface Footprint {
  readonly cpu: number;
  readonly memory: number;
  readonly disk: number;
}

/** What all pods of some kinds ask for together. */
export function footprintOf(pods: Readonly<Record<string, PodSize>>): Footprint {
  return total(Object.values(pods).map((size) => times(size.replicas, ofOne(size))));
}

/** What the apps of an environment ask for together; `largest` is the most that one pod does. */
export function footprint(apps: readonly PlannedApp[]): Footprint & { readonly largest: Footprint } {
  const running = apps
    .flatMap(({ requests }) => Object.values(requests))
    .filter(({ replicas }) => replicas > 0);
  const most = (of: (size: Footprint) => number): number => Math.max(0, ...running.map(ofOne).map(of));
  return {
    ...total(apps.map(({ requests }) => footprintOf(requests))),
    largest: {
      cpu: most(({ cpu }) => cpu),
      memory: most(({ memory }) => memory),
      disk: most(({ disk }) => disk),
    },
  };
}

/** Apps that run something and do not say how large it is. */
export const unsized = (apps: readonly PlannedApp[]): string[] =>
  apps
    .filter(({ images, requests }) => Object.keys(images).length > 0 && Object.keys(requests).length === 0)
    .map(({ name }) => name);

const ofOne = ({ cpu, memory, disk = '0' }: PodSize): Footprint => ({
  cpu: quantity(cpu) ?? 0,
  memory: quantity(memory) ?? 0,
  disk: quantity(disk) ?? 0,
});

const times = (count: number, { cpu, memory, disk }: Footprint): Footprint => ({
  cpu: count * cpu,
  memory: count * memory,
  disk: count * disk,
});

const total = (all: readonly Footprint[]): Footprint => ({
  cpu: all.reduce((sum, { cpu }) => sum + cpu, 0),
  memory: all.reduce((sum, { memory }) => sum + memory, 0),
  disk: all.reduce((sum, { disk }) => sum + disk, 0),
});

const gibibyte = 2 ** 30;

/** CPUs as people say them: `2.5`. */
export const cpus = (cpu: number): string => String(Math.round(cpu * 100) / 100);

/** Bytes as people say them: `1.5 GiB`. */
export const gibibytes = (bytes: number): string => `${Math.round((bytes / gibibyte) * 10) / 10} GiB`;
