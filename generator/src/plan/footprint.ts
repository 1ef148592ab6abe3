import { quantity } from '../definition/format/quantity.ts';
import type { PodSize } from '../definition/size.ts';
import type { PlannedApp } from './plan.ts';

/** What pods ask for: CPUs, and bytes of memory and on volumes. */
export interface Footprint {
  readonly cpu: number;
  readonly memory: number;
  readonly disk: number;
}

/** Pods of one kind: how many, and what each of them asks for. */
export interface Counted extends Footprint {
  readonly replicas: number;
}

/** What pods ask for together. */
export function sumOf(pods: readonly Counted[]): Footprint {
  const sum = (of: keyof Footprint): number => pods.reduce((total, pod) => total + pod.replicas * pod[of], 0);
  return { cpu: sum('cpu'), memory: sum('memory'), disk: sum('disk') };
}

/** The most that one pod asks for. */
export function largestOf(pods: readonly Footprint[]): Footprint {
  const most = (of: keyof Footprint): number => Math.max(0, ...pods.map((pod) => pod[of]));
  return { cpu: most('cpu'), memory: most('memory'), disk: most('disk') };
}

/** The pods of some apps, as their sizes say it. */
export const podsOf = (apps: readonly Pick<PlannedApp, 'requests'>[]): Counted[] =>
  apps.flatMap(({ requests }) => Object.values(requests)).map(counted);

/** Apps that run something and do not say how large it is. */
export const unsized = (apps: readonly PlannedApp[]): string[] =>
  apps
    .filter(({ images, requests }) => Object.keys(images).length > 0 && Object.keys(requests).length === 0)
    .map(({ name }) => name);

const counted = ({ replicas, cpu, memory, disk = '0' }: PodSize): Counted => ({
  replicas,
  cpu: quantity(cpu) ?? 0,
  memory: quantity(memory) ?? 0,
  disk: quantity(disk) ?? 0,
});

const gibibyte = 2 ** 30;

/** CPUs as people say them: `2.5`. */
export const cpus = (cpu: number): string => String(Math.round(cpu * 100) / 100);

/** Bytes as people say them: `1.5 GiB`. */
export const gibibytes = (bytes: number): string => `${Math.round((bytes / gibibyte) * 10) / 10} GiB`;
