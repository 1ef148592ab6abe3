import type { Plain, PlainObject } from '../src/definition/plain.ts';
import { pointers } from './pointer-fields.ts';

/** OpenAPI 3 of one group and version, as an API server publishes it. */
export interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, PlainObject>> };
}

/** JSON Schema of an object, complete in itself, and the file that it goes to. */
export interface KindSchema {
  readonly file: string;
  readonly schema: PlainObject;
}

interface Operation {
  readonly 'x-kubernetes-group-version-kind': GroupVersionKind;
  readonly requestBody: {
    /** Of built-in kinds, a server says that it takes any format; of custom kinds it lists them. */
    readonly content: { readonly '*/*'?: { readonly schema: { readonly $ref: string } } };
  };
}

interface GroupVersionKind {
  readonly group: string;
  readonly version: string;
  readonly kind: string;
}

/** The built-in kinds of one group and version that are kept: those of which one can be put in place of another. */
export function schemasOf(document: Document): KindSchema[] {
  return Object.entries(document.paths).flatMap(([path, { put }]) => {
    if (!path.endsWith('/{name}') || put === undefined) return [];
    const { 'x-kubernetes-group-version-kind': kind, requestBody } = put as Operation;
    const body = requestBody.content['*/*'];
    return body === undefined
      ? []
      : [{ file: fileOf(kind), schema: rootOf(nameIn(body.schema.$ref), kind, document) }];
  });
}

/** Objects in one file, which only clients know. What each of them is, its own schema says. */
export function listSchema({ components }: Document): KindSchema {
  const text = { type: 'string' };
  const metadata = new Walk(components.schemas).definition('io.k8s.apimachinery.pkg.apis.meta.v1.ListMeta');
  const item = {
    properties: { apiVersion: text, kind: text },
    required: ['apiVersion', 'kind'],
    type: 'object',
  };
  const schema = {
    $schema: 'http://json-schema.org/draft-07/schema#',
    additionalProperties: false,
    properties: {
      apiVersion: { enum: ['v1'], ...text },
      items: { items: item, type: 'array' },
      kind: { enum: ['List'], ...text },
      metadata: optional(metadata, [null]),
    },
    required: ['apiVersion', 'kind', 'items'],
    type: 'object',
  };
  return { file: 'list-v1.json', schema };
}

/** As kubeconform looks for them: `deployment-apps-v1.json`, `pod-v1.json`. */
function fileOf({ group, version, kind }: GroupVersionKind): string {
  const first = group.split('.')[0] ?? '';
  return `${[kind.toLowerCase(), ...(first === '' ? [] : [first]), version].join('-')}.json`;
}

/** What only the object as a whole has: its own kind, and a name. */
function rootOf(name: string, { group, version, kind }: GroupVersionKind, document: Document): PlainObject {
  const walk = new Walk(document.components.schemas);
  const body = walk.definition(name);
  const properties = body.properties as PlainObject;
  const named = (key: string): PlainObject => ({
    properties: { [key]: { minLength: 1, type: 'string' } },
    required: [key],
  });
  const definitions = walk.definitions();
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    ...body,
    'x-kubernetes-group-version-kind':
      document.components.schemas[name]?.['x-kubernetes-group-version-kind'] ?? [],
    properties: {
      ...properties,
      apiVersion: { enum: [group === '' ? version : `${group}/${version}`], type: 'string' },
      kind: { enum: [kind], type: 'string' },
      metadata: {
        ...(properties.metadata as PlainObject),
        anyOf: [named('name'), named('generateName')],
        type: 'object',
      },
    },
    required: [...new Set(['apiVersion', 'kind', 'metadata', ...((body.required ?? []) as string[])])],
    ...(Object.keys(definitions).length > 0 && { definitions }),
  };
}

const nameIn = (reference: string): string => reference.slice(reference.lastIndexOf('/') + 1);

/** Kept as they are. */
const kept = [
  'format',
  'x-kubernetes-list-map-keys',
  'x-kubernetes-list-type',
  'x-kubernetes-map-type',
  'x-kubernetes-patch-merge-key',
  'x-kubernetes-patch-strategy',
  'x-kubernetes-preserve-unknown-fields',
  'x-kubernetes-unions',
];

const quantity =
  '^(\\+|-)?(([0-9]+(\\.[0-9]*)?)|(\\.[0-9]+))(([KMGTPE]i)|[numkMGTPE]|([eE](\\+|-)?(([0-9]+(\\.[0-9]*)?)|(\\.[0-9]+))))?$';
const base64 =
  '^[\\r\\n]*(([A-Za-z0-9+/][\\r\\n]*){4})*(([A-Za-z0-9+/][\\r\\n]*){2}(=[\\r\\n]*){2}|([A-Za-z0-9+/][\\r\\n]*){3}=[\\r\\n]*)?$';

