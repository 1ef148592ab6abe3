import type { PlainObject } from '../definition/plain.ts';
import type { AdditionsShape } from '../definition/shape/additions-shape.ts';
import { entryOf } from '../problem/entry-of.ts';
import { didYouMean } from '../problem/nearest.ts';
import { type Problem, problem } from '../problem/problem.ts';
import { isMap } from './node.ts';

/** The derived schema of a chart, and what people know of that chart beyond it. */
export interface Added {
  readonly schema: PlainObject;
  readonly problems: readonly Problem[];
}

/** Puts what a chart honors and does not name into the schema of what it names. */
export function withAdditions(schema: PlainObject, additions: AdditionsShape, file: string): Added {
  const problems: Problem[] = [];
  let result = schema;
  for (const [path, { schema: wanted }] of Object.entries(additions)) {
    const wrong = (message: string, hint: string): void =>
      void problems.push(problem('bad-upstream-schema', { file, path: `additions.${path}` }, message, hint));
    const keys = path.split('/');
    const known = at(schema, keys);
    if (known !== null && wanted === undefined) wrong('the chart names it by now', 'remove it');
    const added = put(result, keys, wanted ?? {});
    if (typeof added !== 'string') result = added;
    else {
      const missing = keys.slice(0, keys.indexOf(added) + 1);
      const siblings = Object.keys(propertiesOf(at(schema, missing.slice(0, -1))));
      wrong(
        `the chart names nothing at ${missing.join('/')} that it could be in`,
        didYouMean(added, siblings),
      );
    }
  }
  return { schema: result, problems };
}

/** The node at a path; null where there is none. */
export function at(node: PlainObject | null, [first, ...rest]: readonly string[]): PlainObject | null {
  if (first === undefined || node === null) return node;
  const inner = first === '*' ? (mapOf(node) ?? itemsOf(node)) : entryOf(propertiesOf(node), first);
  return isMap(inner) ? at(inner, rest) : null;
}

const propertiesOf = (node: PlainObject | null): PlainObject =>
  isMap(node?.properties) ? node.properties : {};
const mapOf = ({ additionalProperties }: PlainObject) =>
  isMap(additionalProperties) ? additionalProperties : undefined;
const itemsOf = ({ items }: PlainObject) => (isMap(items) ? items : undefined);

/** The tree with a node at a path, or the key on the way that is not there. */
function put(
  node: PlainObject,
  [first = '', ...rest]: readonly string[],
  wanted: PlainObject,
): PlainObject | string {
  if (first === '*') return putInside(node, rest, wanted);
  const properties = propertiesOf(node);
  if (rest.length === 0) return { ...node, properties: { ...properties, [first]: wanted } };
  const inner = entryOf(properties, first);
  if (!isMap(inner)) return first;
  const changed = put(inner, rest, wanted);
  return typeof changed === 'string' ? changed : { ...node, properties: { ...properties, [first]: changed } };
}

function putInside(node: PlainObject, rest: readonly string[], wanted: PlainObject): PlainObject | string {
  const keyword = mapOf(node) ? 'additionalProperties' : 'items';
  if (rest.length === 0) return { ...node, [keyword]: wanted };
  const inner = node[keyword];
  if (!isMap(inner)) return '*';
  const changed = put(inner, rest, wanted);
  return typeof changed === 'string' ? changed : { ...node, [keyword]: changed };
}
