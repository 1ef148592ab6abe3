/** A value of a YAML file as Helm reads it, with its place. */
export type ListValue = ListScalar | ListMap | ListItems;

export interface ListScalar {
  readonly kind: 'scalar';
  readonly value: unknown;
  /** As it is written. */
  readonly source: string;
  readonly isQuoted: boolean;
  /** 1-based. */
  readonly line: number;
}

export interface ListMap {
  readonly kind: 'map';
  readonly entries: ReadonlyMap<string, ListValue>;
  readonly line: number;
}

export interface ListItems {
  readonly kind: 'items';
  readonly items: readonly ListValue[];
  readonly line: number;
}

/** A key that stands twice in a map. */
export interface DuplicateKey {
  readonly path: string;
  /** Lines of all that are not read, 1-based. */
  readonly lost: readonly number[];
  /** Line of the one that is. */
  readonly line: number;
}

/** The text of a scalar below a map; null where there is none, or an empty one. */
export function textAt(map: ListMap, key: string): string | null {
  const found = map.entries.get(key);
  return found?.kind === 'scalar' && typeof found.value === 'string' && found.value.trim() !== ''
    ? found.value.trim()
    : null;
}
