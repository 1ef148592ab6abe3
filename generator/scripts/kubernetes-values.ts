import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Plain, PlainObject } from '../src/definition/plain.ts';
import { schemaText } from '../src/upstream/schema-text.ts';

/**
 * Makes `generator/src/upstream/kubernetes.gen.json` from `generator/schemas/`: the parts of a pod that charts let
 * people set. Run by `npm run schemas`, which has just made those.
 */
export function writeKubernetesValues(folder: string): void {
  const pod = JSON.parse(readFileSync(`${folder}/pod-v1.json`, 'utf8')) as PlainObject;
  const target = fileURLToPath(new URL('../src/upstream/kubernetes.gen.json', import.meta.url));
  writeFileSync(target, schemaText({ definitions: definitionsOf(pod) }));
}

function definitionsOf(pod: PlainObject): PlainObject {
  const spec = 'properties.spec.properties';
  const container = `${spec}.containers.items`;
  const found: Record<string, Plain> = {
    Affinity: at(pod, `${spec}.affinity`),
    Toleration: at(pod, `${spec}.tolerations.items`),
    TopologySpreadConstraint: at(pod, `${spec}.topologySpreadConstraints.items`),
    HostAlias: at(pod, `${spec}.hostAliases.items`),
    PodDNSConfig: at(pod, `${spec}.dnsConfig`),
    LocalObjectReference: at(pod, `${spec}.imagePullSecrets.items`),
    PodSecurityContext: at(pod, `${spec}.securityContext`),
    SecurityContext: at(pod, `${container}.properties.securityContext`),
    Probe: at(pod, `${container}.properties.livenessProbe`),
    Lifecycle: at(pod, `${container}.properties.lifecycle`),
    EnvVar: at(pod, `${container}.properties.env.items`),
    EnvFromSource: at(pod, `${container}.properties.envFrom.items`),
    VolumeMount: at(pod, `${container}.properties.volumeMounts.items`),
    Volume: at(pod, `${spec}.volumes.items`),
    Container: at(pod, container),
  };
  const plain = Object.fromEntries(
    Object.entries(found).map(([name, schema]) => [name, bare(schema, isItem(name))]),
  );
  const all: Record<string, Plain> = {
    Quantities: quantities,
    ResourceRequirements: resources,
    UpdateStrategy: strategy,
    ...plain,
    // Some charts take names alone, some take both.
    ImagePullSecret: { anyOf: [plain.LocalObjectReference ?? {}, { type: 'string' }] },
    // Where only the name securityContext says what it is, it may be that of a pod or of a container.
    AnySecurityContext: {
      type: 'object',
      properties: { ...propertiesOf(plain.PodSecurityContext), ...propertiesOf(plain.SecurityContext) },
      additionalProperties: false,
    },
  };
  return Object.fromEntries(Object.entries(all).map(([name, schema]) => [name, shared(schema, all, name)]));
}

/** Items of lists are given whole, so what they require is required; maps are laid over those of the chart. */
const isItem = (name: string): boolean =>
  [
    'Toleration',
    'TopologySpreadConstraint',
    'HostAlias',
    'LocalObjectReference',
    'EnvVar',
    'EnvFromSource',
    'VolumeMount',
    'Volume',
    'Container',
  ].includes(name);

const quantity = { type: ['string', 'number'] };
const integerOrString = { type: ['integer', 'string'] };

/** Named resources, so that a misspelled `memory` is seen; those of devices have a slash in their name. */
const quantities: PlainObject = {
  type: 'object',
  properties: { cpu: quantity, memory: quantity, 'ephemeral-storage': quantity },
  patternProperties: { '/': quantity, '^hugepages-': quantity },
  additionalProperties: false,
  tsType: `{ ${[
    'cpu?: string | number',
    'memory?: string | number',
    "'ephemeral-storage'?: string | number",
    `[device: \`\${string}/\${string}\`]: string | number`,
    `[pages: \`hugepages-\${string}\`]: string | number`,
  ].join('; ')} }`,
};

const resources: PlainObject = {
  type: 'object',
  properties: {
    requests: { $ref: '#/definitions/Quantities' },
    limits: { $ref: '#/definitions/Quantities' },
    claims: { type: 'array', items: { type: 'object' } },
  },
  additionalProperties: false,
};

/** Of Deployments, StatefulSets and DaemonSets alike. */
const strategy: PlainObject = {
  type: 'object',
  properties: {
    type: { enum: ['RollingUpdate', 'Recreate', 'OnDelete'] },
    rollingUpdate: {
      type: ['object', 'null'],
      properties: {
        maxSurge: integerOrString,
        maxUnavailable: integerOrString,
        partition: { type: 'integer' },
      },
      additionalProperties: false,
    },
  },
  additionalProperties: false,
};

function at(schema: Plain, path: string): Plain {
  return path.split('.').reduce<Plain>((node, key) => (node as Record<string, Plain>)[key] as Plain, schema);
}

const propertiesOf = (schema: Plain | undefined): PlainObject =>
  ((schema as PlainObject).properties ?? {}) as PlainObject;

/** Without what only a server asks: nullable fields, keys of lists, patterns; and `required` outside of list items. */
function bare(node: Plain, item: boolean): Plain {
  if (Array.isArray(node)) return node.map((each: Plain) => bare(each, item));
  if (typeof node !== 'object' || node === null) return node;
  const { type, required, ...rest } = node as Record<string, Plain>;
  const types = [type ?? []].flat().filter((each) => each !== 'null') as string[];
  const kept = Object.entries(rest).filter(([key]) => !/^x-|^format$|^pattern$/.test(key));
  const inner = Object.fromEntries(
    kept.map(([key, value]) => {
      if (key === 'properties')
        return [
          key,
          Object.fromEntries(
            Object.entries(value as PlainObject).map(([name, each]) => [name, bare(each, item)]),
          ),
        ];
      if (key === 'enum') return [key, (value as Plain[]).filter((each) => each !== null && each !== '')];
      return [key, key === 'items' ? bare(value, true) : bare(value, item)];
    }),
  );
  return {
    ...(types.length > 0 && { type: types.length === 1 ? (types[0] as string) : types }),
    ...(item && required !== undefined && { required }),
    ...inner,
  };
}

/** What is equal to another definition refers to it. */
function shared(node: Plain, all: Readonly<Record<string, Plain>>, own: string): Plain {
  const walk = (each: Plain, top: boolean): Plain => {
    if (Array.isArray(each)) return each.map((item: Plain) => walk(item, false));
    if (typeof each !== 'object' || each === null) return each;
    if (!top) {
      const name = Object.keys(all).find(
        (key) => key !== own && isLarge(all[key]) && JSON.stringify(all[key]) === JSON.stringify(each),
      );
      if (name !== undefined) return { $ref: `#/definitions/${name}` };
      if (isResources(each)) return { $ref: '#/definitions/ResourceRequirements' };
    }
    return Object.fromEntries(Object.entries(each).map(([key, value]) => [key, walk(value, false)]));
  };
  return walk(node, true);
}

const isLarge = (schema: Plain | undefined): boolean => JSON.stringify(schema).length > 150;
const isResources = (node: Plain): boolean => {
  const keys = Object.keys(propertiesOf(node as PlainObject));
  return keys.join() === 'claims,limits,requests';
};
