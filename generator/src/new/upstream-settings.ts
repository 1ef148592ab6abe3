import type { Plain, PlainObject } from '../model/model.ts';
import { isObject } from '../verify/manifest.ts';
import { type ChartValues, names } from '../verify/settings.ts';

/** Something that nearly every chart lets one set, where this chart does. */
export interface Setting {
  /** First key of the values. */
  readonly key: string;
  readonly schema: PlainObject;
  /** Its value in a definition: data, or an expression where it is a text. */
  readonly value: Plain | { readonly expression: string };
}

/** What is known of the settings that a chart has. */
export interface Known {
  /** What the chart says of itself; null where it could not be had. */
  readonly chart: ChartValues | null;
  /** Our schema of it, where there is one already: only what it permits can be set. */
  readonly schema: PlainObject | null;
}

/** What of image and security an app should tell its chart, in the words of that chart. */
export function settingsFor(image: string | null, user: number, known: Known): Setting[] {
  const has = (...path: string[]): boolean => named(path, known);
  const container = ['containerSecurityContext', 'securityContext'].find((key) => has(key));
  const pod = ['podSecurityContext', 'securityContext'].find((key) => has(key) && key !== container);
  const split = has('image', 'registry') && has('image', 'repository');
  const looked = known.chart !== null || known.schema !== null;
  return [
    ...(image === null ? [] : [imageSetting(split)]),
    ...(looked && has('imagePullSecrets') ? [pullSecrets] : []),
    // Of one alone, nobody can say from its name whether it is of the pod or of the container.
    ...(looked && pod !== undefined && container !== undefined
      ? [podSecurity(pod, user), containerSecurity(container)]
      : []),
  ];
}

/** Of a chart that nobody has seen, only what nearly all of them have is taken to be there. */
function named(path: readonly string[], { chart, schema }: Known): boolean {
  if (schema !== null && !names({ values: '', schema }, path)) return false;
  if (chart !== null) return names(chart, path);
  return schema !== null || path.join('.') === 'image.repository';
}

const text: PlainObject = { type: 'string' };
const truth: PlainObject = { type: 'boolean' };
const number: PlainObject = { type: 'integer' };
const strict = (properties: PlainObject): PlainObject => ({
  type: 'object',
  properties,
  additionalProperties: false,
});

const imageSetting = (split: boolean): Setting => ({
  key: 'image',
  schema: strict({ ...(split && { registry: text }), repository: text, tag: text }),
  value: {
    expression: split
      ? '{ registry, repository: path, tag: tagAndDigest }'
      : '{ repository, tag: tagAndDigest }',
  },
});

const pullSecrets: Setting = {
  key: 'imagePullSecrets',
  schema: { type: 'array', items: { ...strict({ name: text }), required: ['name'] } },
  value: { expression: 'imagePullSecrets' },
};

const podSecurity = (key: string, user: number): Setting => ({
  key,
  schema: strict({
    runAsNonRoot: truth,
    runAsUser: number,
    runAsGroup: number,
    fsGroup: number,
    seccompProfile: { ...strict({ type: { enum: ['RuntimeDefault'] } }), required: ['type'] },
  }),
  value: {
    runAsNonRoot: true,
    runAsUser: user,
    runAsGroup: user,
    fsGroup: user,
    seccompProfile: { type: 'RuntimeDefault' },
  },
});

const containerSecurity = (key: string): Setting => ({
  key,
  schema: strict({
    allowPrivilegeEscalation: truth,
    readOnlyRootFilesystem: truth,
    capabilities: { ...strict({ drop: { type: 'array', items: { enum: ['ALL'] } } }), required: ['drop'] },
  }),
  value: {
    allowPrivilegeEscalation: false,
    readOnlyRootFilesystem: true,
    capabilities: { drop: ['ALL'] },
  },
});

/**
 * The schema of some settings. What a chart passes on without naming it is marked, for `verify` holds every key
 * against the chart.
 */
export function schemaOf(
  title: string,
  settings: readonly Setting[],
  chart: ChartValues | null,
): PlainObject {
  const properties = settings.map(({ key, schema }) => [key, marked(schema, [key], chart)] as const);
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title,
    ...strict(Object.fromEntries(properties)),
  };
}

function marked(schema: PlainObject, path: readonly string[], chart: ChartValues | null): PlainObject {
  if (chart === null) return schema;
  if (!names(chart, path)) return { 'x-undocumented': 'the chart passes the whole object on', ...schema };
  const { properties } = schema;
  if (!isObject(properties)) return schema;
  const inner = Object.entries(properties).map(([key, node]) => [
    key,
    isObject(node) ? marked(node, [...path, key], chart) : node,
  ]);
  return { ...schema, properties: Object.fromEntries(inner) as PlainObject };
}
