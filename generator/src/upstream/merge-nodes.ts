import { entryOf } from '../problem/entry-of.ts';
import { type Node, typesOf } from './node.ts';

/**
 * What the defaults of a chart and its own schema say together. The schema knows types, the defaults know which keys
 * there are; neither may refuse what the other names.
 */
export function mergeNodes(values: Node | undefined, schema: Node | undefined): Node {
  if (schema === undefined) return values ?? {};
  if (values === undefined) return closed(schema);
  const properties = mergedProperties(values, schema);
  const types = mergedTypes(values, schema);
  return {
    ...(types.length > 0 && { type: types.length === 1 ? (types[0] as string) : types }),
    ...(schema.enum && { enum: withDefault(schema.enum, values) }),
    ...(values.default !== undefined && { default: values.default }),
    ...(properties && { properties }),
    ...mergedItems(values, schema),
    ...(types.includes('object') && { additionalProperties: openness(schema, properties) }),
  };
}

/** A schema that names keys means those; one that names none means any. */
function closed(node: Node): Node {
  const properties =
    node.properties &&
    Object.fromEntries(Object.entries(node.properties).map(([key, inner]) => [key, closed(inner)]));
  const isObject = typesOf(node).includes('object') || properties !== undefined;
  return {
    ...node,
    ...(isObject && node.type === undefined && { type: 'object' }),
    ...(properties && { properties }),
    ...(node.items && Object.keys(node.items).length > 0 && { items: closed(node.items) }),
    ...(isObject && { additionalProperties: openness(node, properties) }),
  };
}

/** A map of which the chart names no key takes any; one of which it names some takes those. */
function openness(schema: Node, properties: Node['properties']): boolean | Node {
  const { additionalProperties: said } = schema;
  if (typeof said === 'object') return closed(said);
  return said ?? Object.keys(properties ?? {}).length === 0;
}

function mergedProperties(values: Node, schema: Node): Record<string, Node> | undefined {
  if (!values.properties && !schema.properties) return undefined;
  const keys = [
    ...new Set([...Object.keys(values.properties ?? {}), ...Object.keys(schema.properties ?? {})]),
  ];
  return Object.fromEntries(
    keys.map((key) => [key, mergeNodes(entryOf(values.properties, key), entryOf(schema.properties, key))]),
  );
}

/** The schema's, and that of the default where the schema forgot it. */
function mergedTypes(values: Node, schema: Node): readonly string[] {
  const [known, said] = [typesOf(values), typesOf(schema)];
  const [usual] = known;
  if (said.length === 0) {
    const isAnything = Object.keys(schema).length === 0 && usual !== 'object' && usual !== 'array';
    return isAnything ? [] : known;
  }
  const isPermitted = said.includes(usual ?? '') || (usual === 'integer' && said.includes('number'));
  return usual === undefined || isPermitted ? said : [...said, usual];
}

const withDefault = (values: readonly NonNullable<Node['enum']>[number][], { default: usual }: Node) =>
  usual === undefined || values.includes(usual) ? values : [...values, usual];

function mergedItems(values: Node, schema: Node): Pick<Node, 'items'> {
  const said = schema.items && Object.keys(schema.items).length > 0 ? closed(schema.items) : undefined;
  const items = said ?? values.items;
  return items === undefined ? {} : { items };
}
