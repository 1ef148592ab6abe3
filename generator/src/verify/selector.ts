import type { Plain, PlainObject } from '../definition/plain.ts';
import { entryOf } from '../problem/entry-of.ts';
import { isObject } from './manifest.ts';

export type Labels = Readonly<Record<string, string>>;

/** Whether a label selector of Kubernetes (`matchLabels`, `matchExpressions`) selects an object with these labels. */
export function selects(selector: Plain | undefined, labels: Labels): boolean {
  if (!isObject(selector)) return false;
  const wanted = isObject(selector.matchLabels) ? Object.entries(selector.matchLabels) : [];
  const expressions = Array.isArray(selector.matchExpressions)
    ? selector.matchExpressions.filter(isObject)
    : [];
  return (
    wanted.every(([key, value]) => entryOf(labels, key) === value) &&
    expressions.every((expression) => holds(expression, labels))
  );
}

function holds({ key, operator, values }: PlainObject, labels: Labels): boolean {
  const value = entryOf(labels, String(key));
  const listed = Array.isArray(values) && values.includes(value ?? null);
  switch (operator) {
    case 'In':
      return listed;
    case 'NotIn':
      return !listed;
    case 'Exists':
      return value !== undefined;
    case 'DoesNotExist':
      return value === undefined;
    default:
      return false;
  }
}

/** The labels of a map of metadata. */
export const labelsIn = (metadata: Plain | undefined): Labels =>
  isObject(metadata) && isObject(metadata.labels) ? (metadata.labels as Labels) : {};