/** Types of which the document does not say all that the server knows. */
const special: Readonly<Record<string, PlainObject>> = {
  'io.k8s.apimachinery.pkg.api.resource.Quantity': { pattern: quantity, type: ['string', 'number'] },
  'io.k8s.apimachinery.pkg.util.intstr.IntOrString': { type: ['string', 'integer'] },
  // A structure without fields, not one of which nothing is known.
  'io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.CustomResourceSubresourceStatus': {
    additionalProperties: false,
    type: 'object',
  },
};

/** Copies definitions into the place where they are used; only what holds itself stays a reference. */
class Walk {
  readonly #schemas: Readonly<Record<string, PlainObject>>;
  readonly #recursive: string[] = [];

  constructor(schemas: Readonly<Record<string, PlainObject>>) {
    this.#schemas = schemas;
  }

  definition(name: string): PlainObject {
    const known = special[name];
    if (known !== undefined) return known;
    if (!holds(name, name, this.#schemas)) return this.#node(this.#schemas[name] ?? {}, name);
    if (!this.#recursive.includes(name)) this.#recursive.push(name);
    return { $ref: `#/definitions/${name}` };
  }

  /** Definitions that references point at. */
  definitions(): PlainObject {
    const found: Record<string, PlainObject> = {};
    // While they are written, further ones may be found.
    for (const name of this.#recursive) found[name] = this.#node(this.#schemas[name] ?? {}, name);
    return found;
  }

  #node(schema: PlainObject, owner: string): PlainObject {
    const reference = referenceIn(schema);
    if (reference !== null) return this.definition(nameIn(reference));
    const { type, properties, required, items, additionalProperties, enum: choices } = schema;
    return {
      ...Object.fromEntries(kept.flatMap((key) => (key in schema ? [[key, schema[key] as Plain]] : []))),
      ...(type !== undefined && { type }),
      ...(choices !== undefined && { enum: choices }),
      ...(schema.format === 'byte' && { pattern: base64 }),
      ...(isMap(properties) && this.#properties(properties, (required ?? []) as string[], owner)),
      ...(isMap(items) && { items: this.#node(items, owner) }),
      ...(isMap(additionalProperties) && { additionalProperties: this.#value(additionalProperties, owner) }),
    };
  }

  #properties(properties: PlainObject, required: readonly string[], owner: string): PlainObject {
    const entries = Object.entries(properties).map(([key, node]) => {
      const plain = this.#node(node as PlainObject, owner);
      const unset = pointers.has([...owner.split('.').slice(-3), key].join('.')) ? [null] : ['', null];
      return [key, required.includes(key) ? plain : optional(plain, unset)] as const;
    });
    return {
      properties: Object.fromEntries(entries),
      additionalProperties: false,
      ...(required.length > 0 && { required }),
    };
  }

  /** A plain value of a map may be null, as the zero value of its type. */
  #value(schema: PlainObject, owner: string): PlainObject {
    const value = this.#node(schema, owner);
    const isPlain = typeof value.type === 'string' && !['object', 'array'].includes(value.type);
    return isPlain ? optional(value, [null]) : value;
  }
}

/** Whether a definition is used inside itself. */
function holds(
  name: string,
  wanted: string,
  schemas: Readonly<Record<string, PlainObject>>,
  seen: Set<string> = new Set(),
): boolean {
  const references = [...JSON.stringify(schemas[name] ?? {}).matchAll(/"\$ref":"([^"]+)"/g)];
  return references.some(([, reference = '']) => {
    const next = nameIn(reference);
    if (next === wanted) return true;
    if (seen.has(next)) return false;
    seen.add(next);
    return holds(next, wanted, schemas, seen);
  });
}

/** Of an optional field, null means that it is left out. */
function optional(node: PlainObject, unset: readonly Plain[]): PlainObject {
  if (node.$ref !== undefined) return { anyOf: [{ type: 'null' }, node] };
  if (node.type === undefined) return node;
  const choices = node.enum as readonly Plain[] | undefined;
  return {
    ...node,
    type: [node.type, 'null'].flat() as Plain,
    ...(choices && { enum: [...choices, ...unset] }),
  };
}

/** A reference, alone or with a default beside it. */
function referenceIn({ $ref, allOf }: PlainObject): string | null {
  const [only] = Array.isArray(allOf) ? (allOf as readonly PlainObject[]) : [];
  const found = $ref ?? only?.$ref;
  return typeof found === 'string' ? found : null;
}

const isMap = (value: Plain | undefined): value is PlainObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The same text for the same schema: keys sorted, nothing between them. */
export const textOf = (schema: PlainObject): string => `${JSON.stringify(sorted(schema))}\n`;

function sorted(value: Plain): Plain {
  if (Array.isArray(value)) return value.map(sorted);
  if (!isMap(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
}
