import { Ajv } from 'ajv';
import type { Plain, PlainObject } from '../definition/plain.ts';
import definitions from './kubernetes.gen.json' with { type: 'json' };
import { isClosed, isMap, type Node, typesOf } from './node.ts';

/** Parts of a pod as charts pass them on, by name. Made from the schemas of Kubernetes' own kinds. */
export const kubernetesDefinitions = definitions.definitions as unknown as Readonly<
  Record<string, PlainObject>
>;

/** Whether a schema, by its identity, is a part of them, and so Kubernetes' and no chart's. */
export const isPartOfKubernetes = (schema: object): boolean => holds(kubernetesDefinitions, schema);

const holds = (node: unknown, part: object): boolean =>
  node === part ||
  (typeof node === 'object' && node !== null && Object.values(node).some((inner) => holds(inner, part)));

/** How a derived schema refers to them. */
export const reference = (name: string): string => `kubernetes#/definitions/${name}`;

interface KubernetesField {
  /** What such a key is called. */
  readonly name: RegExp;
  readonly definition: string;
  readonly list?: boolean;
}

/** Keys by which charts all over the field take parts of a pod. The first that fits counts. */
const known: readonly KubernetesField[] = [
  { name: /^(.*R|r)esources$/, definition: 'ResourceRequirements' },
  { name: /^pod(Pod)?SecurityContext$|[a-z]PodSecurityContext$/, definition: 'PodSecurityContext' },
  { name: /^containerSecurityContext$|[a-z]ContainerSecurityContext$/, definition: 'SecurityContext' },
  { name: /^securityContext$|[a-z]SecurityContext$/, definition: 'AnySecurityContext' },
  { name: /^affinity$/, definition: 'Affinity' },
  { name: /^(startup|liveness|readiness)Probe$/, definition: 'Probe' },
  { name: /^lifecycle(Hooks)?$/, definition: 'Lifecycle' },
  { name: /^dnsConfig$/, definition: 'PodDNSConfig' },
  { name: /^(deployment|update)?[sS]trategy$|^deploymentStrategy$/, definition: 'UpdateStrategy' },
  { name: /^tolerations$/, definition: 'Toleration', list: true },
  { name: /^topologySpreadConstraints$/, definition: 'TopologySpreadConstraint', list: true },
  { name: /^(image)?[pP]ullSecrets$/, definition: 'ImagePullSecret', list: true },
  { name: /^hostAliases$/, definition: 'HostAlias', list: true },
  { name: /^(extra)?[eE]nv(s|Vars)?$/, definition: 'EnvVar', list: true },
  { name: /^(extra)?[eE]nvFrom$/, definition: 'EnvFromSource', list: true },
  { name: /^(extra|additional)?[vV]olumes$/, definition: 'Volume', list: true },
  { name: /^(extra|additional)?[vV]olumeMounts$/, definition: 'VolumeMount', list: true },
  {
    name: /^(extra|additional)?([iI]nit|[sS]idecar)?[cC]ontainers$|^sidecars$/,
    definition: 'Container',
    list: true,
  },
];

const texts = /(^|[a-z])([aA]nnotations|[lL]abels|[nN]odeSelector)$/;

/** The same tree, in which what charts only pass on to Kubernetes has the shape that Kubernetes gives it. */
export function withKubernetes(node: Node, name = ''): Node {
  const found = known.find((field) => field.name.test(name) && fits(node, field));
  if (found) return partOfPod(node, found);
  if (texts.test(name) && isOpenMap(node)) return { ...node, additionalProperties: { type: 'string' } };
  const { properties } = node;
  if (properties === undefined) return node;
  const inner = Object.entries(properties).map(([key, child]) => [key, withKubernetes(child, key)] as const);
  return { ...node, properties: Object.fromEntries(inner) };
}

function partOfPod({ default: usual, properties }: Node, { definition, list }: KubernetesField): Node {
  const defaults = usual ?? (properties && defaultsOf(properties));
  const shape: Node = { $ref: reference(definition) };
  return {
    ...(list ? { type: 'array', items: shape } : shape),
    ...(defaults !== undefined && { default: defaults }),
  };
}

/** Whether a chart says nothing against it: no other type, and no default that Kubernetes would refuse there. */
function fits(node: Node, { definition, list = false }: KubernetesField): boolean {
  if (node.enum !== undefined || node.$ref !== undefined || typeof node.additionalProperties === 'object')
    return false;
  const types = typesOf(node);
  const named = list ? node.items?.properties : node.properties;
  if (types.length > 0 && types.join() !== (list ? 'array' : 'object')) return false;
  if (list && node.items !== undefined && named === undefined) return false;
  const usual = withoutNulls(node.default ?? (node.properties && defaultsOf(node.properties)) ?? null);
  return keysFit(named, definition) && [usual ?? []].flat().every((value) => isPermitted(definition, value));
}

function keysFit(properties: Node['properties'], definition: string): boolean {
  const { properties: allowed } = kubernetesDefinitions[definition] ?? {};
  return Object.keys(properties ?? {}).every((key) => isMap(allowed) && Object.hasOwn(allowed, key));
}

const ajv = new Ajv({ strict: false });
ajv.addSchema({ $id: 'kubernetes', definitions: kubernetesDefinitions });

const isPermitted = (definition: string, value: Plain): boolean =>
  ajv.getSchema(reference(definition))?.(value) === true;

/** A key without a value is a place for one. */
function withoutNulls(value: Plain): Plain {
  if (!isMap(value)) return value;
  const entries = Object.entries(value).filter(([, inner]) => inner !== null);
  return Object.fromEntries(entries.map(([key, inner]) => [key, withoutNulls(inner)]));
}

const isOpenMap = (node: Node): boolean =>
  typesOf(node).join() === 'object' &&
  !isClosed(node) &&
  node.additionalProperties === true &&
  node.properties === undefined;

/** The defaults of a tree as one value, as it stands in `values.yaml`. */
function defaultsOf(properties: Readonly<Record<string, Node>>): PlainObject | undefined {
  const entries = Object.entries(properties).flatMap(([key, node]) => {
    const usual = node.default ?? (node.properties && defaultsOf(node.properties));
    return usual === undefined ? [] : [[key, usual] as const];
  });
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}

const prefix = reference('');

/** Whether a node is such a part, and the name of it. */
export const isKubernetes = ({ $ref: to }: PlainObject): boolean =>
  typeof to === 'string' && to.startsWith(prefix);
export const partNamed = ({ $ref: to }: PlainObject): string => String(to).slice(prefix.length);
