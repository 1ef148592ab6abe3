import {
  type DefinitionNode,
  Kind,
  type ObjectTypeDefinitionNode,
  parse,
  print,
  type TypeNode,
  visit,
} from 'graphql';
import { mutations, queried, sources } from './operations.ts';

type Definitions = ReadonlyMap<string, DefinitionNode>;

/**
 * The mutations and fields that we use out of GitHub's whole schema, with the types that they take; of what mutations give,
 * plain values.
 */
export function extractGraphql(text: string): string {
  const bare = visit(parse(text), { Directive: () => null, enter: withoutDescription });
  const all: Definitions = new Map(
    bare.definitions.flatMap((each) => ('name' in each && each.name ? [[each.name.value, each]] : [])),
  );
  const wanted = mutations.map((mutation) => {
    const found = objectNamed(all, 'Mutation').fields?.find(({ name }) => name.value === mutation);
    if (!found) throw new Error(`GitHub's schema has no ${mutation}`);
    return found;
  });
  const payloads = wanted.map(({ type }) => {
    const payload = objectNamed(all, nameOf(type));
    return { ...payload, fields: payload.fields?.filter((field) => isPlain(all, nameOf(field.type))) ?? [] };
  });
  const inputs = new Set<string>();
  for (const { type } of wanted.flatMap((field) => field.arguments ?? [])) collect(all, nameOf(type), inputs);
  const { package: name, version, file } = sources.graphql;
  return [
    `# Source: npm ${name} ${version}, ${file}. License: MIT.`,
    print(all.get('Node') as DefinitionNode),
    ...Object.entries(queried).map(([type, fields]) => print(onlyWith(all, type, fields))),
    print({ ...objectNamed(all, 'Mutation'), fields: wanted }),
    ...payloads.map((payload) => print(payload)),
    ...[...inputs].sort().map((each) => print(all.get(each) as DefinitionNode)),
  ]
    .map((part) => `${part}\n`)
    .join('\n');
}

/** A type with some of its fields, and of its interfaces the one that a node needs. */
function onlyWith(all: Definitions, name: string, wanted: readonly string[]): ObjectTypeDefinitionNode {
  const { fields = [], interfaces = [], ...type } = objectNamed(all, name);
  return {
    ...type,
    fields: fields.filter((field) => wanted.includes(field.name.value)),
    interfaces: interfaces.filter(({ name: { value } }) => value === 'Node' && wanted.includes('id')),
  };
}

const withoutDescription = <T extends object>(node: T): T | undefined =>
  'description' in node && node.description !== undefined ? { ...node, description: undefined } : undefined;

function objectNamed(all: Definitions, name: string): ObjectTypeDefinitionNode {
  const found = all.get(name);
  if (found?.kind !== Kind.OBJECT_TYPE_DEFINITION) throw new Error(`GitHub's schema has no type ${name}`);
  return found;
}

const nameOf = (type: TypeNode): string =>
  type.kind === Kind.NAMED_TYPE ? type.name.value : nameOf(type.type);

const isPlain = (all: Definitions, name: string): boolean =>
  [undefined, Kind.SCALAR_TYPE_DEFINITION, Kind.ENUM_TYPE_DEFINITION].includes(all.get(name)?.kind as never);

/** A type that is taken, and those of its fields; what GraphQL brings itself is not among the definitions. */
function collect(all: Definitions, name: string, into: Set<string>): void {
  const found = all.get(name);
  if (found === undefined || into.has(name)) return;
  into.add(name);
  if (found.kind !== Kind.INPUT_OBJECT_TYPE_DEFINITION) return;
  for (const { type } of found.fields ?? []) collect(all, nameOf(type), into);
}
