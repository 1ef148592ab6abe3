import type { Plain, PlainObject } from '../definition/plain.ts';

/**
 * A part of a derived schema: JSON Schema (draft 7) with these keywords and no others.
 * An empty one permits anything.
 */
export interface Node {
  readonly type?: string | readonly string[];
  readonly enum?: readonly Plain[];
  /** A definition of `kubernetes.gen.json`. */
  readonly $ref?: string;
  /** What the chart takes where nothing is set; of long ones the first characters of their SHA-256. */
  readonly default?: Plain;
  readonly properties?: Readonly<Record<string, Node>>;
  readonly additionalProperties?: boolean | Node;
  readonly items?: Node;
}

/** A node whose keys are known, and which takes no others. */
export const isClosed = ({ properties, additionalProperties }: Node): boolean =>
  properties !== undefined && additionalProperties === false;

export const typesOf = ({ type }: Node): readonly string[] => [type ?? []].flat();

export const isMap = (value: Plain | undefined): value is PlainObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Keywords in the order in which a person reads them. */
export function ordered(node: Node): Node {
  const { type, enum: values, $ref, default: usual, properties, items, additionalProperties } = node;
  return {
    ...($ref !== undefined && { $ref }),
    ...(type !== undefined && { type }),
    ...(values !== undefined && { enum: values }),
    ...(usual !== undefined && { default: usual }),
    ...(properties !== undefined && { properties }),
    ...(items !== undefined && Object.keys(items).length > 0 && { items }),
    ...(additionalProperties !== undefined && { additionalProperties }),
  };
}
