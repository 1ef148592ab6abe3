import { quantity } from '../../definition/format/quantity.ts';
import type { Plain, PlainObject } from '../../definition/plain.ts';
import { containersOf, isObject } from '../manifest.ts';
import { podsOf } from '../pods.ts';
import { type Check, finding } from './check.ts';

/** What every container must say, so that a node is neither overbooked nor taken down by one of its pods. */
const required = ['requests.cpu', 'requests.memory', 'limits.memory'] as const;

/** Containers say what they need and where they end, and what they are told to use fits in there. */
export const memoryAddsUp: Check = (rendered) =>
  podsOf(rendered).flatMap(({ owner, spec }) =>
    containersOf(spec ?? {}).flatMap((container) =>
      faults(container).map((fault) =>
        finding(
          'no-memory',
          rendered,
          owner,
          `runs the container ${String(container.name)} ${fault}`,
          'set resources in the values',
        ),
      ),
    ),
  );

function faults(container: PlainObject): string[] {
  const missing = required.filter((path) => at(container.resources, path) === undefined);
  if (missing.length > 0) return [`without resources.${missing.join(', resources.')}`];
  const [request, limit] = (['requests.memory', 'limits.memory'] as const).map((path) =>
    quantity(at(container.resources, path)),
  );
  if (request == null || limit == null) return [];
  const heap = heapOf(container);
  return [
    ...(request > limit ? ['with a request for more memory than its limit'] : []),
    ...(heap !== null && heap >= limit ? ['with a heap that fills its whole memory limit'] : []),
  ];
}

function at(resources: Plain | undefined, path: (typeof required)[number]): Plain | undefined {
  const [part = '', key = ''] = path.split('.');
  const side = isObject(resources) ? resources[part] : undefined;
  return isObject(side) ? side[key] : undefined;
}

const binary: Readonly<Record<string, number>> = { '': 1, k: 2 ** 10, m: 2 ** 20, g: 2 ** 30 };

/** The heap, in bytes, that a Java program is told to use (`-Xmx512m`), wherever it is told; null for others. */
function heapOf({ command, args, env }: PlainObject): number | null {
  const lists = [command, args, env].flatMap((list) => (Array.isArray(list) ? list : []));
  const texts = lists.map((list) => (isObject(list) ? String(list.value ?? '') : String(list)));
  const heaps = texts.flatMap((text) => [...text.matchAll(/-Xmx(\d+)([kmg]?)\b/gi)]);
  const sizes = heaps.map(([, digits, unit = '']) => Number(digits) * (binary[unit.toLowerCase()] ?? 1));
  return sizes.length === 0 ? null : Math.max(...sizes);
}
