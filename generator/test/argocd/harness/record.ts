import { isDeepStrictEqual } from 'node:util';
import type { Api, Thing } from './api.ts';

/** What was seen of an Application at one moment, in the order in which the API server stored it. */
export interface Sight {
  readonly name: string;
  /** Position in the order of all changes. */
  readonly order: number;
  /** Milliseconds since the record began. */
  readonly at: number;
  readonly deleted: boolean;
  readonly sync: string;
  readonly health: string;
  /** Phase of the operation on record. */
  readonly phase: string;
  /** When that operation began, as the controller wrote it. */
  readonly startedAt: string;
  /** Whether the status is about the spec that is there. */
  readonly current: boolean;
  readonly revision: string;
  readonly object: Thing;
}

/** Everything that happened to the Applications of an Argo CD. */
export interface Record {
  readonly sights: readonly Sight[];
  /** The newest sight of an Application. */
  of(name: string): Sight | undefined;
  /** Forgets what was seen so far, but for the newest sight of each. */
  mark(): number;
  stop(): void;
}

export function startRecord(api: Api): Record {
  const sights: Sight[] = [];
  const newest = new Map<string, Sight>();
  const began = Date.now();
  const stop = api.watch('argoproj.io/v1alpha1', 'Application', ({ type, object }) => {
    if (type === 'BOOKMARK' || type === 'ERROR') return;
    const order = Number(object.metadata.resourceVersion);
    const known = newest.get(object.metadata.name);
    if (known && known.order >= order && type !== 'DELETED') return;
    const sight = sightOf(object, order, Date.now() - began, type === 'DELETED');
    sights.push(sight);
    newest.set(sight.name, sight);
  });
  return {
    sights,
    of: (name) => newest.get(name),
    mark: () => Math.max(0, ...[...newest.values()].map(({ order }) => order)),
    stop,
  };
}

function sightOf(object: Thing, order: number, at: number, deleted: boolean): Sight {
  const { spec = {}, status = {} } = object;
  const compared = status.sync?.comparedTo ?? {};
  return {
    name: object.metadata.name,
    order,
    at,
    deleted,
    sync: status.sync?.status ?? '',
    health: status.health?.status ?? '',
    phase: status.operationState?.phase ?? '',
    startedAt: status.operationState?.startedAt ?? '',
    current: same(spec.source, compared.source) && same(spec.sources, compared.sources),
    revision: [spec.source, ...(spec.sources ?? [])]
      .flatMap((source) => source?.targetRevision ?? [])
      .join(' '),
    object,
  };
}

/** Equal but for fields that are empty in one and absent in the other: the controller drops those. */
const same = (a: unknown, b: unknown): boolean => isDeepStrictEqual(withoutEmpty(a), withoutEmpty(b));

function withoutEmpty(value: unknown): unknown {
  if (Array.isArray(value)) return value.length === 0 ? undefined : value.map(withoutEmpty);
  if (typeof value !== 'object' || value === null) return value === '' || value === false ? undefined : value;
  const kept = Object.entries(value)
    .map(([key, part]) => [key, withoutEmpty(part)] as const)
    .filter(([, part]) => part !== undefined && part !== null);
  return kept.length === 0 ? undefined : Object.fromEntries(kept);
}

export const isWell = ({ sync, health, current, deleted }: Sight): boolean =>
  !deleted && current && sync === 'Synced' && health === 'Healthy';
