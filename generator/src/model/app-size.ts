import type { PodSize, SizeRow } from '../definition/size.ts';
import type { CheckedApp, CheckedEnvironment } from './definitions.ts';

/** What an app is in an environment: the row of its size, with what the environment resizes laid over it. */
export function sizeOf(
  { name, sizes }: Pick<CheckedApp, 'name' | 'sizes'>,
  { size, apps }: Pick<CheckedEnvironment, 'size' | 'apps'>,
): SizeRow {
  const resized = apps.resize.filter(({ app }) => app === name).map((change) => change.size);
  return resized.reduce<SizeRow>(laidOver, sizes?.[size] ?? {});
}

const laidOver = (row: SizeRow, change: SizeRow): SizeRow => ({
  ...row,
  ...Object.fromEntries(
    Object.entries(change).map(([key, value]) => {
      const group = row[key];
      return [key, typeof group === 'object' && typeof value === 'object' ? { ...group, ...value } : value];
    }),
  ),
});

/** The pods of a row, by what they are called there. */
export function podSizes(row: SizeRow): Record<string, PodSize> {
  const groups = Object.entries(row).flatMap(([name, group]) => {
    if (typeof group !== 'object' || !podKeys.every((key) => key in group)) return [];
    const { replicas, cpu, memory, disk } = group;
    const volumes = disk === undefined ? {} : { disk: String(disk) };
    return [
      [name, { replicas: Number(replicas), cpu: String(cpu), memory: String(memory), ...volumes }] as const,
    ];
  });
  return Object.fromEntries(groups);
}

/** What makes a group of figures pods. */
export const podKeys = ['replicas', 'cpu', 'memory'] as const satisfies readonly (keyof PodSize)[];
