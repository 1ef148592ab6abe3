import { parseAllDocuments } from 'yaml';
import type { Plain, PlainObject } from '../definition/plain.ts';

/** One object of a render. */
export interface Manifest {
  readonly apiVersion: string;
  /** Empty for the core group. */
  readonly group: string;
  readonly kind: string;
  readonly name: string;
  /** Undefined where the object does not say. */
  readonly namespace: string | undefined;
  readonly annotations: Readonly<Record<string, string>>;
  readonly object: PlainObject;
}

/**
 * The objects of a render. Custom resource definitions are read by their head only: they are the bulk of the text,
 * and nothing here looks inside them.
 */
export function manifestsOf(text: string): Manifest[] {
  const documents = text
    .split(/^---$/m)
    .map((document) => (isDefinition(document) ? headOf(document) : document));
  return parseAllDocuments(documents.join('\n---\n'), { logLevel: 'silent' }).flatMap((document) => {
    const value = document.toJS() as unknown;
    return isObject(value) && typeof value.kind === 'string' ? [manifestOf(value)] : [];
  });
}

function manifestOf(object: PlainObject): Manifest {
  const metadata = isObject(object.metadata) ? object.metadata : {};
  const apiVersion = String(object.apiVersion);
  return {
    apiVersion,
    group: apiVersion.includes('/') ? apiVersion.slice(0, apiVersion.indexOf('/')) : '',
    kind: String(object.kind),
    name: String(metadata.name),
    namespace: typeof metadata.namespace === 'string' ? metadata.namespace : undefined,
    annotations: (metadata.annotations ?? {}) as Readonly<Record<string, string>>,
    object,
  };
}

const isDefinition = (document: string): boolean => /^kind: CustomResourceDefinition\s*$/m.test(document);

/** Name, group, kind and scope of a definition, without its schemas. */
function headOf(document: string): string {
  const find = (pattern: RegExp): string => document.match(pattern)?.[1] ?? '';
  return [
    'apiVersion: apiextensions.k8s.io/v1',
    'kind: CustomResourceDefinition',
    `metadata: { name: "${find(/^ {2}name: ["']?([^"'\s]+)/m)}" }`,
    `spec: { group: "${find(/^ {2}group: ["']?([^"'\s]+)/m)}", scope: "${find(/^ {2}scope: ["']?(\w+)/m)}", ` +
      `names: { kind: "${find(/^ {4}kind: ["']?(\w+)/m)}" } }`,
  ].join('\n');
}

export const isObject = (value: unknown): value is PlainObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A map, empty where the value is none. */
export const mapIn = (value: Plain | undefined): PlainObject => (isObject(value) ? value : {});

/** The maps of a list; none where the value is no list. */
export const mapsIn = (value: Plain | undefined): PlainObject[] =>
  Array.isArray(value) ? value.filter(isObject) : [];

/** Every value inside an object, with its path. */
export function* walk(
  value: Plain,
  path: readonly (string | number)[] = [],
): Generator<[Plain, readonly (string | number)[]]> {
  yield [value, path];
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) yield* walk(item as Plain, [...path, index]);
  } else if (isObject(value)) {
    for (const [key, item] of Object.entries(value)) yield* walk(item, [...path, key]);
  }
}

/** The pod templates of an object, of whatever kind: wherever containers are listed. */
export function podSpecs({ object }: Manifest): PlainObject[] {
  return [...walk(object)].flatMap(([value]) =>
    isObject(value) && Array.isArray(value.containers) ? [value] : [],
  );
}

/** All containers of a pod, those that run first included. */
export function containersOf(pod: PlainObject): PlainObject[] {
  return [pod.containers, pod.initContainers].flatMap((list) =>
    Array.isArray(list) ? list.filter(isObject) : [],
  );
}
