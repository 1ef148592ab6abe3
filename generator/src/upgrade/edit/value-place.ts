import { type Document, isAlias, isMap, isScalar, isSeq, type Node, type Pair, type YAMLMap } from 'yaml';

/** Where a value really stands: aliases and merge keys on the way to it are followed. */
export interface ValuePlace {
  /** The map that has it. */
  readonly map: YAMLMap;
  /** Null where the map has no such key. */
  readonly pair: Pair | null;
}

/** Null where a key before the last leads nowhere. */
export function valuePlace(document: Document, path: readonly string[]): ValuePlace | null {
  let node: unknown = document.contents;
  let place: ValuePlace | null = null;
  for (const [i, key] of path.entries()) {
    const map = resolved(node, document);
    if (!isMap(map)) return null;
    place = placeIn(map, key, document);
    if (place.pair === null) return i === path.length - 1 ? place : null;
    node = place.pair.value;
  }
  return place;
}

/** The node itself, or the one that an alias stands for. */
export const resolved = (node: unknown, document: Document): Node | undefined =>
  isAlias(node) ? node.resolve(document) : (node as Node | undefined);

/** The last pair of a map that has the key; else that of the first map that is merged in and has it. */
function placeIn(map: YAMLMap, key: string, document: Document): ValuePlace {
  const own = map.items.find((pair) => isScalar(pair.key) && String(pair.key.value) === key);
  if (own !== undefined) return { map, pair: own };
  for (const source of mergedInto(map, document)) {
    const place = placeIn(source, key, document);
    if (place.pair !== null) return place;
  }
  return { map, pair: null };
}

function mergedInto(map: YAMLMap, document: Document): YAMLMap[] {
  const merges = map.items.filter(({ key }) => isScalar(key) && isMergeKey(key.value));
  return merges.flatMap(({ value }) => {
    const source = resolved(value, document);
    const all = isSeq(source) ? source.items.map((item) => resolved(item, document)) : [source];
    return all.filter((item) => isMap(item));
  });
}

const isMergeKey = (value: unknown): boolean =>
  value === '<<' || (typeof value === 'symbol' && value.description === '<<');
